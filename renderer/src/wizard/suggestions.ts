import type { FieldDefinition } from '../../../shared/forms/form.ts';
import type { Settings, Unit } from '../../../shared/model/unit.ts';

const PERIODS = ['1 年', '2 年', '3 年'];

/** What a field offers while typing, each text once. */
export const suggestionsFor = (
  suggest: NonNullable<FieldDefinition['suggest']>,
  settings: Pick<Settings, 'attributes' | 'departments'>,
  units: readonly Unit[],
): string[] => {
  switch (suggest) {
    case 'attributes':
      return distinct(settings.attributes);
    case 'departments':
      return distinct([
        ...settings.departments.map(({ name, code }) => `${name} ${code}`.trim()),
        ...units.map(({ department, departmentCode }) => `${department} ${departmentCode}`.trim()),
      ]);
    case 'units':
      return distinct(units.map(({ name }) => name));
    case 'periods':
      return PERIODS;
  }
};

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text.trim() !== ''))];
