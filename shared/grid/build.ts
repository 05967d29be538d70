import { printableText } from './clean.ts';
import type { CellStyle, GridCell } from './grid.ts';
import { textHeight } from './measure.ts';

/** Excel's highest row is 409 points; LibreOffice and WPS round. */
export const HIGHEST_ROW = 400;

/** What a row higher than that is cut into: ten lines of 小四, so that pages fill and end between two lines. */
const PIECE = 174;

/** Longest text of one xlsx cell, in UTF-16 units. */
export const LONGEST_CELL = 32_767;

/**
 * A cell of a table before its rows have heights. Rows are those of the form: one that needs more height than a row
 * may have becomes several rows of the grid, with every cell in it merged down.
 */
export type DraftCell = Omit<GridCell, 'rowSpan' | 'columnSpan'> & {
  readonly rowSpan?: number;
  readonly columnSpan?: number;
};

export interface PlacedCells {
  readonly cells: GridCell[];
  /** Heights in points. */
  readonly rows: number[];
  /** Where each row of the form starts in the grid. */
  readonly starts: number[];
}

/**
 * Gives every row the height its wrapped texts need, and splits what is higher than a row may be.
 * @param columns widths in points
 * @param least lowest height of each row of the form in points
 */
export const placeCells = (
  drafts: readonly DraftCell[],
  columns: readonly number[],
  least: readonly number[],
): PlacedCells => {
  const cells = spanned(drafts);
  return splitHighRows(cells, rowHeights(cells, columns, least));
};

/** Drafts as cells of the form's rows, with only what may be printed. */
export const spanned = (drafts: readonly DraftCell[]): GridCell[] =>
  drafts.map((draft) => ({ rowSpan: 1, columnSpan: 1, ...draft, text: printableText(draft.text) }));

/** Rows of the form as rows of the grid: what is higher than a row may be becomes several, with its cells merged down. */
export const splitHighRows = (cells: readonly GridCell[], heights: readonly number[]): PlacedCells => {
  const counts = heights.map((height) => (height <= HIGHEST_ROW ? 1 : Math.ceil(height / PIECE)));
  const starts: number[] = [];
  let next = 0;
  for (const count of counts) {
    starts.push(next);
    next += count;
  }
  starts.push(next);
  return {
    starts,
    rows: heights.flatMap((height, row) => split(height, counts[row] ?? 1)),
    cells: cells.map((cell) => stretch(cell, starts)),
  };
};

/** Height of every row of the form in points, so that each wrapped text fits. */
export const rowHeights = (
  cells: readonly GridCell[],
  columns: readonly number[],
  least: readonly number[],
): number[] => {
  const heights = [...least];
  // Cells of one row first: a merge only raises its rows where they are still too low together.
  for (const cell of cells) {
    if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row] ?? 0, cellHeight(cell, columns));
  }
  for (const cell of cells) {
    if (cell.rowSpan > 1) raise(heights, cell, cellHeight(cell, columns));
  }
  return heights.map(quarters);
};

/** Height in points that the text of a cell needs. */
export const cellHeight = (cell: GridCell, columns: readonly number[]): number => {
  if (cell.text === '' || !cell.style.wrap) return 0;
  let width = 0;
  for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) width += columns[column] ?? 0;
  return textHeight(cell.text, width, cell.style.size, cell.style.indent);
};

/** Up to a quarter of a point: what files keep of a height. */
export const quarters = (height: number): number => Math.ceil(height * 4) / 4;

/** Makes the rows of a merge higher, all by the same, where they are too low for it together. */
export const raise = (heights: number[], cell: Pick<GridCell, 'row' | 'rowSpan'>, needed: number): void => {
  let height = 0;
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) height += heights[row] ?? 0;
  if (height >= needed) return;
  const more = (needed - height) / cell.rowSpan;
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) heights[row] = (heights[row] ?? 0) + more;
};

const split = (height: number, count: number): number[] =>
  count === 1 ? [height] : Array.from({ length: count }, (_, index) => Math.min(PIECE, height - index * PIECE));

const stretch = (cell: GridCell, starts: readonly number[]): GridCell => {
  const first = starts[cell.row] ?? 0;
  const rowSpan = (starts[cell.row + cell.rowSpan] ?? first + 1) - first;
  return first === cell.row && rowSpan === cell.rowSpan ? cell : { ...cell, row: first, rowSpan };
};

/** Shorthand for the many styles of one table that differ in little. */
export const styler =
  (base: CellStyle) =>
  (changes: Partial<CellStyle>): CellStyle => ({ ...base, ...changes });
