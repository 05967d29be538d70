import type { SourceTable } from '../../shared/grid/table.ts';
import type { ReadDocument, ReadDocumentOptions } from './read.ts';
import { bookDocument } from './sheet-book.ts';
import { SheetBudget, sheetTable } from './sheet-table.ts';
import { readXlsxSheet, type XlsxSheet } from './xlsx-cells.ts';
import { openXlsx } from './xlsx-package.ts';

/*
 * Our own reader, as a stream over each sheet: a general library takes twice to four times the time and memory, stops at what other
 * programs write, and fills every cell of a merge over whole columns.
 */

/**
 * Reads an xlsx or xlsm: values as printed, formulas by their stored results, covered cells of merges empty. Macros, pictures and
 * charts are not looked at.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readXlsx = (
  bytes: Uint8Array,
  fileName: string,
  { hidden = 'leave', onProgress }: ReadDocumentOptions = {},
): ReadDocument => bookDocument(readAll(bytes, fileName, onProgress), fileName, hidden);

/** The visible sheets with contents and the foot of their pages, as they print. */
export const readSheets = (
  bytes: Uint8Array,
  fileName: string,
): { readonly table: SourceTable; readonly footer: string }[] =>
  readAll(bytes, fileName)
    .filter(({ hidden }) => !hidden)
    .map((sheet) => ({ table: sheetTable(sheet, 'leave').table, footer: sheet.footer }))
    .filter(({ table }) => table.rows.length > 0);

const readAll = (bytes: Uint8Array, fileName: string, onProgress?: ReadDocumentOptions['onProgress']): XlsxSheet[] => {
  const book = openXlsx(bytes, fileName);
  const budget = new SheetBudget(fileName);
  return book.sheets.map((info, index) => {
    onProgress?.(index, book.sheets.length);
    return readXlsxSheet(info, book, budget, fileName);
  });
};
