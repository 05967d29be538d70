import { indicatorLabel } from '../annex2/labels.ts';
import type { RecognisedIndicator } from '../recognised.ts';
import { keyOf, type Sheet, type SheetCell } from './sheet.ts';

/** Labels merged down stand in the first of their rows: looked for this far up. */
const FARTHEST_UP = 60;

/** The cell whose label says what kind an indicator is: in its row, else the nearest above; in a narrative the cell itself. */
export const labelAbove = (
  { rows }: Sheet,
  cell: SheetCell,
  indicator: RecognisedIndicator,
  from: number,
): SheetCell | null => {
  const says = (one: SheetCell): boolean => one !== cell && saysKind(one, indicator);
  for (let row = cell.row; row >= Math.max(from, cell.row - FARTHEST_UP); row -= 1) {
    const label = rows[row]?.find(says);
    if (label) return label;
  }
  return cell.claims.some(({ to, from: start }) => to - start < cell.key.length) ? cell : null;
};

const saysKind = ({ text, key }: SheetCell, { kind, level2 }: RecognisedIndicator): boolean => {
  const label = indicatorLabel(text);
  if (label?.type === 'kind') return label.kind === kind;
  return kind === 'other' && level2 !== null && key === keyOf(level2);
};
