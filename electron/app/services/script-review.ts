import { getProjects } from '../../../db/index.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Year } from '../../../shared/model/unit.ts';
import { settingsOf, type Program } from '../program.ts';
import { rowsOf, workingUnit } from './script-export.ts';

/** The projects of the working unit's year, as they stand. @param year null for the year of the settings */
export const storedContents = (program: Program, year: Year | null): ProjectContent[] => {
  const rows = rowsOf(program, workingUnit(program).id, year ?? settingsOf(program).year);
  return getProjects(
    program.db,
    rows.map(({ id }) => id),
  ).map(({ content }) => content);
};
