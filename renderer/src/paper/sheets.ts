import { A4, mm, printable, type Grid, type GridCell } from '../../../shared/grid/grid.ts';

/** One sheet of paper with its cells, everything in points on the sheet. */
export interface PaperSheet {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly cells: readonly PaperCell[];
}

export interface PaperCell {
  readonly cell: GridCell;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The sheets a grid prints on. */
export const sheetsOf = (grid: Grid): PaperSheet[] => {
  const { scale, margins } = grid.page;
  const x = sums(grid.columns, scale);
  const y = sums(grid.rows, scale);
  const total = x.at(-1) ?? 0;
  const left = mm(margins.left) + (grid.page.centred ? Math.max(0, (printable(grid.page).width - total) / 2) : 0);
  const top = mm(margins.top);
  const cells = grid.cells.map((cell) => ({
    cell,
    left: left + (x[cell.column] ?? 0),
    top: top + (y[cell.row] ?? 0),
    width: (x[cell.column + cell.columnSpan] ?? 0) - (x[cell.column] ?? 0),
    height: (y[cell.row + cell.rowSpan] ?? 0) - (y[cell.row] ?? 0),
  }));
  const height = Math.max(A4.height, top + (y.at(-1) ?? 0) + mm(margins.bottom));
  return [{ width: A4.width, height, scale, cells }];
};

const sums = (lengths: readonly number[], scale: number): number[] => {
  const starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length * scale);
  return starts;
};
