import type { FieldDefinition } from '../../../shared/forms/form.ts';
import type { Settings, Unit } from '../../../shared/model/unit.ts';

const PERIODS = ['1 年', '2 年', '3 年'];

/** 项目类别 of the budget systems; townships declare targets for the last one almost always. */
const CATEGORIES = ['3-特定目标类', '1-人员类', '2-运转类'];

/** What a field offers while typing, each text once. `used`: what other projects of the unit have there. */
export const suggestionsFor = (
  suggest: NonNullable<FieldDefinition['suggest']>,
  settings: Pick<Settings, 'attributes' | 'departments'>,
  units: readonly Unit[],
  used: readonly string[] = [],
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
    case 'categories':
      return distinct([...CATEGORIES, ...used]);
  }
};

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text.trim() !== ''))];
