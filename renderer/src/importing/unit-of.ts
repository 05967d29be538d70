import { blankUnit, type NewUnit } from '../start/new-unit.ts';
import type { ReadySource } from './sources.ts';

/** The word that stands most often; empty where there is none. */
const commonest = (words: readonly (string | null)[]): string => {
  const counts = new Map<string, number>();
  for (const word of words) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
};

/** What the papers say of the unit they are of, for the form of a new unit; blanks where they say nothing. */
export const unitOfSources = (sources: readonly ReadySource[], year: number): NewUnit => {
  const documents = sources.map(({ preview }) => preview.recognised.document);
  const projects = sources.flatMap(({ preview }) => preview.recognised.projects);
  const department = commonest(documents.map((one) => one.department));
  const name = commonest(projects.map(({ implementingUnit }) => implementingUnit)) || department;
  const codes = projects.map(({ departmentAndCode }) => /\d{3,}/u.exec(departmentAndCode ?? '')?.[0] ?? null);
  const layouts = new Set(documents.flatMap(({ layout }) => (layout === null ? [] : [layout])));
  const blank = blankUnit(year, '');
  const forms = layouts.size > 0 ? [...layouts] : blank.forms;
  return { ...blank, forms, name, department, departmentCode: commonest(codes) };
};
