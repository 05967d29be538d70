import { unitYearContentSchema, type UnitYearContent } from '../../../shared/model/unit-year.ts';
import type { Year } from '../../../shared/model/unit.ts';
import { mergeFields } from '../lib/merge-fields.ts';
import { putBackWith, type PutBack } from '../lib/put-back.ts';
import { createTextStore, type KeptText, type Shelf, type TextStore } from '../lib/text-store.ts';

/** Which unit's year. */
export interface UnitYearKey {
  readonly unitId: string;
  readonly year: Year;
}

/** The name under which its unsaved text is kept. */
export const keyText = ({ unitId, year }: UnitYearKey): string => `${unitId}/${year}`;

/** The inverse of {@link keyText}; null where it is none. */
export const keyOf = (text: string): UnitYearKey | null => {
  const [, unitId = '', year = ''] = /^(.+)\/(\d{4})$/u.exec(text) ?? [];
  return unitId === '' ? null : { unitId, year: Number(year) };
};

export type UnitYearStore = TextStore<UnitYearContent>;

export const createUnitYearStore = (shelf: Shelf): UnitYearStore =>
  createTextStore(shelf, 'jixiao unsaved-year ', unitYearContentSchema);

export const putBack = (
  stored: UnitYearContent,
  kept: readonly KeptText<UnitYearContent>[],
): PutBack<UnitYearContent> => putBackWith(mergeFields<UnitYearContent>, stored, kept);

/** The window's own store. */
export const unitYearStore = createUnitYearStore(window.localStorage);
