import { getProjects } from '../../../db/index.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Year } from '../../../shared/model/unit.ts';
import type { Program } from '../program.ts';
import { rowsOf, workingUnit, workingYear } from './script-export.ts';

/** The projects of a unit's year, as they stand. null: the unit and the year of the settings. */
export const storedContents = (program: Program, unit: string | null, year: Year | null): ProjectContent[] => {
  const { id: unitId } = workingUnit(program, unit);
  const rows = rowsOf(program, unitId, year ?? workingYear(program, unitId));
  return getProjects(
    program.db,
    rows.map(({ id }) => id),
  ).map(({ content }) => content);
};
