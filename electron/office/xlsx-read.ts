import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import type { SourceRow, SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { cellText } from './cell-text.ts';
import type { ReadDocument, ReadDocumentOptions } from './read.ts';
import { damaged, unpackParts } from './zip-read.ts';

const MOST_ROWS = 200_000;
const MOST_COLUMNS = 500;

/**
 * Reads the visible sheets of an xlsx: values as printed, formulas by their stored results, covered cells of merges empty.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readXlsx = async (
  bytes: Uint8Array,
  fileName: string,
  { hidden = 'leave' }: ReadDocumentOptions = {},
): Promise<ReadDocument> => {
  const book = await load(bytes, fileName);
  const visible = book.worksheets.filter(({ state }) => hidden === 'read' || state === 'visible');
  const hiddenSheets = book.worksheets
    .filter(({ state, actualRowCount }) => state !== 'visible' && actualRowCount > 0)
    .map(({ name }) => name);
  const tables = visible.map((sheet) => readSheet(sheet, fileName)).filter(({ rows }) => rows.length > 0);
  if (tables.length > 0) return { tables, hiddenSheets, notes: [] };
  const only = hiddenSheets.length > 0 ? `，只有隐藏的工作表：${hiddenSheets.join('、')}` : '';
  throw new ExpectedError('file-empty', `“${fileName}”里没有内容${only}。`, only === '' ? '' : '请取消隐藏后再导入。');
};

/** The visible sheets with contents and the foot of their pages. */
export const readSheets = async (
  bytes: Uint8Array,
  fileName: string,
): Promise<{ readonly table: SourceTable; readonly footer: string }[]> =>
  (await load(bytes, fileName)).worksheets
    .filter(({ state }) => state === 'visible')
    .map((sheet) => ({ table: readSheet(sheet, fileName), footer: footerOf(sheet) }))
    .filter(({ table }) => table.rows.length > 0);

/** The library's type says there is always a footer; where a file has none it is null. */
const footerOf = ({ headerFooter }: { headerFooter: Partial<ExcelJS.HeaderFooter> | null }): string =>
  headerFooter?.oddFooter ?? '';

/** Repacked without pictures and other binary parts, at the sizes that were checked: the library sees nothing else. */
const load = async (bytes: Uint8Array, fileName: string): Promise<ExcelJS.Workbook> => {
  const parts = unpackParts(bytes, fileName);
  const book = new ExcelJS.Workbook();
  try {
    const packed = zipSync(parts, { level: 0 });
    await book.xlsx.load(packed.buffer, { ignoreNodes: IGNORED });
    return book;
  } catch (cause) {
    throw damaged(fileName, cause);
  }
};

/** Parts of a sheet that hold no values; some of them stop the library where other programs wrote them. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'hyperlinks',
  'autoFilter',
];

const readSheet = (sheet: ExcelJS.Worksheet, fileName: string): SourceTable => {
  if (sheet.rowCount > MOST_ROWS && sheet.actualRowCount > MOST_ROWS) {
    throw new ExpectedError('file-too-large', `“${fileName}”的工作表“${sheet.name}”超过 ${MOST_ROWS} 行，无法读取。`);
  }
  const rows: SourceRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, at) => {
    const cells = readRow(row);
    if (cells.length > 0) rows.push({ cells, at });
  });
  return { name: sheet.name, rows };
};

/** Texts of a row up to the last that is not empty. */
const readRow = (row: ExcelJS.Row): string[] => {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    if (column > MOST_COLUMNS || isCovered(cell)) return;
    const text = cellText(cell);
    if (text === '') return;
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = text;
  });
  return cells;
};

/** Cells a merge covers show the text of its first cell; it is read once. */
const isCovered = (cell: ExcelJS.Cell): boolean => cell.isMerged && cell.master.address !== cell.address;
