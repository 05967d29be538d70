import {
  FIELD_LABELS,
  INDICATOR_FIELDS,
  MAPPED_FIELDS,
  type MappedField,
} from '../../../shared/recognise/mapped/fields.ts';
import type { Mapping } from '../../../shared/recognise/mapped/mapping.ts';

export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

const choices = (fields: readonly MappedField[], none: string): FieldChoice[] => [
  { value: '', label: none },
  ...fields.map((field) => ({ value: field, label: FIELD_LABELS[field] })),
];

/** What a column can be: in a form for one project its columns are those of the indicators. */
export const columnChoices = (shape: Mapping['shape']): FieldChoice[] =>
  choices(
    MAPPED_FIELDS.filter((field) => shape === 'list' || INDICATOR_FIELDS.has(field)),
    '（不要）',
  );

/** What a cell of a form for one project can be. */
export const cellChoices = (): FieldChoice[] =>
  choices(
    MAPPED_FIELDS.filter((field) => !INDICATOR_FIELDS.has(field)),
    '（不要）',
  );

/** The field a choice names; null for none. */
export const fieldOfChoice = (value: string): MappedField | null =>
  MAPPED_FIELDS.find((field) => field === value) ?? null;
