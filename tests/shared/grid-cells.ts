import type { Grid } from '../../shared/grid/grid.ts';
import type { SourceTable } from '../../shared/grid/table.ts';

/** Texts of the cells as `A1 text`, with the merge where there is one: `A1:E1 text`. */
export const shown = (grid: Grid): string[] =>
  grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => {
    const name = (r: number, c: number): string => `${String.fromCharCode(65 + c)}${r + 1}`;
    const last = name(row + rowSpan - 1, column + columnSpan - 1);
    const first = name(row, column);
    return `${first === last ? first : `${first}:${last}`} ${text}`;
  });

/** Every place of a grid that a cell covers, in order: each place once where nothing overlaps and nothing is left out. */
export const covered = ({ cells, columns }: Grid): number[] =>
  cells
    .flatMap(({ row, column, rowSpan, columnSpan }) =>
      Array.from(
        { length: rowSpan * columnSpan },
        (_, index) => (row + Math.floor(index / columnSpan)) * columns.length + column + (index % columnSpan),
      ),
    )
    .sort((a, b) => a - b);

/** All places of a grid. */
export const places = ({ rows, columns }: Grid): number[] =>
  Array.from({ length: rows.length * columns.length }, (_, index) => index);

/** Heights of the pages of a grid in points, before scaling. */
export const pageHeights = ({ rows, page }: Grid): number[] => {
  const ends = [...page.breaks, rows.length - 1];
  return ends.map((end, index) =>
    rows.slice((ends[index - 1] ?? -1) + 1, end + 1).reduce((sum, height) => sum + height, 0),
  );
};

/** A drawn table as a reader would give it: merged text in the first cell. */
export const asRead = (grid: Grid): SourceTable => {
  const rows = grid.rows.map(() => grid.columns.map(() => ''));
  for (const cell of grid.cells) (rows[cell.row] ?? [])[cell.column] = cell.text;
  return {
    name: grid.name,
    rows: rows.map((cells, index) => ({ cells, at: index + 1 })),
    merges: grid.cells
      .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
      .map(({ row, column, rowSpan, columnSpan }) => ({ at: row + 1, column, rows: rowSpan, columns: columnSpan })),
  };
};
