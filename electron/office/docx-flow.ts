/** What stands in a part of a Word document, in reading order: rows of texts, sections parted. */
export interface FlowSection {
  /** A paragraph is a row of one cell; a row of a table has its columns, those a merge covers empty. */
  readonly rows: string[][];
  /** Relation id of the footer it names; null where it prints the footer of the section before. */
  readonly footerId: string | null;
}

interface Paragraph {
  readonly kind: 'paragraph';
  text: string;
  /** Rows of text boxes that hang on it. */
  readonly boxes: string[][];
  /** Set where a section ends with it. */
  section: { footerId: string | null } | null;
}

interface Cell {
  readonly kind: 'cell';
  readonly lines: string[];
  span: number;
  /** Covered by a merge from above. */
  covered: boolean;
}

interface Table {
  readonly kind: 'table';
  readonly rows: string[][];
  row: string[];
  /** Tables and boxes inside its cells: they follow it. */
  readonly later: string[][];
}

interface Box {
  readonly kind: 'box';
  readonly rows: string[][];
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
  'w:trPrChange',
  'w:tcPrChange',
]);

/** Texts for elements that stand for one. */
const MARKS: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** Follows the elements of a part of a Word document and keeps what a reader sees of it. */
export class FlowReader {
  readonly sections: FlowSection[] = [];
  private body: Box = { kind: 'box', rows: [] };
  private readonly frames: Frame[] = [];
  /** How deep inside an element that is not seen. */
  private hidden = 0;
  private inText = false;
  private section: { footerId: string | null } | null = null;

  open(name: string, attributes: Attributes): void {
    if (this.hidden > 0 || HIDDEN.has(name)) {
      this.hidden += 1;
      return;
    }
    this.openFrame(name);
    this.readProperty(name, attributes);
    if (name === 'w:t' || name === 'm:t') this.inText = true;
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
    if (this.body.rows.length > 0 || this.sections.length === 0) this.endSection(null);
    return this.sections;
  }

  private openFrame(name: string): void {
    if (name === 'w:p') this.frames.push({ kind: 'paragraph', text: '', boxes: [], section: null });
    else if (name === 'w:tbl') this.frames.push({ kind: 'table', rows: [], row: [], later: [] });
    else if (name === 'w:tc') this.frames.push({ kind: 'cell', lines: [], span: 1, covered: false });
    else if (name === 'w:txbxContent') this.frames.push({ kind: 'box', rows: [] });
  }

  private readProperty(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    const cell = this.last('cell');
    const table = this.last('table');
    if (name === 'w:gridSpan' && cell !== undefined) cell.span = columns(value);
    else if (name === 'w:vMerge' && cell !== undefined) cell.covered = value !== 'restart';
    else if (name === 'w:gridBefore') table?.row.push(...blanks(columns(value)));
    else if (name === 'w:sectPr') this.section = { footerId: null };
    else if (name === 'w:footerReference' && this.section !== null && attributes['w:type'] === 'default') {
      this.section.footerId = attributes['r:id'] ?? null;
    }
  }

  private add(text: string): void {
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
    else if (name === 'w:tr') this.endRow();
    else if (name === 'w:tbl') this.endTable();
    else if (name === 'w:txbxContent') this.endBox();
  }

  private endParagraph(): void {
    const paragraph = this.pop('paragraph');
    if (paragraph === undefined) return;
    const { text, boxes, section } = paragraph;
    const frame = this.holder();
    if (frame.kind === 'cell') {
      frame.lines.push(text);
      this.last('table')?.later.push(...boxes);
    } else {
      frame.rows.push([text], ...boxes);
    }
    if (section !== null) this.endSection(section.footerId);
  }

  private endCell(): void {
    const cell = this.pop('cell');
    if (cell === undefined) return;
    const { lines, span, covered } = cell;
    this.last('table')?.row.push(covered ? '' : lines.join('\n').trim(), ...blanks(span - 1));
  }

  private endRow(): void {
    const table = this.last('table');
    if (table === undefined) return;
    table.rows.push(table.row);
    table.row = [];
  }

  private endTable(): void {
    const table = this.pop('table');
    if (table === undefined) return;
    const rows = [...table.rows, ...table.later];
    const frame = this.holder();
    if (frame.kind === 'cell') this.last('table')?.later.push(...rows);
    else frame.rows.push(...rows);
  }

  private endBox(): void {
    const box = this.pop('box');
    if (box !== undefined) this.last('paragraph')?.boxes.push(...box.rows);
  }

  private endSection(footerId: string | null): void {
    this.sections.push({ rows: this.body.rows, footerId });
    this.body = { kind: 'box', rows: [] };
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

/** No table of Word has more. */
const MOST_COLUMNS = 63;

const columns = (value: string): number => Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(value, 10) || 1));

const blanks = (count: number): string[] => Array.from({ length: count }, () => '');
