import type { Grid } from '../../shared/grid/grid.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Texts of the cells as `A1 text`, with the merge where there is one: `A1:E1 text`; a cell that is a number in a file has a #. */
export const cellsOf = ({ cells }: Pick<Grid, 'cells'>): string[] =>
  [...cells]
    .sort((one, other) => one.row - other.row || one.column - other.column)
    .map(({ row, column, rowSpan, columnSpan, text, number }) => {
      const name = (r: number, c: number): string => `${letters[c] ?? '?'}${r + 1}`;
      const first = name(row, column);
      const last = name(row + rowSpan - 1, column + columnSpan - 1);
      const shown = number === undefined ? text : `#${text}`;
      return `${first === last ? first : `${first}:${last}`} ${shown}`.trimEnd();
    });

/** The rows of each page, first and last, from 0. */
export const pagesOf = ({ rows, page }: Pick<Grid, 'rows' | 'page'>): [first: number, last: number][] => {
  const ends = [...page.breaks, rows.length - 1];
  return ends.map((end, index) => [(ends[index - 1] ?? -1) + 1, end]);
};

/** Height of some rows in points. */
export const heightOf = ({ rows }: Pick<Grid, 'rows'>, first: number, last: number): number =>
  rows.slice(first, last + 1).reduce((sum, height) => sum + height, 0);
