import type { SourceTable } from '../../../shared/grid/table.ts';

/** One cell of a paper that is drawn: its text and how far it reaches. */
export interface Drawn {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export const cell = (text: string, columns = 1, rows = 1): Drawn => ({ text, columns, rows });

/**
 * How a reader hands on merged cells: the text in the first, in each of them, or no merge at all and only filled cells; or once
 * across and with an empty cell in every row below, as the file of a word processor holds them.
 */
export type Merges = 'first' | 'each' | 'lost' | 'across';

/** Stands where a cell reaches further to the right. */
const ACROSS = '\u0000';

/** Rows of cells, each put into the next free columns, as a table of texts. */
export const laidOut = (rows: readonly (readonly Drawn[])[], merges: Merges): string[][] => {
  const taken: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const { text, columns, rows: span } of cells) {
      while (taken[row]?.[column] !== undefined) column += 1;
      for (let down = 0; down < span; down += 1)
        for (let right = 0; right < columns; right += 1) {
          const first = down === 0 && right === 0;
          (taken[row + down] ?? [])[column + right] = first || merges === 'each' ? text : right > 0 ? ACROSS : '';
        }
      column += columns;
    }
  });
  const kept = (text: string | undefined): boolean => merges !== 'across' || text !== ACROSS;
  const texts = taken.map((cells) =>
    Array.from(cells)
      .filter(kept)
      .map((text) => (text === undefined || text === ACROSS ? '' : text)),
  );
  return merges === 'lost' ? rows.map((cells) => cells.map(({ text }) => text)) : texts;
};

export const tableOf = (name: string, rows: readonly (readonly string[])[]): SourceTable => ({
  name,
  rows: rows.map((cells, index) => ({ cells: [...cells], at: index + 1 })),
});
