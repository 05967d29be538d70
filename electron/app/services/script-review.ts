import { getProjects } from '../../../db/index.ts';
import type { Year } from '../../../shared/model/unit.ts';
import type { ReviewSubject } from '../../../shared/review/subject.ts';
import type { Program } from '../program.ts';
import { askedFor } from './new-project.ts';
import { rowsOf, workingUnit, workingYear } from './script-units.ts';

/** The projects of a unit's year as they stand, and what the unit's forms ask of them. null: the unit and the year of the settings. */
export const storedForReview = (program: Program, unit: string | null, year: Year | null): ReviewSubject => {
  const { id: unitId, name, department } = workingUnit(program, unit);
  const wanted = year ?? workingYear(program, unitId);
  const rows = rowsOf(program, unitId, wanted);
  const projects = getProjects(
    program.db,
    rows.map(({ id }) => id),
  );
  return {
    year: wanted,
    names: [name, department],
    form: askedFor(program, unitId),
    projects: projects.map(({ content }) => content),
  };
};
