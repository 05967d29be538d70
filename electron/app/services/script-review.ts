import { getProjects } from '../../../db/index.ts';
import type { AskedForm } from '../../../shared/forms/form.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Year } from '../../../shared/model/unit.ts';
import type { Program } from '../program.ts';
import { askedFor } from './new-project.ts';
import { rowsOf, workingUnit, workingYear } from './script-units.ts';

/** The projects of a unit's year as they stand, and what the unit's forms ask of them. null: the unit and the year of the settings. */
export const storedForReview = (
  program: Program,
  unit: string | null,
  year: Year | null,
): { asked: AskedForm; contents: ProjectContent[] } => {
  const { id: unitId } = workingUnit(program, unit);
  const rows = rowsOf(program, unitId, year ?? workingYear(program, unitId));
  const projects = getProjects(
    program.db,
    rows.map(({ id }) => id),
  );
  return { asked: askedFor(program, unitId), contents: projects.map(({ content }) => content) };
};
