import type { SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { blocksOf } from './html-blocks.ts';
import { seenIn } from './html-seen.ts';
import { isLayout, type HtmlBlock, type HtmlTable } from './html-table.ts';
import { parseHtml } from './html-tree.ts';
import type { ReadDocument } from './read.ts';
import { SourceRows } from './source-rows.ts';

/**
 * Reads a page: a saved .htm, a workbook that is one in secret, or the clipboard of Word, WPS, Excel or a browser. Everything
 * stands in one table, or one a sheet: a paragraph is a row of one cell, tables keep their columns, cells that a merge
 * covers are empty; what the page hides is left out.
 * @param name what the clerk knows it by
 * @throws ExpectedError naming the page and why it can't be read
 */
export const readHtml = (html: string, name: string): ReadDocument => {
  const tables = tablesOfHtml(html, name);
  if (tables.length === 0)
    throw /<frameset[\s>]/iu.test(html) ? onlyFrames(name) : new ExpectedError('file-empty', `“${name}”里没有内容。`);
  return { tables, hiddenSheets: [], notes: [] };
};

/** Excel saves a workbook as a page of frames, and the sheets in a folder beside it. */
const onlyFrames = (name: string): ExpectedError =>
  new ExpectedError(
    'file-empty',
    `“${name}”只是一个外框，表格存在旁边同名的文件夹里。`,
    '请用 Excel 或 WPS 打开它，另存为 .xlsx 表格，再导入新的文件。',
  );

/**
 * The tables of a page, none where it shows nothing; see {@link readHtml}.
 * @param title the tables' name; the page's where left out
 */
export const tablesOfHtml = (html: string, name: string, title = name): SourceTable[] => {
  const root = parseHtml(pageOf(html), name);
  return sheetsOf(blocksOf(root, seenIn(root))).flatMap((sheet) => {
    const rows = new SourceRows(name);
    for (const block of sheet.blocks) writeBlock(block, rows);
    return rows.isEmpty ? [] : [rows.end(sheet.name ?? title)];
  });
};

/**
 * The page of a text of the clipboard: without the head of counts that Windows puts before it (`Version:0.9 StartHTML:…`), and
 * with a table around rows that were copied without theirs, which every parser would drop.
 */
const pageOf = (html: string): string => {
  const page = /^\ufeff?\s*Version:\d/u.test(html) ? html.slice(Math.max(0, html.indexOf('<'))) : html;
  return /<t[dh][\s>]/iu.test(page) && !/<table[\s>]/iu.test(page) ? `<table>${page}</table>` : page;
};

interface Sheet {
  readonly name: string | null;
  readonly blocks: HtmlBlock[];
}

/** What stands before the first named sheet is its list of contents. */
const sheetsOf = (blocks: readonly HtmlBlock[]): Sheet[] => {
  const sheets: Sheet[] = [{ name: null, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'sheet') sheets.push({ name: block.name, blocks: [] });
    else sheets.at(-1)?.blocks.push(block);
  }
  return sheets.length > 1 ? sheets.slice(1) : sheets;
};

const writeBlock = (block: HtmlBlock, rows: SourceRows): void => {
  switch (block.kind) {
    case 'text':
      rows.paragraph(block.text);
      break;
    case 'table':
      writeTable(block.table, rows);
      break;
    case 'sheet':
      break;
  }
};

/** Tables inside cells follow the table around them; one that only lays out the page is no table. */
const writeTable = (table: HtmlTable, rows: SourceRows): void => {
  for (const block of table.caption) writeBlock(block, rows);
  const inside = table.cells.flatMap(({ blocks }) => blocks);
  if (isLayout(table)) {
    for (const block of inside) writeBlock(block, rows);
    return;
  }
  rows.table(table.cells, table.rowCount);
  for (const block of inside) if (block.kind === 'table') writeBlock(block, rows);
};
