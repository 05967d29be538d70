import { shownExactly } from './cell-shown.ts';
import type { MergeArea } from './sheet-merges.ts';
import { cellName, MOST_COLUMNS, SheetCells, type RawSheet, type SheetBudget } from './sheet-table.ts';
import { localName } from './xml-parse.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements inside a cell whose text is not the cell's: remarks, shapes, and how to read it aloud. */
const ASIDE = new Set(['annotation', 'shape', 'frame', 'ruby-text', 'tracked-changes']);

interface Cell {
  readonly attributes: Attributes;
  readonly repeated: number;
  /** Paragraphs closed so far, and the one that is open. */
  readonly lines: string[];
  line: string | null;
}

/** Collects the sheets of an OpenDocument spreadsheet as its parser goes along. */
export class OdsReader {
  readonly sheets: RawSheet[] = [];
  private readonly budget: SheetBudget;
  private readonly onSheet: (read: number) => void;
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private sheet: (RawSheet & { readonly merges: MergeArea[] }) | null = null;
  private hiddenRows = new Set<number>();
  private hiddenColumns = new Set<number>();
  private at = 1;
  private column = 0;
  private rowRepeated = 1;
  private rowCells: { readonly column: number; readonly text: string }[] = [];
  private rowIsHidden = false;
  private nextColumn = 0;
  private cell: Cell | null = null;
  /** Depth inside something that is no part of the table. */
  private aside = 0;

  constructor(budget: SheetBudget, onSheet: (read: number) => void) {
    this.budget = budget;
    this.onSheet = onSheet;
  }

  open(qualified: string, attributes: Attributes): void {
    const name = localName(qualified);
    if (this.aside > 0 || ASIDE.has(name)) {
      this.aside += 1;
      return;
    }
    switch (name) {
      case 'style':
        this.style = attributes['style:name'] ?? '';
        return;
      case 'table-properties':
        if (attributes['table:display'] === 'false') this.hiddenStyles.add(this.style);
        return;
      case 'table':
        return this.openSheet(attributes);
      case 'table-column':
        return this.addColumns(attributes);
      case 'table-row':
        return this.openRow(attributes);
      case 'table-cell':
      case 'covered-table-cell':
        this.cell = { attributes, repeated: count(attributes, 'table:number-columns-repeated'), lines: [], line: null };
        return;
      default:
        this.openText(name, attributes);
    }
  }

  text(text: string): void {
    if (this.aside === 0 && this.cell?.line != null) this.cell.line += text;
  }

  close(qualified: string): void {
    if (this.aside > 0) {
      this.aside -= 1;
      return;
    }
    switch (localName(qualified)) {
      case 'p':
        if (this.cell?.line != null) this.cell.lines.push(this.cell.line);
        if (this.cell !== null) this.cell.line = null;
        return;
      case 'table-cell':
        return this.closeCell(false);
      case 'covered-table-cell':
        return this.closeCell(true);
      case 'table-row':
        return this.closeRow();
      case 'table':
        return this.closeSheet();
      default:
    }
  }

  private openText(name: string, attributes: Attributes): void {
    const { cell } = this;
    if (cell === null) return;
    if (name === 'p') cell.line = '';
    else if (cell.line === null) return;
    else if (name === 's') cell.line += ' '.repeat(Math.min(count(attributes, 'text:c'), 100));
    else if (name === 'tab') cell.line += '\t';
    else if (name === 'line-break') cell.line += '\n';
  }

  private openSheet(attributes: Attributes): void {
    const name = attributes['table:name'] ?? '';
    this.hiddenRows = new Set();
    this.hiddenColumns = new Set();
    this.sheet = {
      name,
      hidden: this.hiddenStyles.has(attributes['table:style-name'] ?? ''),
      cells: new SheetCells(this.budget, name),
      merges: [],
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
    };
    this.at = 1;
    this.nextColumn = 0;
  }

  private closeSheet(): void {
    if (this.sheet !== null) this.onSheet(this.sheets.push(this.sheet));
    this.sheet = null;
  }

  private addColumns(attributes: Attributes): void {
    const columns = count(attributes, 'table:number-columns-repeated');
    const last = Math.min(this.nextColumn + columns, MOST_COLUMNS);
    if (isHidden(attributes)) for (let each = this.nextColumn; each < last; each += 1) this.hiddenColumns.add(each);
    this.nextColumn += columns;
  }

  private openRow(attributes: Attributes): void {
    this.rowRepeated = count(attributes, 'table:number-rows-repeated');
    this.rowIsHidden = isHidden(attributes);
    this.rowCells = [];
    this.column = 0;
  }

  /** Empty rows may be repeated a million times: only those with a text are written out. */
  private closeRow(): void {
    const written = this.rowCells.length === 0 ? 0 : this.rowRepeated;
    for (let at = this.at; at < this.at + written; at += 1) {
      if (this.rowIsHidden) this.hiddenRows.add(at);
      for (const { column, text } of this.rowCells) this.sheet?.cells.set(at, column, text);
    }
    this.at += this.rowRepeated;
  }

  private closeCell(covered: boolean): void {
    const { cell, sheet } = this;
    this.cell = null;
    if (cell === null || sheet === null) return;
    const { attributes, repeated } = cell;
    const text = textOf(attributes, cell.lines.join('\n'));
    if (text !== '' && !covered) this.addText(text, repeated, sheet.cells);
    if (attributes['calcext:value-type'] === 'error') sheet.cells.errors.push(cellName(this.at, this.column));
    else if (text === '' && attributes['table:formula'] !== undefined && !hasValue(attributes)) {
      sheet.cells.unresolved.push(cellName(this.at, this.column));
    }
    this.addMerge(attributes, sheet.merges);
    this.column += repeated;
  }

  private addText(text: string, repeated: number, cells: SheetCells): void {
    const last = Math.min(this.column + repeated, MOST_COLUMNS);
    for (let column = this.column; column < last; column += 1) this.rowCells.push({ column, text });
    if (this.column + repeated > MOST_COLUMNS) cells.beyond += 1;
  }

  private addMerge(attributes: Attributes, merges: MergeArea[]): void {
    const rows = count(attributes, 'table:number-rows-spanned');
    const columns = count(attributes, 'table:number-columns-spanned');
    if (rows * columns === 1) return;
    merges.push({ top: this.at, left: this.column, bottom: this.at + rows - 1, right: this.column + columns - 1 });
  }
}

const MOST_REPEATED = 1_048_576;

const count = (attributes: Attributes, name: string): number => {
  const number = Number(attributes[name] ?? 1);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, MOST_REPEATED) : 1;
};

const isHidden = (attributes: Attributes): boolean => /collapse|filter/u.test(attributes['table:visibility'] ?? '');

const hasValue = (attributes: Attributes): boolean => attributes['office:value-type'] !== undefined;

const textOf = (attributes: Attributes, shown: string): string => {
  switch (attributes['office:value-type'] ?? '') {
    case 'float':
    case 'percentage':
    case 'currency': {
      const value = Number(attributes['office:value']);
      return Number.isNaN(value) ? shown : shownExactly(shown, value);
    }
    case 'date':
      return dateText(attributes['office:date-value'] ?? '', shown);
    default:
      return shown;
  }
};

/** As shown where it is written with 年 or shows a part only, else `2024-12-31`. */
const dateText = (date: string, shown: string): string => {
  if (date === '' || shown === '' || shown.includes('年') || /^\d{4}$/u.test(shown)) return shown;
  const [day = '', time = ''] = date.split('T');
  if (/^\d{4}\D\d{1,2}$/u.test(shown)) return day.slice(0, 7);
  return time !== '' && shown.includes(':') ? `${day} ${time.slice(0, 5)}` : day;
};
