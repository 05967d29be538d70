import {
  cellHeight,
  quarters,
  raise,
  rowHeights,
  spanned,
  splitHighRows,
  type DraftCell,
  type PlacedCells,
} from './build.ts';
import type { GridCell } from './grid.ts';
import { CELL_PADDING, cutText, linesIn } from './measure.ts';

/** A text is parted over two pages only where this much of it fits on the first: four lines of 小四. */
export const LEAST_PART = 75;

export interface Paging {
  /** Height of a page in points, before scaling. */
  readonly room: number;
  /** The row of the form that every page after its own repeats. */
  readonly header: number;
  /** True for a cell that says what stands beside it: it is printed again on every page it reaches. Other texts flow on. */
  readonly isLabel: (cell: GridCell) => boolean;
}

export interface PagedCells extends PlacedCells {
  /** Rows of the grid, from 0, after which a page ends. */
  readonly breaks: readonly number[];
  /** The repeated row of the grid. */
  readonly header: number;
}

/** A table while it is paged: rows are those of the form, and grow in number where one is parted. */
export interface Table {
  readonly cells: readonly GridCell[];
  readonly heights: readonly number[];
  readonly header: number;
}

/**
 * Gives every row its height and fills page after page, so that every program and printer breaks at the same rows: no
 * cell lies on two pages. Labels that reach over the end of a page are cut there and stand on both; a row that is a single
 * long text, or higher than a page, is parted between two lines; any other goes to the next page whole.
 * @param columns widths in points
 * @param least lowest height of each row of the form in points
 */
export const placeOnPages = (
  drafts: readonly DraftCell[],
  columns: readonly number[],
  least: readonly number[],
  paging: Paging,
): PagedCells => {
  const cells = spanned(drafts).flatMap((cell) => withoutTallMerge(cell, columns, paging.room));
  let table: Table = { cells, heights: rowHeights(cells, columns, least), header: paging.header };
  const ends: number[] = [];
  for (let from = 0; from < table.heights.length; from = ends.at(-1) ?? 0) {
    const page = fillPage(table, from, columns, paging);
    table = page.table;
    ends.push(page.to);
  }
  const placed = splitHighRows(cutAt(table.cells, ends), table.heights);
  const start = (row: number): number => placed.starts[row] ?? 0;
  return { ...placed, breaks: ends.slice(0, -1).map((end) => start(end) - 1), header: start(table.header) };
};

/** A label so long that a page could not repeat it stands in the first of its rows only, and flows. */
const withoutTallMerge = (cell: GridCell, columns: readonly number[], room: number): GridCell[] =>
  cell.rowSpan === 1 || cellHeight(cell, columns) <= room / 3
    ? [cell]
    : [
        { ...cell, rowSpan: 1 },
        { ...cell, row: cell.row + 1, rowSpan: cell.rowSpan - 1, text: '' },
      ];

/** The table with the rows of one page as high as they must be there, and the row after its last. */
const fillPage = (
  table: Table,
  from: number,
  columns: readonly number[],
  paging: Paging,
): { readonly table: Table; readonly to: number } => {
  const room = paging.room - (from > table.header ? (table.heights[table.header] ?? 0) : 0);
  const to = lastFitting(table, from, columns, room);
  if (to === table.heights.length) return { table: withHeights(table, from, to, columns), to };
  const left = Math.floor((room - heightOf(table, from, to, columns)) * 4) / 4;
  if (left >= LEAST_PART && (to === from || isLongText(table, to, columns, paging, room))) {
    const parted = partRow(table, to, left, columns, paging);
    if (heightOf(parted, from, to + 1, columns) <= room || to === from) {
      return { table: withHeights(parted, from, to + 1, columns), to: to + 1 };
    }
  }
  // The header of columns never ends a page.
  const end = to - 1 === table.header && to - 1 > from ? to - 1 : Math.max(to, from + 1);
  return { table: withHeights(table, from, end, columns), to: end };
};

/** The row after the last that fits on a page, labels cut at its ends included; `from` where none does. */
const lastFitting = (
  { heights, cells, header }: Table,
  from: number,
  columns: readonly number[],
  room: number,
): number => {
  let to = from;
  let used = 0;
  while (to < heights.length && used + (heights[to] ?? 0) <= room) {
    used += heights[to] ?? 0;
    to += 1;
  }
  while (to > from && heightOf({ heights, cells, header }, from, to, columns) > room) to -= 1;
  return to;
};

const heightOf = (table: Table, from: number, to: number, columns: readonly number[]): number =>
  withHeights(table, from, to, columns)
    .heights.slice(from, to)
    .reduce((sum, height) => sum + height, 0);

/** Rows of a page, raised where the part of a label on it has too little room. */
const withHeights = (table: Table, from: number, to: number, columns: readonly number[]): Table => {
  const heights = [...table.heights];
  for (const cell of table.cells) {
    const row = Math.max(cell.row, from);
    const rowSpan = Math.min(cell.row + cell.rowSpan, to) - row;
    if (cell.rowSpan > 1 && rowSpan > 0) raise(heights, { row, rowSpan }, cellHeight(cell, columns));
  }
  return { ...table, heights: heights.map(quarters) };
};

/** True for a row of one text beside its label, and for one that no page could take whole. */
const isLongText = (
  { cells, heights }: Table,
  row: number,
  columns: readonly number[],
  { isLabel, room }: Paging,
  most: number,
): boolean => {
  if ((heights[row] ?? 0) > Math.min(most, room)) return true;
  const texts = cells.filter((cell) => cell.row === row && cell.rowSpan === 1 && !isLabel(cell));
  return texts.length === 1 && texts.every((cell) => cellHeight(cell, columns) > LEAST_PART);
};

/** One row as two: labels in both, of other texts as much in the first as its height in points takes. */
export const partRow = (
  table: Table,
  row: number,
  height: number,
  columns: readonly number[],
  paging: Pick<Paging, 'room' | 'isLabel'>,
): Table => {
  const cells = table.cells.flatMap((cell): GridCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + 1 }];
    if (cell.row + cell.rowSpan <= row) return [cell];
    if (cell.rowSpan > 1) return [{ ...cell, rowSpan: cell.rowSpan + 1 }];
    if (paging.isLabel(cell) && cellHeight(cell, columns) <= Math.min(height, paging.room / 3)) {
      return [cell, { ...cell, row: row + 1 }];
    }
    return partCell(cell, height, columns);
  });
  const heights = [...table.heights];
  heights.splice(row, 1, highest(cells, row, columns), highest(cells, row + 1, columns));
  return { cells, heights, header: row < table.header ? table.header + 1 : table.header };
};

/** A cell of one row as two below each other, its text parted between two lines; a number stands in the first alone. */
const partCell = (cell: GridCell, height: number, columns: readonly number[]): GridCell[] => {
  const [head, rest] = partText(cell, height, columns);
  if (rest === '') return [cell, { ...withoutNumber(cell), row: cell.row + 1, text: '' }];
  // A text that flows on starts at the top on every page; an amount is never that long.
  const style = { ...cell.style, vertical: 'top' as const };
  return [
    { ...withoutNumber(cell), text: head, style },
    { ...withoutNumber(cell), row: cell.row + 1, text: rest, style },
  ];
};

/** As much of the text of a cell as a height in points takes, one line at least, and the rest. */
export const partText = (cell: GridCell, height: number, columns: readonly number[]): [head: string, rest: string] => {
  const { size, indent } = cell.style;
  let width = -CELL_PADDING - indent * size;
  for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) width += columns[column] ?? 0;
  return cutText(cell.text, width, size, Math.max(1, linesIn(height, size)));
};

/** The part of a cell that goes on without its number. */
export const withoutNumber = (cell: GridCell): GridCell => {
  const { number, ...rest } = cell;
  return number === undefined ? cell : rest;
};

const highest = (cells: readonly GridCell[], row: number, columns: readonly number[]): number =>
  quarters(
    Math.max(
      0,
      ...cells.filter((cell) => cell.row === row && cell.rowSpan === 1).map((cell) => cellHeight(cell, columns)),
    ),
  );

/** Cells that reach over the end of a page, once on each of its pages. */
const cutAt = (cells: readonly GridCell[], ends: readonly number[]): GridCell[] =>
  cells.flatMap((cell) => {
    const end = cell.row + cell.rowSpan;
    const inside = ends.filter((at) => at > cell.row && at < end);
    return [cell.row, ...inside].map((row, index) => ({ ...cell, row, rowSpan: (inside[index] ?? end) - row }));
  });
