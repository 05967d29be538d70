import { getProjects, getUnitYear, listProjectIds } from '../../../db/index.ts';
import { summarise } from '../../../shared/forms/summary/summarise.ts';
import { unitOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';
import { unitsOfDepartment } from './departments.ts';
import { bookOf } from './selection.ts';

export const summaryService = (program: Program): Services['summary'] => ({
  get: ({ unitId, year, scope }) => {
    const units = scope === 'unit' ? [unitOf(program, unitId)] : unitsOfDepartment(program, unitId);
    const parts = units.map((unit) => ({
      unit,
      declared: getUnitYear(program.db, unit.id, year).content,
      projects: getProjects(program.db, idsOf(program, unit.id, year)),
    }));
    return {
      ...summarise(bookOf(program, year, parts)),
      ids: parts.flatMap(({ projects }) => projects.map(({ id }) => id)),
    };
  },
});

const idsOf = (program: Program, unitId: string, year: number): string[] =>
  listProjectIds(program.db, { unitId, year, search: '', state: null });
