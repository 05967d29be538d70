import type { IsSeen } from './html-seen.ts';
import { readHtmlTable, type HtmlBlock, type HtmlTable } from './html-table.ts';
import { BREAK, shownText } from './html-text.ts';
import { attribute, elementsIn, isElement, rawText, type HtmlElement, type HtmlNode } from './html-tree.ts';

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary td th tr ul'
  ).split(' '),
);

/** The blocks below an element, as a reader of the page sees them. */
export const blocksOf = (element: HtmlElement, isSeen: IsSeen): HtmlBlock[] => {
  const reader = new BlockReader(isSeen);
  reader.children(element, false);
  return reader.end();
};

class BlockReader {
  private readonly blocks: HtmlBlock[] = [];
  private line = '';
  /** To be written before the item of a list that comes next. */
  private number = '';
  private readonly isSeen: IsSeen;

  constructor(isSeen: IsSeen) {
    this.isSeen = isSeen;
  }

  children(element: HtmlElement, keepsLines: boolean): void {
    const numbers = element.tagName === 'ol' ? itemNumbers(element) : null;
    for (const node of element.childNodes) {
      if (numbers !== null && isItem(node)) this.number = numbers(node);
      this.node(node, keepsLines);
    }
  }

  end(): HtmlBlock[] {
    this.endLine();
    return this.blocks;
  }

  private node(node: HtmlNode, keepsLines: boolean): void {
    if (!isElement(node)) {
      // Comments have no value: whatever Word hides in them stays hidden.
      if ('value' in node) this.line += keepsLines ? node.value.replace(/\r\n?|\n/gu, BREAK) : node.value;
    } else if (this.isSeen(node)) {
      this.element(node, keepsLines);
    }
  }

  private element(element: HtmlElement, keepsLines: boolean): void {
    const { tagName } = element;
    if (tagName === 'br') this.line += BREAK;
    else if (tagName === 'table') this.add({ kind: 'table', table: this.table(element) });
    else if (isBoxOfForm(tagName)) this.line += typedText(element);
    else if (sheetName(element) !== null) this.add({ kind: 'sheet', name: sheetName(element) ?? '' });
    else this.inside(element, keepsLines || KEEPS_LINES.test(attribute(element, 'style') ?? '') || tagName === 'pre');
  }

  private inside(element: HtmlElement, keepsLines: boolean): void {
    const isBlock = BLOCKS.has(element.tagName);
    if (isBlock) this.endLine();
    if (element.tagName === 'li') {
      this.line += this.number;
      this.number = '';
    }
    // Word and Excel write rows of blanks and tabs so: they part words.
    if (BLANKS.test(attribute(element, 'style') ?? '')) this.line += ' ';
    else this.children(element, keepsLines);
    if (isBlock) this.endLine();
  }

  private table(element: HtmlElement): HtmlTable {
    return readHtmlTable(element, this.isSeen, (inside) => blocksOf(inside, this.isSeen));
  }

  private add(block: HtmlBlock): void {
    this.endLine();
    this.blocks.push(block);
  }

  private endLine(): void {
    const text = shownText(this.line);
    this.line = '';
    if (text !== '') this.blocks.push({ kind: 'text', text });
  }
}

const KEEPS_LINES = /white-space\s*:\s*(?:pre|break-spaces)/iu;
const BLANKS = /mso-(?:spacerun\s*:\s*yes|tab-count)/iu;

const isBoxOfForm = (tagName: string): boolean => ['input', 'textarea', 'select'].includes(tagName);

/** What stands in a box of a form on a web page. */
const typedText = (box: HtmlElement): string => {
  if (box.tagName === 'textarea') return rawText(box).replace(/\r\n?|\n/gu, BREAK);
  if (box.tagName === 'select') {
    const options = [...elementsIn(box)].filter(({ tagName }) => tagName === 'option');
    const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0];
    return chosen === undefined ? '' : rawText(chosen);
  }
  const type = attribute(box, 'type')?.toLowerCase() ?? 'text';
  return ['text', 'number', 'date', 'search', 'tel'].includes(type) ? (attribute(box, 'value') ?? '') : '';
};

/** `2. ` before the second item of a numbered list, which browsers draw and nobody wrote. */
const itemNumbers = (list: HtmlElement): ((item: HtmlElement) => string) => {
  let next = Number.parseInt(attribute(list, 'start') ?? '1', 10) || 1;
  const counts = isDecimal(list);
  return (item) => {
    const own = Number.parseInt(attribute(item, 'value') ?? '', 10);
    const number = Number.isNaN(own) ? next : own;
    next = number + 1;
    return counts && isDecimal(item) ? `${number}. ` : '';
  };
};

const isItem = (node: HtmlNode): node is HtmlElement => isElement(node) && node.tagName === 'li';

const isDecimal = (element: HtmlElement): boolean =>
  !OTHER_NUMBERS.test(attribute(element, 'style') ?? '') && ['', '1'].includes(attribute(element, 'type') ?? '');

const OTHER_NUMBERS = /list-style(?:-type)?\s*:[^;]*(?:none|alpha|roman|disc|circle|square)|mso-list/iu;

/** `<a name="table0"><h1>Sheet 1: <em>表一</em></h1></a>` */
const sheetName = (element: HtmlElement): string | null => {
  if (element.tagName !== 'a' || !/^table\d+$/u.test(attribute(element, 'name') ?? '')) return null;
  const name = [...elementsIn(element)].find(({ tagName }) => tagName === 'em');
  return name === undefined ? null : shownText(rawText(name));
};
