import type { SourcePlace } from '../../../shared/grid/table.ts';
import type { DraftDoubt, ImportDraft } from './draft.ts';
import type { FieldKey } from './field-keys.ts';
import { litPlace, placeKey, type Places } from './places.ts';

/** Where the keyboard is in the draft: in a field, and on one of its doubts or not. */
export interface Focus {
  readonly field: FieldKey | null;
  readonly doubt: number | null;
}

/** The cell to light: the one the focused doubt is about, else the one the focused field was read from. */
export const litOf = (
  { doubts }: Pick<ImportDraft, 'doubts'>,
  places: Places,
  { field, doubt }: Focus,
): SourcePlace | null => {
  const meant = doubt === null ? undefined : doubts.find(({ index }) => index === doubt);
  const ofDoubt = meant && cellOf(meant, places);
  return ofDoubt ?? (field === null ? null : litPlace(places, field));
};

/** Cells with an open doubt about them: the place of the doubt among those of the project. */
export const doubtfulCells = (doubts: readonly DraftDoubt[], places: Places): ReadonlyMap<string, number> =>
  new Map(
    doubts.flatMap((one) => {
      const cell = one.settled === null ? cellOf(one, places) : null;
      return cell ? [[placeKey(cell), one.index] as const] : [];
    }),
  );

const cellOf = ({ doubt, field }: DraftDoubt, places: Places): SourcePlace | null =>
  doubt.place ?? litPlace(places, field);
