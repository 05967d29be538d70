import { ExpectedError } from '../../shared/model/errors.ts';
import type { ReadDocument } from './read.ts';
import { sheetTable, type RawSheet } from './sheet-table.ts';

/**
 * The tables of a workbook: its sheets with contents, hidden ones only where they are wanted.
 * @throws ExpectedError where nothing is left
 */
export const bookDocument = (sheets: readonly RawSheet[], fileName: string, hidden: 'leave' | 'read'): ReadDocument => {
  const hiddenSheets = sheets.filter((sheet) => sheet.hidden && sheet.cells.rows.size > 0).map(({ name }) => name);
  const read = sheets.filter((sheet) => hidden === 'read' || !sheet.hidden).map((sheet) => sheetTable(sheet, hidden));
  const tables = read.map(({ table }) => table).filter(({ rows }) => rows.length > 0);
  const notes = read.flatMap((sheet) => sheet.notes);
  if (tables.length > 0) return { tables, hiddenSheets, notes };
  throw nothingIn(fileName, hiddenSheets, notes);
};

const nothingIn = (fileName: string, hiddenSheets: readonly string[], notes: readonly string[]): ExpectedError => {
  const only = hiddenSheets.length > 0 ? `，只有隐藏的工作表：${hiddenSheets.join('、')}` : '';
  const why = only === '' ? notes.join('') : '请取消隐藏后再导入。';
  return new ExpectedError('file-empty', `“${fileName}”里没有内容${only}。`, why);
};
