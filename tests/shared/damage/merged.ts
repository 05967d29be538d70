import type { Grid } from '../../../shared/grid/grid.ts';
import type { SourceMerge, SourceRow, SourceTable } from '../../../shared/grid/table.ts';

/** A drawn table as a reader gives it: merged text in the first cell, merges told. */
export const asMerged = (grid: Grid): SourceTable => {
  const rows = grid.rows.map(() => grid.columns.map(() => ''));
  for (const cell of grid.cells) (rows[cell.row] ?? [])[cell.column] = cell.text;
  const merges = grid.cells
    .filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => ({ at: row + 1, column, rows: rowSpan, columns: columnSpan }));
  return { name: grid.name, rows: rows.map((cells, index) => ({ cells, at: index + 1 })), merges };
};

/** Rows changed one by one, numbered anew where there are more or fewer. */
export const withRows = (
  { name, rows }: SourceTable,
  change: (cells: readonly string[], row: number) => readonly (readonly string[])[],
): SourceTable => ({
  name,
  rows: rows
    .flatMap(({ cells }, row) => change(cells, row))
    .map((cells, index): SourceRow => ({ cells, at: index + 1 })),
});

/** Every filled cell changed. */
export const withCells = (
  { name, rows }: SourceTable,
  change: (text: string, row: number, column: number) => string,
): SourceTable => ({
  name,
  rows: rows.map(({ cells, at }, row) => ({
    at,
    cells: cells.map((text, column) => (text === '' ? '' : change(text, row, column))),
  })),
});

/** The texts of merges repeated in every cell they cover, or only down their first column. */
export const filled = (table: SourceTable, across: boolean): SourceTable => {
  const rows = table.rows.map(({ cells }) => [...cells]);
  const index = new Map(table.rows.map(({ at }, row) => [at, row]));
  for (const merge of table.merges ?? []) fill(rows, index.get(merge.at) ?? 0, merge, across);
  return { name: table.name, rows: rows.map((cells, row) => ({ cells, at: table.rows[row]?.at ?? row + 1 })) };
};

const fill = (rows: string[][], first: number, { column, rows: down, columns }: SourceMerge, across: boolean): void => {
  const text = rows[first]?.[column] ?? '';
  for (let row = first; row < first + down; row += 1) {
    for (let at = column; at < column + (across ? columns : 1); at += 1) {
      const cells = rows[row];
      if (cells !== undefined && at < cells.length) cells[at] = text;
    }
  }
};
