import type { IsSeen } from './html-seen.ts';
import { withHiddenDigits } from './html-text.ts';
import { attribute, isElement, type HtmlElement } from './html-tree.ts';
import type { PlacedCell } from './source-rows.ts';

/** What stands one below the other on a page or in a cell. */
export type HtmlBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly table: HtmlTable }
  /** Where LibreOffice begins another sheet of a workbook. */
  | { readonly kind: 'sheet'; readonly name: string };

export interface HtmlTable {
  readonly caption: readonly HtmlBlock[];
  readonly cells: readonly HtmlCell[];
  readonly rowCount: number;
}

export interface HtmlCell extends PlacedCell {
  readonly blocks: readonly HtmlBlock[];
}

/** Reads what stands in an element; handed in, for a cell may hold another table. */
export type ReadBlocks = (element: HtmlElement) => HtmlBlock[];

/** No browser lets a cell cover more, and no reader takes more columns. */
const MOST_SPAN = 1_000;
const MOST_COLUMNS = 500;

/**
 * The cells of a table with their places, as a browser lays them out: a cell takes the first column that no cell from above
 * covers; no cell reaches out of its thead, tbody or tfoot, and none over another.
 */
export const readHtmlTable = (table: HtmlElement, isSeen: IsSeen, read: ReadBlocks): HtmlTable => {
  const shown = table.childNodes.filter(isElement).filter(isSeen);
  const cells: HtmlCell[] = [];
  let rowCount = 0;
  for (const part of ['thead', 'tbody', 'tfoot']) {
    for (const section of shown.filter(({ tagName }) => tagName === part)) {
      const rows = section.childNodes.filter(isElement).filter((each) => each.tagName === 'tr' && isSeen(each));
      placeRows(rows, rowCount, isSeen, read, cells);
      rowCount += rows.length;
    }
  }
  return { caption: shown.filter(({ tagName }) => tagName === 'caption').flatMap(read), cells, rowCount };
};

const placeRows = (
  rows: readonly HtmlElement[],
  first: number,
  isSeen: IsSeen,
  read: ReadBlocks,
  cells: HtmlCell[],
): void => {
  // Of each column, the first row that no cell from above covers.
  const free: number[] = [];
  const isFree = (column: number, row: number): boolean => (free[column] ?? 0) <= row;
  for (const [row, element] of rows.entries()) {
    let column = 0;
    for (const cell of element.childNodes.filter(isElement)) {
      if ((cell.tagName !== 'td' && cell.tagName !== 'th') || !isSeen(cell)) continue;
      while (!isFree(column, row)) column += 1;
      if (column >= MOST_COLUMNS) break;
      const span = { rows: rowSpan(cell, rows.length - row), columns: columnSpan(cell) };
      let end = column + 1;
      while (end < column + span.columns && isFree(end, row)) end += 1;
      for (let covered = column; covered < end; covered += 1) free[covered] = row + span.rows;
      cells.push(cellOf(cell, { row: first + row, column, rows: span.rows, columns: end - column }, read(cell)));
      column = end;
    }
  }
};

const cellOf = (cell: HtmlElement, place: Omit<PlacedCell, 'text'>, blocks: HtmlBlock[]): HtmlCell => {
  const printed = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n');
  const text = withHiddenDigits(printed, attribute(cell, 'x:num') ?? attribute(cell, 'sdval'));
  // Excel says so of a text that only runs on over empty cells.
  const runsOn = /mso-ignore\s*:\s*colspan/iu.test(attribute(cell, 'style') ?? '');
  return { ...place, columns: runsOn ? 1 : place.columns, text, blocks };
};

const columnSpan = (cell: HtmlElement): number => Math.min(MOST_SPAN, Math.max(1, spanOf(cell, 'colspan')));

/** 0 means all that are left. */
const rowSpan = (cell: HtmlElement, left: number): number => {
  const rows = spanOf(cell, 'rowspan');
  return rows === 0 ? left : Math.min(left, Math.max(1, rows));
};

const spanOf = (cell: HtmlElement, name: string): number => {
  const count = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(count) ? 1 : count;
};

/**
 * Is the table there only to lay out a page? It then holds one cell, or tables that say more than the table itself.
 */
export const isLayout = ({ cells }: HtmlTable): boolean =>
  cells.length === 1 || nestedCells(cells) > filledCells(cells);

const filledCells = (cells: readonly HtmlCell[]): number => cells.filter(({ text }) => text !== '').length;

const nestedCells = (cells: readonly HtmlCell[]): number =>
  cells
    .flatMap(({ blocks }) => blocks)
    .reduce(
      (sum, block) =>
        block.kind === 'table' ? sum + filledCells(block.table.cells) + nestedCells(block.table.cells) : sum,
      0,
    );
