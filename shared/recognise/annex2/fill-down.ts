import type { SourceMerge, SourceRow, SourceTable } from '../../grid/table.ts';
import { cleanCell } from '../clean.ts';
import { indicatorLabel } from './labels.ts';

/**
 * The rows of a table with the labels of indicators in every row that their cells cover, where the source says so: a row
 * without a label of its own is then surely one more of those above, and a label without contents surely has none.
 */
export const filledDown = ({ rows, merges = [] }: SourceTable): readonly SourceRow[] => {
  const tall = merges.filter((merge) => merge.rows > 1);
  if (tall.length === 0) return rows;
  const byAt = new Map(rows.map((row, index) => [row.at, index] as const));
  const filled = rows.map(({ cells, at }) => ({ at, cells: [...cells] }));
  for (const merge of tall) fill(filled, byAt, merge);
  return filled;
};

const fill = (rows: { at: number; cells: string[] }[], byAt: ReadonlyMap<number, number>, merge: SourceMerge): void => {
  const first = byAt.get(merge.at);
  const text = first === undefined ? '' : (rows[first]?.cells[merge.column] ?? '');
  if (!isLabel(cleanCell(text))) return;
  for (let down = 1; down < merge.rows; down += 1) {
    const row = rows[byAt.get(merge.at + down) ?? -1];
    // A row with nothing but the label's cell is no row of the form.
    if (row?.cells.some((cell) => cell.trim() !== '') !== true || (row.cells[merge.column] ?? '') !== '') continue;
    while (row.cells.length <= merge.column) row.cells.push('');
    row.cells[merge.column] = text;
  }
};

const isLabel = (text: string): boolean => {
  const label = indicatorLabel(text);
  return label?.type === 'level1' || (label?.type === 'kind' && label.printed !== null);
};
