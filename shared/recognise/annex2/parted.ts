import type { SourceRow } from '../../grid/table.ts';
import { columnOf, isHeaderCell } from './column-labels.ts';
import { indicatorLabel } from './labels.ts';

/* Where blank lines part the rows of a text with a cell a line, the rows are known and nothing has to be guessed. */

/** One line of a text with a cell a line. */
export interface Piece {
  readonly text: string;
  readonly at: number;
  /** A blank line stands above: most likely a new row. */
  readonly parted: boolean;
}

/** More cells than this are no row of any form. */
const WIDEST = 24;

/** Of the rows with a level-2 label, this many may hold two: a page break that swallowed a blank line. */
const MOST_JOINED = 0.05;

/**
 * The rows between blank lines, empty cells among them; null where blank lines stand elsewhere too, or do not part all rows.
 * @param isAside tells titles and margins, which stand above or below a row without a blank line between
 */
export const partedRows = (pieces: readonly Piece[], isAside: (text: string) => boolean): SourceRow[] | null => {
  const groups = groupsOf(pieces);
  return areRows(groups) ? groups.flatMap((group) => rowsOf(group, isAside)) : null;
};

const groupsOf = (pieces: readonly Piece[]): Piece[][] => {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last === undefined || piece.parted) groups.push([piece]);
    else last.push(piece);
  }
  return groups;
};

const areRows = (groups: readonly (readonly Piece[])[]): boolean => {
  const headers = groups.filter((group) => group.some(({ text }) => isHeaderCell(text)));
  const kinds = groups.map(kindsIn).filter((count) => count > 0);
  return (
    headers.length > 0 &&
    headers.every(isWholeHeader) &&
    groups.every((group) => group.length <= WIDEST) &&
    kinds.filter((count) => count > 1).length <= kinds.length * MOST_JOINED
  );
};

/** The line above the indicators with all of its cells: the levels and what follows them. */
const isWholeHeader = (group: readonly Piece[]): boolean =>
  group.filter(({ text }) => isHeaderCell(text)).length > 1 &&
  group.some(({ text }) => columnOf(text) === 'value') &&
  kindsIn(group) === 0;

/**
 * How many level-2 rows of the form begin here; the same one twice stands in both halves of 申报表, and 成本指标 beside
 * 经济成本指标 is its level 1.
 */
const kindsIn = (group: readonly Piece[]): number => {
  const kinds = new Set(
    group.flatMap(({ text }) => {
      const label = indicatorLabel(text);
      return label?.type === 'kind' && !label.bare ? [label.kind] : [];
    }),
  );
  return kinds.size > 1 && kinds.has('cost') ? kinds.size - 1 : kinds.size;
};

const rowsOf = (group: readonly Piece[], isAside: (text: string) => boolean): SourceRow[] => {
  const isCell = ({ text }: Piece): boolean => !isAside(text);
  const from = group.findIndex(isCell);
  const to = group.findLastIndex(isCell) + 1;
  const cells = from < 0 ? [] : group.slice(from, to);
  const [first] = cells;
  const alone = (pieces: readonly Piece[]): SourceRow[] => pieces.map(({ text, at }) => ({ cells: [text], at }));
  return [
    ...alone(from < 0 ? group : group.slice(0, from)),
    ...(first === undefined ? [] : [{ cells: cells.map(({ text }) => text), at: first.at }]),
    ...alone(from < 0 ? [] : group.slice(to)),
  ];
};
