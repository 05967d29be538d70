import type { SourcePlace } from '../../../shared/grid/table.ts';
import type { RecognisedProject } from '../../../shared/recognise/recognised.ts';
import { fieldKeyOf, indicatorIdOf, type FieldKey } from './field-keys.ts';

/** Which cell of the source each field was read from, and the other way round. */
export interface Places {
  readonly ofField: ReadonlyMap<FieldKey, SourcePlace>;
  /** Fields by {@link placeKey}; the first of several that were read from one cell. */
  readonly fieldAt: ReadonlyMap<string, FieldKey>;
}

/** Tells cells apart. */
export const placeKey = ({ table, at, column }: SourcePlace): string => `${table}/${at}/${column}`;

/** The places of one project by the names its fields have on this page. */
export const placesOf = (project: Pick<RecognisedProject, 'places'>, readIds: readonly string[]): Places => {
  const ofField = new Map<FieldKey, SourcePlace>();
  const fieldAt = new Map<string, FieldKey>();
  for (const [path, place] of Object.entries(project.places ?? {})) {
    const field = fieldKeyOf(path, readIds);
    // Number and unit in columns of their own share a box: the value's cell, printed first, is lit.
    if (!ofField.has(field) || path.endsWith('printedValue')) ofField.set(field, place);
    if (!fieldAt.has(placeKey(place))) fieldAt.set(placeKey(place), field);
  }
  return { ofField, fieldAt };
};

const NEIGHBOURS = ['level3', 'printed', 'kind'];

/** The cell to light for a field; for a box that was not read from a cell of its own, another of the same indicator. */
export const litPlace = (places: Places, field: FieldKey): SourcePlace | null => {
  const own = places.ofField.get(field);
  if (own) return own;
  const id = indicatorIdOf(field);
  if (id === null) return null;
  const near = NEIGHBOURS.map((box) => places.ofField.get(`indicators.${id}.${box}`)).find(Boolean);
  return near ?? null;
};

/** Order of cells in the source: by table, row, column. */
export const byPlace = (one: SourcePlace, other: SourcePlace): number =>
  one.table - other.table || one.at - other.at || one.column - other.column;
