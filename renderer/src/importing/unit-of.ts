import type { Year } from '../../../shared/model/unit.ts';
import { formsOf, partsByUnit, treeOf } from '../../../shared/recognise/named-unit.ts';
import { blankUnit, type NewUnit } from '../start/new-unit.ts';
import type { ReadySource } from './sources.ts';

/** The word that stands most often; empty where there is none. */
const commonest = (words: readonly (string | null)[]): string => {
  const counts = new Map<string, number>();
  for (const word of words) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
};

/** What the papers say of the unit they are of, for the form of a new unit; blanks where they say nothing. */
export const unitOfSources = (sources: readonly ReadySource[], year: Year): NewUnit => {
  const documents = sources.map(({ preview }) => preview.recognised);
  const projects = documents.flatMap((document) => document.projects);
  const named = documents.flatMap(partsByUnit).map((part) => part.named);
  const department = commonest(documents.map(({ document }) => document.department));
  const name =
    commonest(projects.map(({ implementingUnit }) => implementingUnit)) || commonest(named.map((one) => one.name));
  const codes = projects.map(({ departmentAndCode }) => /\d{3,}/u.exec(departmentAndCode ?? '')?.[0] ?? null);
  return {
    ...blankUnit(year, ''),
    forms: formsOf(documents),
    tree: documents.some((document) => treeOf(document) === '101') ? '101' : '88',
    name: name || department,
    department,
    departmentCode: commonest(codes),
  };
};
