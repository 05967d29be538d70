import { headKeys, headsOf, type TextRow } from './tables.ts';
import type { MappedColumn, Mapping } from './mapping.ts';
import type { MappedField } from './fields.ts';
import { labelKey } from './fields.ts';

/** The head of a table of this mapping: where it ends, and which column is what. */
export interface Head {
  /** Index of its first row, and of the first row below it. */
  readonly from: number;
  readonly to: number;
  readonly columns: ReadonlyMap<number, MappedField>;
}

/** Share of the mapped heads that must be found: one more or one renamed column does no harm. */
const ENOUGH = 0.6;

/** Where the mapped heads stand in these rows, at or after `start`; null where they do not. */
export const findHead = (
  rows: readonly TextRow[],
  { columns, headerRows }: Pick<Mapping, 'columns' | 'headerRows'>,
  start = 0,
  end = rows.length,
): Head | null => {
  const named = columns.filter(({ header }) => labelKey(header) !== '');
  if (named.length === 0) return null;
  const wanted = new Set(named.map(({ header }) => labelKey(header)));
  for (let from = start; from < end; from += 1) {
    // A title above the head is no part of it.
    if (rows[from]?.cells.every((text) => !wanted.has(labelKey(text))) ?? true) continue;
    // A head of two rows may have lost one, or gained one.
    for (const count of [headerRows, headerRows + 1, 1]) {
      const found = placesIn(headKeys(headsOf(rows, from, Math.max(1, count))), named);
      if (found.size >= Math.max(1, named.length * ENOUGH)) {
        return { from, to: from + Math.max(1, count), columns: withNameless(found, columns) };
      }
    }
  }
  return null;
};

/** Column by column: the same head nearest to where it stood, each taken once. */
const placesIn = (keys: readonly string[], named: readonly MappedColumn[]): Map<number, MappedField> => {
  const found = new Map<number, MappedField>();
  for (const { header, column, field } of named) {
    const wanted = labelKey(header);
    const places = [...keys.keys()].filter((place) => keys[place] === wanted && !found.has(place));
    const nearest = places.sort((one, other) => Math.abs(one - column) - Math.abs(other - column))[0];
    if (nearest !== undefined) found.set(nearest, field);
  }
  return found;
};

/** Columns without a head stand beside the one they stood beside. */
const withNameless = (
  found: ReadonlyMap<number, MappedField>,
  columns: readonly MappedColumn[],
): ReadonlyMap<number, MappedField> => {
  const all = new Map(found);
  for (const { header, column, field } of columns) {
    if (labelKey(header) === '' && !all.has(column)) all.set(column, field);
  }
  return all;
};

/** Is this the head once more, on the next page? */
export const isHeadAgain = (row: TextRow, heads: readonly string[]): boolean => {
  const keys = row.cells.map(labelKey);
  const filled = keys.filter((key) => key !== '');
  const same = keys.filter((key, column) => key !== '' && key === heads[column]);
  return filled.length >= 2 && same.length >= filled.length * ENOUGH;
};
