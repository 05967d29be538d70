import type { Box } from './pdf-geometry.ts';
import type { PdfStroke } from './pdf-marks.ts';
import { NEAR, type RuledArea } from './pdf-rules.ts';

/** A table as its borders draw it. */
export interface RuledTable {
  readonly box: Box;
  /** Left ends of the columns and the right end of the last, ascending; rows likewise. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
}

export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
}

/** The table of an area, or null where its lines only frame something or underline it. */
export const tableOf = ({ across, down }: RuledArea): RuledTable | null => {
  const xs = edges(down, across);
  const ys = edges(across, down);
  if (xs.length < 2 || ys.length < 2) return null;
  const cells = cellsOf(xs, ys, borders(down, xs, ys), borders(across, ys, xs));
  if (cells.length < 2) return null;
  const box = boxOf(xs, ys, 0, 0, ys.length - 1, xs.length - 1);
  return { box, xs, ys, cells };
};

/** Where columns (or rows) meet: the lines between them, and the ends of the others where a side is left open. */
const edges = (lines: readonly PdfStroke[], others: readonly PdfStroke[]): number[] => {
  const ends = [Math.min(...others.map(({ from }) => from)), Math.max(...others.map(({ to }) => to))];
  const found: number[] = [];
  const all = [...lines.map(({ position }) => position).sort((one, other) => one - other), ...ends];
  for (const position of all) {
    if (Number.isFinite(position) && !found.some((known) => Math.abs(known - position) <= NEAR * 1.5))
      found.push(position);
  }
  return found.sort((one, other) => one - other);
};

/** Tells whether a border runs along one edge, beside the cell that begins at an index of the other direction. */
type Borders = (edge: number, beside: number) => boolean;

const borders = (lines: readonly PdfStroke[], edgesOfLines: readonly number[], ends: readonly number[]): Borders => {
  const byEdge = edgesOfLines.map((edge) => lines.filter(({ position }) => Math.abs(position - edge) <= NEAR * 1.5));
  return (edge, beside) => {
    const middle = ((ends[beside] ?? 0) + (ends[beside + 1] ?? 0)) / 2;
    return (byEdge[edge] ?? []).some(({ from, to }) => from <= middle && to >= middle);
  };
};

/** Every cell is as wide as no border parts it, then as high: it is a rectangle even where a piece of a line is missing. */
const cellsOf = (xs: readonly number[], ys: readonly number[], isSide: Borders, isLevel: Borders): RuledCell[] => {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const taken = new Set<number>();
  const cells: RuledCell[] = [];
  const isFree = (row: number, column: number): boolean => !taken.has(row * columns + column);
  // A row is more of a cell where no line is above it, none inside, and its sides are as before.
  const isOpenBelow = (row: number, left: number, right: number): boolean => {
    for (let column = left; column < right; column += 1) {
      if (!isFree(row, column) || isLevel(row, column) || (column > left && isSide(column, row))) return false;
    }
    return (left === 0 || isSide(left, row)) && (right === columns || isSide(right, row));
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(row, column)) continue;
      let right = column + 1;
      while (right < columns && !isSide(right, row) && isFree(row, right)) right += 1;
      let bottom = row + 1;
      while (bottom < rows && isOpenBelow(bottom, column, right)) bottom += 1;
      for (let each = row; each < bottom; each += 1) {
        for (let every = column; every < right; every += 1) taken.add(each * columns + every);
      }
      const box = boxOf(xs, ys, row, column, bottom, right);
      cells.push({ row, column, rows: bottom - row, columns: right - column, box });
    }
  }
  return cells;
};

const boxOf = (
  xs: readonly number[],
  ys: readonly number[],
  row: number,
  column: number,
  bottom: number,
  right: number,
): Box => ({ left: xs[column] ?? 0, top: ys[row] ?? 0, right: xs[right] ?? 0, bottom: ys[bottom] ?? 0 });
