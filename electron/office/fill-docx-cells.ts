import type { PlannedWrite } from '../../shared/fill/plan.ts';
import { printableText } from '../../shared/grid/clean.ts';
import { editRuns } from './edit-runs.ts';
import { paragraphsOf, piecesOf } from './fill-docx-flow.ts';
import { child, children, copyOf, create, descendants, isElement, remove, setText, type Element } from './xml-dom.ts';

/** Writes a text into a cell or a paragraph: in whole, or parts of what stands there. */
export const writeFlow = (element: Element, { text, edits }: PlannedWrite): void => {
  const paragraphs = element.localName === 'p' ? [element] : paragraphsOf(element);
  if (edits !== null && hasTexts(paragraphs)) editParagraphs(paragraphs, edits);
  else replaceText(element, paragraphs, text);
};

/** Takes out the text of a cell; its first paragraph stays, with its look. */
export const emptyFlow = (element: Element): void => {
  const [first, ...others] = paragraphsOf(element);
  for (const one of others) remove(one);
  if (first === undefined) return;
  for (const one of children(first)) if (one.localName !== 'pPr') remove(one);
};

const hasTexts = (paragraphs: readonly Element[]): boolean =>
  paragraphs.some((one) => piecesOf(one).some(({ element }) => element?.localName === 't'));

/** Breaks between paragraphs count as a letter; what is replaced never reaches over one. */
const editParagraphs = (paragraphs: readonly Element[], edits: NonNullable<PlannedWrite['edits']>): void => {
  let start = 0;
  for (const paragraph of paragraphs) {
    const pieces = piecesOf(paragraph);
    const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
    const own = edits
      .filter(({ from }) => from >= start && from <= start + length)
      .map(({ from, to, text }) => ({ from: from - start, to: Math.min(to - start, length), text }));
    if (own.length > 0) editPieces(paragraph, own);
    start += length + 1;
  }
};

/** Marks inside what is replaced become blanks of the text first, so that they go with it. */
const editPieces = (paragraph: Element, edits: readonly { from: number; to: number; text: string }[]): void => {
  for (const { element, text } of piecesOf(paragraph)) {
    if (element === null || element.localName === 't') continue;
    const own = create(element, 't');
    setText(own, text === '\n' ? ' ' : text);
    element.parentNode?.replaceChild(own, element);
  }
  const texts = piecesOf(paragraph).flatMap(({ element }) => (element === null ? [] : [element]));
  if (texts.length === 0) return;
  editRuns(texts, edits);
  for (const one of texts) one.setAttribute('xml:space', 'preserve');
};

const replaceText = (element: Element, paragraphs: readonly Element[], text: string): void => {
  const [first, ...others] = paragraphs;
  if (first === undefined) return;
  const look = lookOf(paragraphs);
  showNoHint(element);
  for (const one of others) remove(one);
  for (const one of children(first)) if (one.localName !== 'pPr') remove(one);
  let last = first;
  printableText(text)
    .split('\n')
    .forEach((line, index) => {
      if (index > 0) {
        const next = create(first, 'p');
        const properties = child(first, 'pPr');
        if (properties !== null) next.appendChild(withoutSection(copyOf(properties)));
        last.parentNode?.insertBefore(next, last.nextSibling);
        last = next;
      }
      if (line !== '') last.appendChild(runOf(last, line, look));
    });
};

const withoutSection = (properties: Element): Element => {
  const section = child(properties, 'sectPr');
  if (section !== null) remove(section);
  return properties;
};

const runOf = (like: Element, text: string, look: Element | null): Element => {
  const run = create(like, 'r');
  if (look !== null) run.appendChild(copyOf(look));
  const element = create(like, 't');
  element.setAttribute('xml:space', 'preserve');
  setText(element, text);
  run.appendChild(element);
  return run;
};

/** How letters look in a cell: as the first that stand there, else as its paragraph says; a hint of a control is no look. */
const lookOf = (paragraphs: readonly Element[]): Element | null => {
  for (const paragraph of paragraphs) {
    const run = descendants(paragraph, 'r').find((one) => child(one, 'rPr') !== null && !isHint(one));
    const look = run === undefined ? null : child(run, 'rPr');
    if (look !== null) return withoutChanges(copyOf(look));
  }
  for (const paragraph of paragraphs) {
    const properties = child(paragraph, 'pPr');
    const mark = properties === null ? null : child(properties, 'rPr');
    if (mark !== null) return withoutChanges(copyOf(mark));
  }
  return null;
};

const TRACKED = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange']);

const withoutChanges = (look: Element): Element => {
  for (const one of children(look)) if (TRACKED.has(one.localName ?? '')) remove(one);
  return look;
};

const isHint = (run: Element): boolean => {
  for (let node = run.parentNode; node !== null && isElement(node); node = node.parentNode) {
    if (node.localName !== 'sdt') continue;
    const properties = child(node, 'sdtPr');
    if (properties !== null && child(properties, 'showingPlcHdr') !== null) return true;
  }
  return false;
};

/** 单击此处输入文字 is no longer what the control shows. */
const showNoHint = (element: Element): void => {
  for (
    let node = element.parentNode;
    node !== null && isElement(node) && node.localName !== 'tr';
    node = node.parentNode
  )
    dropHint(node);
  for (const one of descendants(element, 'sdt')) dropHint(one);
};

const dropHint = (control: Element): void => {
  const properties = control.localName === 'sdt' ? child(control, 'sdtPr') : null;
  const hint = properties === null ? null : child(properties, 'showingPlcHdr');
  if (hint !== null) remove(hint);
};

/** A row of exact height may cut what is new in it: it may grow. */
export const letGrow = (row: Element): void => {
  const properties = child(row, 'trPr');
  for (const height of properties === null ? [] : children(properties, 'trHeight')) {
    for (let index = 0; index < height.attributes.length; index += 1) {
      const one = height.attributes.item(index);
      if (one?.localName === 'hRule' && one.value === 'exact') one.value = 'atLeast';
    }
  }
};
