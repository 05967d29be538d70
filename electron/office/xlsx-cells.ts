import { cellText } from './cell-text.ts';
import type { MergeArea } from './sheet-merges.ts';
import { cellName, MOST_COLUMNS, SheetCells, type RawSheet, type SheetBudget } from './sheet-table.ts';
import { isTrue, unescapeText, type XlsxPackage, type XlsxSheetInfo } from './xlsx-package.ts';
import { localName, parseXml } from './xml-parse.ts';
import { damaged } from './zip-read.ts';

/** A sheet, and the foot of its pages as it is coded. */
export interface XlsxSheet extends RawSheet {
  readonly footer: string;
}

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads the cells of a sheet: values as printed, formulas by their stored results.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readXlsxSheet = (
  info: XlsxSheetInfo,
  book: XlsxPackage,
  budget: SheetBudget,
  fileName: string,
): XlsxSheet => {
  const reader = new SheetReader(book, new SheetCells(budget, info.name), fileName);
  parseXml(info.part, fileName, {
    open: ({ name, attributes }) => reader.open(localName(name), attributes),
    text: (text) => reader.addText(text),
    close: ({ name }) => reader.close(localName(name)),
  });
  const { cells, merges, hiddenRows, hiddenColumns, footer } = reader;
  return { name: info.name, hidden: info.hidden, cells, merges, hiddenRows, hiddenColumns, footer };
};

/** Elements whose text is kept. */
const TEXTS = new Set(['v', 't', 'oddFooter']);
const LAST_ROW = 1_048_576;

class SheetReader {
  readonly merges: MergeArea[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  footer = '';
  readonly cells: SheetCells;
  private readonly book: XlsxPackage;
  private readonly fileName: string;
  private at = 0;
  private column = -1;
  private type = '';
  private format = '';
  private value = '';
  private hasFormula = false;
  private isOpen = false;
  private aloud = 0;

  constructor(book: XlsxPackage, cells: SheetCells, fileName: string) {
    this.book = book;
    this.cells = cells;
    this.fileName = fileName;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        return this.openRow(attributes);
      case 'c':
        return this.openCell(attributes);
      case 'f':
        this.hasFormula = true;
        return;
      case 'rPh':
        this.aloud += 1;
        return;
      case 'col':
        return this.hideColumns(attributes);
      case 'mergeCell':
        return this.addMerge(attributes['ref'] ?? '');
      default:
        this.isOpen = TEXTS.has(name);
    }
  }

  addText(text: string): void {
    if (this.isOpen && this.aloud === 0) this.value += text;
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.aloud -= 1;
    else if (name === 'oddFooter') this.footer = this.value;
    if (TEXTS.has(name)) this.isOpen = false;
  }

  private openRow(attributes: Attributes): void {
    this.at = attributes['r'] === undefined ? this.at + 1 : Number(attributes['r']);
    this.column = -1;
    if (!Number.isInteger(this.at) || this.at < 1 || this.at > LAST_ROW) {
      throw damaged(this.fileName, new Error(`no such row: ${attributes['r'] ?? ''}`));
    }
    if (isTrue(attributes['hidden']) || attributes['ht'] === '0') this.hiddenRows.add(this.at);
  }

  private openCell({ r, t = 'n', s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.type = t;
    this.format = s === undefined ? '' : (this.book.formats[Number(s)] ?? '');
    this.value = '';
    this.hasFormula = false;
  }

  private closeCell(): void {
    const text = this.cellText();
    if (text !== '') this.cells.set(this.at, this.column, text);
    else if (this.hasFormula && this.value === '' && this.type !== 'str') this.note(this.cells.unresolved);
    if (this.type === 'e' && text !== '') this.note(this.cells.errors);
    this.value = '';
  }

  private note(places: string[]): void {
    places.push(cellName(this.at, this.column));
  }

  private cellText(): string {
    const { value, format } = this;
    if (value === '') return '';
    switch (this.type) {
      case 's':
        return cellText(this.book.strings[Number(value)] ?? '', format);
      case 'inlineStr':
      case 'str':
        return cellText(unescapeText(value), format);
      case 'b':
        return cellText(isTrue(value.trim()), format);
      case 'e':
        return value;
      case 'd':
        return value.replace('T00:00:00', '').replace('T', ' ');
      default: {
        const number = Number(value);
        return Number.isNaN(number) ? value : cellText(number, format, this.book.from1904);
      }
    }
  }

  private hideColumns({ min, max, hidden, width, customWidth }: Attributes): void {
    if (!isTrue(hidden) && !(width === '0' && isTrue(customWidth))) return;
    const last = Math.min(Number(max), MOST_COLUMNS);
    for (let column = Number(min); column <= last; column += 1) this.hiddenColumns.add(column - 1);
  }

  private addMerge(ref: string): void {
    const [first = '', last = first] = ref.replaceAll('$', '').split(':');
    const [top, bottom] = [rowOf(first), rowOf(last)];
    this.merges.push({ top, left: columnOf(first), bottom, right: columnOf(last) });
  }
}

/** Column of a cell's name, from 0; -1 where it names none. */
const columnOf = (name: string): number => {
  let column = 0;
  for (const letter of /^[a-z]{1,3}/iu.exec(name)?.[0].toUpperCase() ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
};

const rowOf = (name: string): number => Number(/\d{1,7}$/u.exec(name)?.[0] ?? 0);
