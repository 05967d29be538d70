import type { CellStyle, Grid, GridCell } from '../../shared/grid/grid.ts';

/** A cell as a row of Word has it: also where a merge from above covers it. */
export interface RowCell {
  readonly cell: GridCell;
  readonly merge: 'none' | 'begins' | 'goes on';
}

/** Rows of a table of Word. */
export interface FilledRows {
  /** Heights in points, before scaling. */
  readonly heights: readonly number[];
  /** The cells of each row from left to right, all columns filled. */
  readonly cells: readonly (readonly RowCell[])[];
  /** Rows that begin a page. */
  readonly starts: ReadonlySet<number>;
}

/**
 * Rows `from` to before `to` of a grid as Word has them. Those in which no cell begins are one with the row above: a spreadsheet
 * needs them for height alone. Word counts the cells of a row, so what a grid leaves out is an empty cell without lines.
 */
export const rowsOfWord = (grid: Grid, from: number, to: number): FilledRows => {
  const inside = grid.cells.filter(({ row }) => row >= from && row < to);
  const columns = grid.columns.length;
  const begins = new Set(inside.map(({ row }) => row));
  const heights: number[] = [];
  const index: number[] = [];
  for (let row = from; row < to; row += 1) {
    const folded = row > from && !begins.has(row) && isCovered(inside, row, columns);
    if (folded) heights[heights.length - 1] = (heights.at(-1) ?? 0) + (grid.rows[row] ?? 0);
    else heights.push(grid.rows[row] ?? 0);
    index.push(heights.length - 1);
  }
  const at = (row: number): number => index[row - from] ?? heights.length;
  const moved = inside.map((cell) => ({
    ...cell,
    row: at(cell.row),
    // A merge may end inside what was folded.
    rowSpan: at(cell.row + cell.rowSpan - 1) + 1 - at(cell.row),
    source: cell,
  }));
  const starts = new Set(grid.page.breaks.filter((last) => last >= from && last + 1 < to).map((last) => at(last + 1)));
  return { heights, cells: filled(moved, heights.length, columns), starts };
};

const isCovered = (cells: readonly GridCell[], row: number, columns: number): boolean =>
  cells
    .filter((cell) => cell.row < row && cell.row + cell.rowSpan > row)
    .reduce((sum, { columnSpan }) => sum + columnSpan, 0) === columns;

const EMPTY: CellStyle = {
  font: '宋体',
  size: 9,
  bold: false,
  horizontal: 'left',
  vertical: 'top',
  wrap: true,
  border: false,
  indent: 0,
};

type Moved = GridCell & { readonly source: GridCell };

const filled = (cells: readonly Moved[], rows: number, columns: number): RowCell[][] => {
  const places = Array.from({ length: rows }, () => new Array<RowCell | null>(columns).fill(null));
  for (const { source, row: first, column, rowSpan, columnSpan } of cells) {
    for (let row = first; row < first + rowSpan; row += 1) {
      const merge = rowSpan === 1 ? 'none' : row === first ? 'begins' : 'goes on';
      places[row]?.fill({ cell: source, merge }, column, column + columnSpan);
    }
  }
  return places.map(withoutGaps);
};

const withoutGaps = (places: readonly (RowCell | null)[], row: number): RowCell[] => {
  const cells: RowCell[] = [];
  for (let column = 0; column < places.length; column += cells.at(-1)?.cell.columnSpan ?? 1) {
    cells.push(places[column] ?? { cell: gapAt(row, column, places), merge: 'none' });
  }
  return cells;
};

const gapAt = (row: number, column: number, places: readonly (RowCell | null)[]): GridCell => {
  const next = places.findIndex((place, index) => index > column && place !== null);
  const columnSpan = (next === -1 ? places.length : next) - column;
  return { row, column, rowSpan: 1, columnSpan, text: '', style: EMPTY };
};
