import * as library from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { cellText } from './cell-text.ts';
import { lockedFile } from './file-kind.ts';
import { viewOf } from './ole-container.ts';
import type { ReadDocument, ReadDocumentOptions } from './read.ts';
import { bookDocument } from './sheet-book.ts';
import { cellName, SheetBudget, SheetCells, type RawSheet } from './sheet-table.ts';
import { damaged } from './zip-read.ts';

/** Windows' numbers of the encodings in workbooks from before Unicode. */
const ENCODINGS: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1200: 'utf-16le',
  1252: 'windows-1252',
  65001: 'utf-8',
};

/** The library's own tables of encodings are larger than the library; Node has them. Set only where needed: they slow it down. */
const setEncodings = (): void =>
  library.set_cptable({
    utils: {
      decode: (page: number, bytes: ArrayLike<number>): string =>
        new TextDecoder(ENCODINGS[page] ?? 'windows-1252').decode(Uint8Array.from(bytes)),
    },
  });

const EXCEL_97 = 0x0600;

/** Does the first record say that the workbook is from before Unicode? */
const isBeforeUnicode = (bytes: Uint8Array): boolean =>
  bytes.length < 6 || bytes[1] !== 0x08 || viewOf(bytes).getUint16(4, true) < EXCEL_97;

/**
 * Reads .xls and .et (the stream of their container, or the bare records before 1995): values as printed, formulas by their stored
 * results.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readXls = (
  bytes: Uint8Array,
  fileName: string,
  { hidden = 'leave', onProgress }: ReadDocumentOptions = {},
): ReadDocument => {
  if (isLocked(bytes)) throw lockedFile(fileName);
  if (isBeforeUnicode(bytes)) setEncodings();
  const book = parse(bytes, fileName);
  const budget = new SheetBudget(fileName);
  const sheets = book.SheetNames.map((name, index) => {
    onProgress?.(index, book.SheetNames.length);
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw damaged(fileName, new Error(`sheet ${index + 1} is missing`));
    return rawSheet(name, sheet, book, budget, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0);
  });
  return bookDocument(sheets, fileName, hidden);
};

const parse = (bytes: Uint8Array, fileName: string): WorkBook => {
  const terminal: { error: unknown } = globalThis.console;
  const { error } = terminal;
  try {
    // It tells the terminal of records it does not know; nobody there could do anything about them.
    terminal.error = () => undefined;
    // Styles bring hidden rows and columns.
    const options = { type: 'buffer', dense: true, cellNF: true, cellStyles: true, cellHTML: false } as const;
    const whole = withoutAside(bytes);
    return library.read(whole, { ...options, cellFormula: false, codepage: 936 });
  } catch (cause) {
    throw damaged(fileName, cause);
  } finally {
    terminal.error = error;
  }
};

/** Links, their tips, and remarks: the library writes a link into every cell it spans, four billion of them where a file says so. */
const ASIDE = new Set([0x01b8, 0x0800, 0x001c]);
/** A record nobody has given a meaning. */
const NOTHING = 0x0473;

const withoutAside = (bytes: Uint8Array): Buffer => {
  const copy = Buffer.from(bytes);
  for (let at = 0; at + 4 <= copy.length; at += 4 + copy.readUInt16LE(at + 2)) {
    if (ASIDE.has(copy.readUInt16LE(at))) copy.writeUInt16LE(NOTHING, at);
  }
  return copy;
};

const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;

/** Does the record of a password stand before the list of sheets? */
const isLocked = (bytes: Uint8Array): boolean => {
  const view = viewOf(bytes);
  for (let at = 0; at + 4 <= bytes.length; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true);
    if (record === FILE_PASS) return true;
    if (record === BOUND_SHEET) return false;
  }
  return false;
};

const rawSheet = (name: string, sheet: WorkSheet, book: WorkBook, budget: SheetBudget, hidden: boolean): RawSheet => {
  const cells = new SheetCells(budget, name);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  (sheet['!data'] ?? []).forEach((row, index) => {
    row.forEach((cell, column) => {
      const text = textOf(cell, from1904);
      cells.set(index + 1, column, text);
      if (cell.t === 'e') cells.errors.push(cellName(index + 1, column));
    });
  });
  return {
    name,
    hidden,
    cells,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c,
      bottom: e.r + 1,
      right: e.c,
    })),
    hiddenRows: new Set(indexes(sheet['!rows']).map((index) => index + 1)),
    hiddenColumns: new Set(indexes(sheet['!cols'])),
  };
};

/** Which of the rows or columns are hidden; the list may have holes. */
const indexes = (infos: readonly ({ readonly hidden?: boolean } | undefined)[] = []): number[] => {
  const hidden: number[] = [];
  infos.forEach((info, index) => {
    if (info?.hidden === true) hidden.push(index);
  });
  return hidden;
};

const textOf = ({ t, v, w, z }: CellObject, from1904: boolean): string => {
  if (t === 'e') return w ?? '';
  if (v === undefined) return '';
  if (v instanceof Date) return w ?? '';
  if (typeof v === 'string') return cellText(v.replace(/\r\n?/gu, '\n'), typeof z === 'string' ? z : '');
  return cellText(v, typeof z === 'string' ? z : chineseDate(w), from1904);
};

/** The library shows the Chinese formats that have a number and no code as foreign dates. */
const chineseDate = (shown: string | undefined): string =>
  /^\d{1,2}\/\d{1,2}\/\d{2}$/u.test(shown ?? '') ? 'yyyy"年"m"月"d"日"' : '';
