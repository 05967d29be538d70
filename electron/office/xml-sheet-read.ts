import { cellText } from './cell-text.ts';
import type { ReadDocument, ReadDocumentOptions } from './read.ts';
import { bookDocument } from './sheet-book.ts';
import type { MergeArea } from './sheet-merges.ts';
import { cellName, MOST_COLUMNS, SheetBudget, SheetCells, type RawSheet } from './sheet-table.ts';
import { localName, parseXml } from './xml-parse.ts';

/**
 * Reads XML Spreadsheet 2003, which web systems of offices like to export under the name .xls.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readXmlSheet = (
  bytes: Uint8Array,
  fileName: string,
  { hidden = 'leave', onProgress }: ReadDocumentOptions = {},
): ReadDocument => {
  const reader = new XmlSheetReader(new SheetBudget(fileName), (read) => onProgress?.(read, 0));
  parseXml(bytes, fileName, {
    open: ({ name, attributes }) => reader.open(localName(name), withoutPrefixes(attributes)),
    text: (text) => reader.addText(text),
    close: ({ name }) => reader.close(localName(name)),
  });
  return bookDocument(reader.sheets, fileName, hidden);
};

type Attributes = Readonly<Record<string, string>>;

const withoutPrefixes = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));

/** Formats that are told by name. */
const NAMED: Readonly<Record<string, string>> = {
  Percent: '0.00%',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Currency: '#,##0.00',
  'General Date': 'yyyy/m/d h:mm',
  'Short Date': 'yyyy/m/d',
  'Medium Date': 'yyyy/m/d',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Short Time': 'h:mm',
  'Medium Time': 'h:mm',
  'Long Time': 'h:mm:ss',
  General: '',
  'General Number': '',
  Scientific: '',
};

interface OpenSheet extends RawSheet {
  hidden: boolean;
  readonly merges: MergeArea[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
}

const LAST_ROW = 1_048_576;

class XmlSheetReader {
  readonly sheets: OpenSheet[] = [];
  private readonly budget: SheetBudget;
  private readonly onSheet: (read: number) => void;
  private readonly formats = new Map<string, string>();
  private style = '';
  private sheet: OpenSheet | null = null;
  private at = 0;
  private column = -1;
  private nextColumn = 0;
  private cell: Attributes = {};
  private type = '';
  private value = '';
  private isOpen = false;
  private remarks = 0;
  private isVisible = false;

  constructor(budget: SheetBudget, onSheet: (read: number) => void) {
    this.budget = budget;
    this.onSheet = onSheet;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'Style':
        this.style = attributes['ID'] ?? '';
        this.formats.set(this.style, this.formats.get(attributes['Parent'] ?? '') ?? '');
        return;
      case 'NumberFormat': {
        const code = attributes['Format'] ?? '';
        this.formats.set(this.style, NAMED[code] ?? code);
        return;
      }
      case 'Worksheet':
        return this.openSheet(attributes['Name'] ?? '');
      case 'Column':
        return this.addColumns(attributes);
      case 'Row':
        return this.openRow(attributes);
      case 'Cell':
        return this.openCell(attributes);
      case 'Comment':
        this.remarks += 1;
        return;
      case 'Data':
        if (this.remarks > 0) return;
        this.type = attributes['Type'] ?? 'String';
        this.isOpen = true;
        return;
      case 'Visible':
        this.isVisible = true;
        return;
      default:
    }
  }

  addText(text: string): void {
    if (this.isOpen) this.value += text;
    else if (this.isVisible && this.sheet !== null && /hidden/iu.test(text)) this.sheet.hidden = true;
  }

  close(name: string): void {
    switch (name) {
      case 'Data':
        this.isOpen = false;
        return;
      case 'Cell':
        return this.closeCell();
      case 'Comment':
        this.remarks -= 1;
        return;
      case 'Visible':
        this.isVisible = false;
        return;
      case 'Worksheet':
        this.onSheet(this.sheets.length);
        this.sheet = null;
        return;
      default:
    }
  }

  private openSheet(name: string): void {
    const cells = new SheetCells(this.budget, name);
    const hiddenRows = new Set<number>();
    this.sheet = { name, hidden: false, cells, merges: [], hiddenRows, hiddenColumns: new Set() };
    this.sheets.push(this.sheet);
    this.at = 0;
    this.nextColumn = 0;
  }

  private addColumns(attributes: Attributes): void {
    const first = place(attributes['Index'], this.nextColumn + 1) - 1;
    this.nextColumn = first + 1 + number(attributes['Span']);
    if (attributes['Hidden'] !== '1') return;
    const last = Math.min(this.nextColumn, MOST_COLUMNS);
    for (let column = first; column < last; column += 1) this.sheet?.hiddenColumns.add(column);
  }

  private openRow(attributes: Attributes): void {
    this.at = Math.min(place(attributes['Index'], this.at + 1), LAST_ROW);
    this.column = -1;
    if (attributes['Hidden'] === '1') this.sheet?.hiddenRows.add(this.at);
  }

  private openCell(attributes: Attributes): void {
    this.column = place(attributes['Index'], this.column + 2) - 1;
    this.cell = attributes;
    this.type = '';
    this.value = '';
    const [right, down] = [number(attributes['MergeAcross']), number(attributes['MergeDown'])];
    if (right + down === 0) return;
    const [top, left] = [this.at, this.column];
    this.sheet?.merges.push({ top, left, bottom: top + down, right: left + right });
  }

  private closeCell(): void {
    const { cells } = this.sheet ?? {};
    const text = this.cellText();
    if (text !== '') cells?.set(this.at, this.column, text);
    else if (this.cell['Formula'] !== undefined && this.type === '') cells?.unresolved.push(this.name());
    if (this.type === 'Error') cells?.errors.push(this.name());
    this.column += number(this.cell['MergeAcross']);
  }

  private name(): string {
    return cellName(this.at, this.column);
  }

  private cellText(): string {
    const format = this.formats.get(this.cell['StyleID'] ?? 'Default') ?? '';
    const { value } = this;
    if (value === '') return '';
    if (this.type === 'Number' && !Number.isNaN(Number(value))) return cellText(Number(value), format);
    if (this.type === 'DateTime') return dateText(value, format);
    return this.type === 'Boolean' ? cellText(value === '1', format) : cellText(value.replace(/\r\n?/gu, '\n'), format);
  }
}

const DAY = 86_400_000;
/** Days from where spreadsheets count to 1970. */
const TO_1970 = 25_569;

const dateText = (value: string, format: string): string => {
  const time = Date.parse(`${value.replace(/Z$/u, '')}Z`);
  return Number.isNaN(time) ? value : cellText(time / DAY + TO_1970, format === '' ? 'yyyy/m/d' : format);
};

const number = (text: string | undefined): number => {
  const value = Number(text ?? 0);
  return Number.isInteger(value) && value > 0 ? Math.min(value, LAST_ROW) : 0;
};

/** A place from 1, or where the next would be. */
const place = (text: string | undefined, next: number): number => (text === undefined ? next : number(text) || next);
