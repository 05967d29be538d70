import { appendRows, columnCount, FlowTable, noRows, type FlowMerge, type FlowRows } from './docx-flow-rows.ts';
import type { ListItem } from './docx-lists.ts';
import { symbolText } from './docx-symbols.ts';

/** What stands in a part of a Word document, in reading order: rows of texts, sections parted. */
export interface FlowSection {
  /** A paragraph is a row of one cell; a row of a table has its columns, those a merge covers empty. */
  readonly rows: string[][];
  readonly merges: readonly FlowMerge[];
  /** Relation id of the footer it names; null where it prints the footer of the section before. */
  readonly footerId: string | null;
}

interface Paragraph {
  readonly kind: 'paragraph';
  text: string;
  readonly item: { style: string | null; list: string | null; level: number | null };
  /** Rows of text boxes that hang on it. */
  readonly boxes: FlowRows;
  /** Set where a section ends with it. */
  section: { footerId: string | null } | null;
}

interface Cell {
  readonly kind: 'cell';
  readonly lines: string[];
  span: number;
  down: 'begins' | 'goes on' | null;
  isMore: boolean;
}

interface Table {
  readonly kind: 'table';
  readonly rows: FlowTable;
}

interface Box {
  readonly kind: 'box';
  readonly rows: FlowRows;
}

type Frame = Paragraph | Cell | Table | Box;

type Attributes = Readonly<Record<string, string>>;

/** Nothing inside these is part of what a reader sees: deleted text, codes of fields, the older twin of a drawing, earlier formatting. */
const HIDDEN = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:rt',
  'mc:Fallback',
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
]);

/** Texts for elements that stand for one. */
const MARKS: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** Word itself lays no more tables into one another. */
const MOST_FRAMES = 1_000;

/** Follows the elements of a part of a Word document and keeps what a reader sees of it. */
export class FlowReader {
  readonly sections: FlowSection[] = [];
  private body: Box = { kind: 'box', rows: noRows() };
  private readonly frames: Frame[] = [];
  /** How deep inside an element that is not seen. */
  private hidden = 0;
  private inText = false;
  private section: { footerId: string | null } | null = null;
  /** Of every run that is open, whether its text is hidden. */
  private readonly runs: boolean[] = [];
  /** Of every content control that is open, whether it only asks to be filled in. */
  private readonly controls: boolean[] = [];
  private inRowProperties = false;
  private readonly numberOf: (item: ListItem) => string;

  /** @param numberOf what is printed before a paragraph that is an item of a list */
  constructor(numberOf: (item: ListItem) => string = () => '') {
    this.numberOf = numberOf;
  }

  open(name: string, attributes: Attributes): void {
    if (this.hidden > 0 || HIDDEN.has(name)) {
      // Among the properties of a row it says that the row is deleted.
      if (this.hidden === 0 && name === 'w:del' && this.inRowProperties) this.last('table')?.rows.loseRow();
      this.hidden += 1;
      return;
    }
    this.openFrame(name);
    this.readProperty(name, attributes);
    if (name === 'w:t' || name === 'm:t') this.inText = true;
    else if (name === 'w:sym') this.add(symbolText(attributes['w:font'] ?? '', attributes['w:char'] ?? ''));
    else this.add(name === 'w:tab' && 'w:val' in attributes ? '' : (MARKS[name] ?? ''));
  }

  text(text: string): void {
    if (this.hidden === 0 && this.inText) this.add(text);
  }

  close(name: string): void {
    if (this.hidden > 0) {
      this.hidden -= 1;
      return;
    }
    if (name === 'w:t' || name === 'm:t') this.inText = false;
    if (name === 'w:sectPr') this.endSectPr();
    this.closeFrame(name);
  }

  /** What was read, the last section included. */
  end(): FlowSection[] {
    if (this.body.rows.rows.length > 0 || this.sections.length === 0) this.endSection(null);
    return this.sections;
  }

  private openFrame(name: string): void {
    if (name === 'w:p') this.push(newParagraph());
    else if (name === 'w:tbl') this.push({ kind: 'table', rows: new FlowTable() });
    else if (name === 'w:tc') this.push({ kind: 'cell', lines: [], span: 1, down: null, isMore: false });
    else if (name === 'w:txbxContent') this.push({ kind: 'box', rows: noRows() });
    else if (name === 'w:r') this.runs.push(false);
    else if (name === 'w:sdt') this.controls.push(false);
    else if (name === 'w:trPr') this.inRowProperties = true;
  }

  private push(frame: Frame): void {
    if (this.frames.length >= MOST_FRAMES) throw new Error('tables in tables without end');
    this.frames.push(frame);
  }

  private readProperty(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    const cell = name in CELL_PROPERTIES ? this.last('cell') : undefined;
    const item = name in ITEM_PROPERTIES ? this.last('paragraph')?.item : undefined;
    if (cell !== undefined) CELL_PROPERTIES[name]?.(cell, value);
    if (item !== undefined) ITEM_PROPERTIES[name]?.(item, value);
    if (name === 'w:gridBefore') this.last('table')?.rows.skip(columnCount(value));
    else if (name === 'w:hidden' && this.inRowProperties && isOn(value)) this.last('table')?.rows.loseRow();
    else if (name === 'w:vanish' && isOn(value)) this.runs.splice(-1, 1, true);
    else if (name === 'w:showingPlcHdr' && isOn(value)) this.controls.splice(-1, 1, true);
    else if (name === 'w:sectPr') this.section = { footerId: null };
    else if (name === 'w:footerReference' && this.section !== null && attributes['w:type'] === 'default') {
      this.section.footerId = attributes['r:id'] ?? null;
    }
  }

  private add(text: string): void {
    if (text === '' || this.runs.at(-1) === true || this.controls.includes(true)) return;
    const paragraph = this.last('paragraph');
    if (paragraph !== undefined) paragraph.text += text;
  }

  private endSectPr(): void {
    const paragraph = this.last('paragraph');
    if (paragraph !== undefined) paragraph.section = this.section;
    else this.endSection(this.section?.footerId ?? null);
    this.section = null;
  }

  private closeFrame(name: string): void {
    if (name === 'w:p') this.endParagraph();
    else if (name === 'w:tc') this.endCell();
    else if (name === 'w:tr') this.last('table')?.rows.endRow();
    else if (name === 'w:tbl') this.endTable();
    else if (name === 'w:txbxContent') this.endBox();
    else if (name === 'w:r') this.runs.pop();
    else if (name === 'w:sdt') this.controls.pop();
    else if (name === 'w:trPr') this.inRowProperties = false;
  }

  private endParagraph(): void {
    const paragraph = this.pop('paragraph');
    if (paragraph === undefined) return;
    const { boxes, section } = paragraph;
    const text = ownText(this.numbered(paragraph));
    const frame = this.holder();
    if (frame.kind === 'cell') {
      frame.lines.push(text);
      this.later(boxes);
    } else {
      frame.rows.rows.push([text]);
      appendRows(frame.rows, boxes);
    }
    if (section !== null) this.endSection(section.footerId);
  }

  private numbered({ text, item }: Paragraph): string {
    const number = this.numberOf(item);
    return number === '' || text.trim() === '' ? text : `${number}${/[\w.)]$/u.test(number) ? ' ' : ''}${text}`;
  }

  private endCell(): void {
    const cell = this.pop('cell');
    if (cell === undefined) return;
    const { lines, span, down, isMore } = cell;
    this.last('table')?.rows.cell({ text: lines.join('\n').trim(), span, down, isMore });
  }

  private endTable(): void {
    const table = this.pop('table');
    if (table === undefined) return;
    const rows = table.rows.end();
    const frame = this.holder();
    if (frame.kind === 'cell') this.later(rows);
    else appendRows(frame.rows, rows);
  }

  /** Tables and text boxes inside a cell stand below the table around it. */
  private later(rows: FlowRows): void {
    const table = this.last('table');
    if (table !== undefined) appendRows(table.rows.later, rows);
  }

  private endBox(): void {
    const box = this.pop('box');
    const paragraph = this.last('paragraph');
    if (box !== undefined && paragraph !== undefined) appendRows(paragraph.boxes, box.rows);
  }

  private endSection(footerId: string | null): void {
    this.sections.push({ ...this.body.rows, footerId });
    this.body = { kind: 'box', rows: noRows() };
  }

  /** Where a paragraph or table stands. */
  private holder(): Cell | Box {
    const frame = this.frames.at(-1);
    return frame?.kind === 'cell' || frame?.kind === 'box' ? frame : this.body;
  }

  /** The innermost frame of a kind; what lies outside a text box is not meant inside it. */
  private last<K extends Frame['kind']>(kind: K): Extract<Frame, { kind: K }> | undefined {
    for (let index = this.frames.length - 1; index >= 0; index -= 1) {
      const frame = this.frames[index];
      if (frame?.kind === kind) return frame as Extract<Frame, { kind: K }>;
      if (frame?.kind === 'box') return undefined;
    }
    return undefined;
  }

  private pop<K extends Frame['kind']>(kind: K): Extract<Frame, { kind: K }> | undefined {
    return this.frames.at(-1)?.kind === kind ? (this.frames.pop() as Extract<Frame, { kind: K }>) : undefined;
  }
}

const newParagraph = (): Paragraph => ({
  kind: 'paragraph',
  text: '',
  item: { style: null, list: null, level: null },
  boxes: noRows(),
  section: null,
});

const CELL_PROPERTIES: Readonly<Record<string, (cell: Cell, value: string) => void>> = {
  'w:gridSpan': (cell, value) => (cell.span = columnCount(value)),
  'w:vMerge': (cell, value) => (cell.down = value === 'restart' ? 'begins' : 'goes on'),
  'w:hMerge': (cell, value) => (cell.isMore = value !== 'restart'),
};

const ITEM_PROPERTIES: Readonly<Record<string, (item: Paragraph['item'], value: string) => void>> = {
  'w:pStyle': (item, value) => (item.style = value),
  'w:numId': (item, value) => (item.list = value),
  'w:ilvl': (item, value) => (item.level = Number.parseInt(value, 10) || 0),
};

/**
 * The same text with characters of its own. A piece of a string keeps all of that alive: of a long document every chunk that was
 * ever read.
 */
const ownText = (text: string): string => ` ${text}`.slice(1);

/** A property that is only named is on. */
const isOn = (value: string): boolean => !['0', 'false', 'off'].includes(value);
