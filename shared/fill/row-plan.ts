import type { PlannedMerge, PlannedRow } from './plan.ts';
import { endColumn, endRow, type TemplateCell } from './template.ts';

/** A row on its way into the plan. `group` numbers the rows of a level 2 the template lacks; `level1` begins one too. */
export interface DraftRow extends PlannedRow {
  readonly group: number | null;
  readonly level1: boolean;
}

export const draftRow = (source: number, copy: number, more: Partial<DraftRow> = {}): DraftRow => ({
  source,
  copy,
  added: false,
  page: false,
  height: null,
  group: null,
  level1: false,
  ...more,
});

/** What a cell is to the rows beside it. */
export type CellKind = 'level1' | 'level2' | 'label' | 'content';

/**
 * The merges of the rows of one copy: those of the template, labels reaching over the rows that were added to them.
 * @param top row of the result at which `rows` begin
 */
export const mergesOf = (
  cells: readonly TemplateCell[],
  rows: readonly DraftRow[],
  top: number,
  kindOf: (cell: TemplateCell) => CellKind,
): PlannedMerge[] => {
  const bySource = new Map<number, number[]>();
  rows.forEach(({ source }, index) => bySource.set(source, [...(bySource.get(source) ?? []), index]));
  return cells.flatMap((cell) => {
    const places: number[] = [];
    for (let row = cell.row; row < endRow(cell); row += 1) places.push(...(bySource.get(row) ?? []));
    places.sort((one, other) => one - other);
    return runsOf(cell, kindOf(cell), places, rows)
      .filter((run) => run.length * cell.columns > 1)
      .map((run) => ({ row: top + (run[0] ?? 0), column: cell.column, rows: run.length, columns: cell.columns }));
  });
};

/** Which of its rows a cell covers together. */
const runsOf = (
  cell: TemplateCell,
  kind: CellKind,
  places: readonly number[],
  rows: readonly DraftRow[],
): number[][] => {
  const runs: number[][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    const previous = last?.at(-1);
    const above = previous === undefined ? undefined : rows[previous];
    const row = rows[place];
    if (last !== undefined && previous === place - 1 && above && row && isOne(cell, kind, above, row)) last.push(place);
    else runs.push([place]);
  }
  return runs;
};

const isOne = (cell: TemplateCell, kind: CellKind, above: DraftRow, row: DraftRow): boolean => {
  if (above.copy !== row.copy) return false;
  switch (kind) {
    case 'label':
      return cell.rows > 1 || row.added;
    case 'level1':
      return !row.level1 && (cell.rows > 1 || row.added);
    case 'level2':
      return above.group === row.group && (cell.rows > 1 || row.added);
    case 'content':
      return cell.rows > 1 && !row.added && !above.added;
  }
};

/** True for cells that share a column. */
export const overlaps = (cell: TemplateCell, columns: readonly number[]): boolean =>
  columns.some((column) => cell.column <= column && column < endColumn(cell));
