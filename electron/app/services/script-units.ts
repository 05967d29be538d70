import { listProjects, listUnits, listYears, type ProjectRow } from '../../../db/index.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { fold } from '../../../shared/model/text.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { settingsOf, type Program } from '../program.ts';

/* Which unit and year a script means. */

/** The unit that is named (by its name, its department or its code), else the one the settings name, else the first. */
export const workingUnit = (program: Program, name: string | null = null): Unit => {
  const units = listUnits(program.db);
  const wanted = fold(name ?? '');
  const unit =
    name === null
      ? (units.find(({ id }) => id === settingsOf(program).unitId) ?? units[0])
      : (units.find((one) => fold(one.name) === wanted) ??
        units.find((one) => fold(one.department) === wanted || fold(one.code) === wanted));
  if (unit) return unit;
  const all = units.map((one) => one.name).join('、');
  if (all === '') throw new ExpectedError('not-found', `数据文件夹里还没有单位：${program.folder.root}。`);
  throw new ExpectedError('not-found', `没有名为“${name ?? ''}”的单位。`, `已有的单位：${all}。`);
};

/** The year of the settings, or the unit's newest where it has nothing in that one. */
export const workingYear = (program: Program, unitId: string): Year => {
  const { year } = settingsOf(program);
  const years = listYears(program.db, unitId);
  return years.length === 0 || years.includes(year) ? year : Math.max(...years);
};

/** Every project of a unit's year, in the order of the list. */
export const rowsOf = (program: Program, unitId: string, year: Year): readonly ProjectRow[] =>
  listProjects(program.db, {
    ...{ unitId, year, search: '', sort: 'position', descending: false, state: null, offset: 0 },
    limit: 1_000_000,
  }).rows;
