import type { SourceMerge } from '../../shared/grid/table.ts';

/** A merged area as a file says it: rows from 1, columns from 0, ends included. */
export interface MergeArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Merges further right show nothing. */
const MOST_RIGHT = 500;
/** Cells that are looked at for overlaps; a sheet for people has a fraction of it. */
const MOST_COVERED = 2_000_000;

/**
 * Keeps the merges that can be: of two that overlap only the first. Cells that a kept one covers lose their text, as it does not
 * show. What reaches beyond the last row with contents is cut off, so a merge of whole columns costs nothing.
 * @param order the rows with contents, ascending
 */
export const keepMerges = (
  areas: readonly MergeArea[],
  rows: ReadonlyMap<number, string[]>,
  order: readonly number[],
): { merges: SourceMerge[]; overlapped: boolean } => {
  const last = order.at(-1) ?? 0;
  const taken = new Set<number>();
  const merges: SourceMerge[] = [];
  let overlapped = false;
  let looked = 0;
  for (const area of areas) {
    const cut = cutArea(area, last);
    if (cut === null) continue;
    looked += cut.rows * cut.columns;
    if (looked > MOST_COVERED || !takeCells(cut, taken)) {
      overlapped = true;
      continue;
    }
    merges.push(cut);
    emptyCovered(cut, rows);
  }
  return { merges, overlapped };
};

/** Null where nothing is merged. */
const cutArea = ({ top, left, bottom, right }: MergeArea, last: number): SourceMerge | null => {
  const rows = Math.min(bottom, last) - top + 1;
  const columns = Math.min(right, MOST_RIGHT) - left + 1;
  if (!(top >= 1 && left >= 0 && rows >= 1 && columns >= 1) || rows * columns === 1) return null;
  return { at: top, column: left, rows, columns };
};

const takeCells = (merge: SourceMerge, taken: Set<number>): boolean => {
  const cells = [...cellsOf(merge)].map(([at, column]) => at * (MOST_RIGHT + 1) + column);
  if (cells.some((cell) => taken.has(cell))) return false;
  for (const cell of cells) taken.add(cell);
  return true;
};

function* cellsOf({ at, column, rows, columns }: SourceMerge): Generator<readonly [number, number]> {
  for (let row = at; row < at + rows; row += 1) {
    for (let each = column; each < column + columns; each += 1) yield [row, each];
  }
}

const emptyCovered = (merge: SourceMerge, rows: ReadonlyMap<number, string[]>): void => {
  for (const [at, column] of cellsOf(merge)) {
    if (at === merge.at && column === merge.column) continue;
    const row = rows.get(at);
    if (row !== undefined && column < row.length) row[column] = '';
  }
};
