import { listProjects, listUnits, listYears, type ProjectRow } from '../../../db/index.ts';
import type { PaperId } from '../../../shared/forms/form.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { fold } from '../../../shared/model/text.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { settingsOf, type Program } from '../program.ts';
import { startExport } from './exports.ts';

export interface Wanted {
  readonly form: PaperId;
  readonly format: 'xlsx' | 'docx';
  /** Name of the unit or of its department; null for the one the window works in. */
  readonly unit: string | null;
  /** null for the year of the settings. */
  readonly year: Year | null;
  /** Name of one project; null for all of the year. */
  readonly name: string | null;
  readonly mode: 'workbook' | 'files';
}

/**
 * Exports the projects of the working unit and hands them to the host, waiting until both is done.
 * @returns how many projects
 * @throws ExpectedError `not-found` where there is nothing to export, or why it could not be written
 */
export const writeOut = async (
  program: Program,
  { form, format, unit: whose, year, name, mode }: Wanted,
): Promise<number> => {
  const unit = workingUnit(program, whose);
  const used = year ?? workingYear(program, unit.id);
  const ids = rowsOf(program, unit.id, used)
    .filter((row) => name === null || fold(row.name) === fold(name))
    .map(({ id }) => id);
  if (ids.length === 0) throw nothing(program, unit, used, name);
  const { jobId } = startExport(program, { form, format, ids, mode });
  const { state, message } = await program.jobs.ended(jobId);
  if (state !== 'ready') throw new ExpectedError('not-writable', message || '导出没有完成。');
  await program.jobs.deliver(jobId, 'ask');
  return ids.length;
};

/** The unit that is named, else the one the settings name, else the first. */
export const workingUnit = (program: Program, name: string | null = null): Unit => {
  const units = listUnits(program.db);
  const wanted = fold(name ?? '');
  const unit =
    name === null
      ? (units.find(({ id }) => id === settingsOf(program).unitId) ?? units[0])
      : units.find((one) => fold(one.name) === wanted || fold(one.department) === wanted);
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

/** Names of the units beside one. */
export const otherUnits = (program: Program, unit: Unit): string[] =>
  listUnits(program.db).flatMap(({ id, name }) => (id === unit.id ? [] : [name]));

/** Every project of a unit's year, in the order of the list. */
export const rowsOf = (program: Program, unitId: string, year: Year): readonly ProjectRow[] =>
  listProjects(program.db, {
    ...{ unitId, year, search: '', sort: 'position', descending: false, state: null, offset: 0 },
    limit: 1_000_000,
  }).rows;

const nothing = (program: Program, unit: Unit, year: Year, name: string | null): ExpectedError => {
  const years = listYears(program.db, unit.id).join('、');
  const what = name === null ? '没有项目' : `没有名为“${name}”的项目`;
  return new ExpectedError('not-found', `${unit.name} ${year} 年度${what}。`, years ? `已有的年度：${years}。` : '');
};
