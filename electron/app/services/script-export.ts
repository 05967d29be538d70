import { listProjects, listUnits, listYears, type ProjectRow } from '../../../db/index.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { fold } from '../../../shared/model/text.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { settingsOf, type Program } from '../program.ts';
import { startExport } from './exports.ts';

export interface Wanted {
  readonly form: FormId;
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
export const writeOut = async (program: Program, { form, year, name, mode }: Wanted): Promise<number> => {
  const unit = workingUnit(program);
  const used = year ?? settingsOf(program).year;
  const ids = rowsOf(program, unit.id, used)
    .filter((row) => name === null || fold(row.name) === fold(name))
    .map(({ id }) => id);
  if (ids.length === 0) throw nothing(program, unit, used, name);
  const { jobId } = startExport(program, { form, ids, mode });
  const { state, message } = await program.jobs.ended(jobId);
  if (state !== 'ready') throw new ExpectedError('not-writable', message || '导出没有完成。');
  await program.jobs.deliver(jobId);
  return ids.length;
};

/** The unit the settings name, or the only one there is. */
export const workingUnit = (program: Program): Unit => {
  const units = listUnits(program.db);
  const unit = units.find(({ id }) => id === settingsOf(program).unitId) ?? units[0];
  if (!unit) throw new ExpectedError('not-found', `数据文件夹里还没有单位：${program.folder.root}。`);
  return unit;
};

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
