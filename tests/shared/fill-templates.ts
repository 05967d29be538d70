import type { Grid } from '../../shared/grid/grid.ts';
import type { Template, TemplateCell, TemplateTable } from '../../shared/fill/template.ts';

/** A drawn table as a template of a workbook. */
export const templateOf = (grids: readonly Grid[]): Template => ({
  format: 'xlsx',
  tables: grids.map(({ name, columns, rows, cells }): TemplateTable => ({
    name,
    rows: rows.length,
    widths: columns,
    heights: rows,
    cells: [...cells]
      .sort((one, other) => one.row - other.row || one.column - other.column)
      .map((cell) => ({
        row: cell.row,
        column: cell.column,
        rows: cell.rowSpan,
        columns: cell.columnSpan,
        text: cell.text,
        kind: cell.number === undefined ? 'text' : 'number',
        size: cell.style.size,
        numeric: true,
        wrap: cell.style.wrap,
      })),
  })),
});

/** A cell written as text, and how far it reaches: `[text, columns, rows]`. */
export type Written = string | readonly [text: string, columns: number, rows?: number];

/** A template written as rows of cells; a cell under a merge from above is left out. */
export const templateFrom = (rows: readonly (readonly Written[])[], name = 'Sheet1'): Template => {
  const taken = new Set<string>();
  const cells: TemplateCell[] = [];
  let width = 0;
  rows.forEach((written, row) => {
    let column = 0;
    for (const one of written) {
      const [text, columns, down = 1] = typeof one === 'string' ? ([one, 1] as const) : one;
      while (Array.from({ length: columns }, (_, x) => `${row}:${column + x}`).some((place) => taken.has(place)))
        column += 1;
      for (let y = 0; y < down; y += 1) for (let x = 0; x < columns; x += 1) taken.add(`${row + y}:${column + x}`);
      cells.push({ row, column, rows: down, columns, text, kind: 'text', size: 11, numeric: true, wrap: true });
      column += columns;
      width = Math.max(width, column);
    }
  });
  return {
    format: 'xlsx',
    tables: [
      { name, rows: rows.length, widths: Array.from({ length: width }, () => 80), heights: rows.map(() => 20), cells },
    ],
  };
};
