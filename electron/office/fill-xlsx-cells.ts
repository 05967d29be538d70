import type { PlannedWrite } from '../../shared/fill/plan.ts';
import { printableText } from '../../shared/grid/clean.ts';
import { columnName, placeOf } from './cell-refs.ts';
import { editRuns } from './edit-runs.ts';
import { attribute, child, children, copyOf, create, remove, setText, type Element } from './xml-dom.ts';

/** Longest text of a cell that Excel opens. */
const LONGEST = 32_767;

/** The cell of a row at a column, made where there is none. */
export const cellAt = (row: Element, at: number, column: number): Element => {
  let before: Element | null = null;
  for (const cell of children(row, 'c')) {
    const place = placeOf(attribute(cell, 'r') ?? '');
    if (place?.column === column) return cell;
    if (place !== null && place.column > column) {
      before = cell;
      break;
    }
  }
  const cell = create(row, 'c');
  cell.setAttribute('r', `${columnName(column)}${at + 1}`);
  row.insertBefore(cell, before);
  return cell;
};

/** Takes out what a cell holds; its look stays. */
export const emptyCell = (cell: Element): void => {
  for (const part of children(cell)) if (part.localName !== 'extLst') remove(part);
  for (const name of ['t', 'cm', 'vm']) cell.removeAttribute(name);
};

/**
 * Writes a text or a number into a cell.
 * @param shared the string the cell had so far, where it had one, for the runs of its letters
 * @param numeric a number shows as it is in this cell
 */
export const writeCell = (
  cell: Element,
  write: PlannedWrite,
  { shared, numeric }: { readonly shared: Element | null; readonly numeric: boolean },
): void => {
  const formula = child(cell, 'f');
  if (formula !== null && write.number !== null) {
    // The county's own formula goes on counting; what it shows until then is our number.
    const kept = copyOf(formula);
    emptyCell(cell);
    cell.appendChild(kept);
    appendValue(cell, String(write.number));
    return;
  }
  const rich = write.edits === null ? null : editedString(cell, shared, write.edits);
  emptyCell(cell);
  if (rich !== null) {
    cell.setAttribute('t', 'inlineStr');
    cell.appendChild(rich);
  } else if (write.number !== null && numeric) appendValue(cell, String(write.number));
  else if (write.text !== '') {
    const inline = create(cell, 'is');
    inline.appendChild(textOf(cell, write.text));
    cell.setAttribute('t', 'inlineStr');
    cell.appendChild(inline);
  }
};

const appendValue = (cell: Element, value: string): void => {
  const element = create(cell, 'v');
  setText(element, value);
  cell.appendChild(element);
};

const textOf = (cell: Element, text: string): Element => {
  const element = create(cell, 't');
  element.setAttribute('xml:space', 'preserve');
  setText(element, printableText(text).slice(0, LONGEST));
  return element;
};

/** The old string with parts replaced, each in the letters that stood there; null where it had but one kind of letters. */
const editedString = (
  cell: Element,
  shared: Element | null,
  edits: NonNullable<PlannedWrite['edits']>,
): Element | null => {
  const old = shared ?? child(cell, 'is');
  if (old === null || child(old, 'r') === null) return null;
  const inline = create(cell, 'is');
  for (const part of children(old))
    if (part.localName === 'r' || part.localName === 't') inline.appendChild(importInto(cell, part));
  const texts = children(inline).flatMap((part) => (part.localName === 't' ? [part] : children(part, 't')));
  editRuns(texts, edits);
  for (const text of texts) text.setAttribute('xml:space', 'preserve');
  return inline;
};

const importInto = (cell: Element, part: Element): Element => cell.ownerDocument?.importNode(part, true) as Element;
