import { listUnits, listYears } from '../../../db/index.ts';
import type { FileFormat, PaperId } from '../../../shared/forms/form.ts';
import { sameDepartment } from '../../../shared/model/department.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { fold } from '../../../shared/model/text.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import type { JobState } from '../contract.ts';
import type { Program } from '../program.ts';
import { startExport } from './exports.ts';
import { rowsOf, workingUnit, workingYear } from './script-units.ts';

export interface Wanted {
  readonly form: PaperId;
  readonly format: FileFormat;
  /** Which unit: its name, its department or its code; null for the one the window works in. `all`: every unit. */
  readonly unit: string | null | typeof ALL_UNITS;
  /** null for the year of the settings. */
  readonly year: Year | null;
  /** Name of one project; null for all of the year. */
  readonly name: string | null;
  readonly mode: 'workbook' | 'files';
  /** Several departments can't be one file: refused where there is only one file to write. */
  readonly apart: boolean;
}

/** Instead of a name: every unit that has projects in the year, a table a department. */
export const ALL_UNITS = Symbol('all units');

/** What one table or one set of files holds. */
export interface Written {
  readonly units: readonly Unit[];
  readonly year: Year;
  readonly count: number;
  /** What is to be known of it, one Chinese sentence each. */
  readonly notes: readonly string[];
}

/** Told of every export that begins; answers what is called at its end. */
export type Watch = (look: () => JobState) => () => void;

/**
 * Exports projects and hands them to the host, waiting until both is done.
 * @param watch to show how far it is, for whoever waits
 * @returns what was written, one entry a department
 * @throws ExpectedError `not-found` where there is nothing to export, or why it could not be written
 */
export const writeOut = async (
  program: Program,
  wanted: Wanted,
  watch: Watch = () => () => undefined,
): Promise<Written[]> => {
  const choices =
    wanted.unit === ALL_UNITS ? everyDepartment(program, wanted) : [oneUnit(program, wanted.unit, wanted)];
  if (choices.length > 1 && !wanted.apart) throw severalDepartments(choices);
  const written: Written[] = [];
  for (const choice of choices) written.push(await writeChoice(program, wanted, choice, watch));
  return written;
};

/** Names of the units beside one. */
export const otherUnits = (program: Program, unit: Unit): string[] =>
  listUnits(program.db).flatMap(({ id, name }) => (id === unit.id ? [] : [name]));

interface Choice {
  readonly units: readonly Unit[];
  readonly year: Year;
  readonly ids: readonly string[];
}

const writeChoice = async (
  program: Program,
  { form, format, mode }: Wanted,
  { units, year, ids }: Choice,
  watch: Watch,
): Promise<Written> => {
  const { jobId } = startExport(program, { form, format, ids: [...ids], mode });
  const end = watch(() => program.jobs.get(jobId));
  const { state, message, notes } = await program.jobs.ended(jobId).finally(end);
  if (state !== 'ready') throw new ExpectedError('not-writable', message || '导出没有完成。');
  await program.jobs.deliver(jobId, 'ask');
  return { units, year, count: ids.length, notes };
};

const oneUnit = (program: Program, whose: string | null, { year, name }: Wanted): Choice => {
  const unit = workingUnit(program, whose);
  const used = year ?? workingYear(program, unit.id);
  const ids = idsOf(program, unit, used, name);
  if (ids.length === 0) throw nothing(program, unit, used, name);
  return { units: [unit], year: used, ids };
};

const everyDepartment = (program: Program, { year, name }: Wanted): Choice[] => {
  const used = year ?? workingYear(program, workingUnit(program).id);
  const choices: { units: Unit[]; year: Year; ids: string[] }[] = [];
  for (const unit of listUnits(program.db)) {
    const ids = idsOf(program, unit, used, name);
    if (ids.length === 0) continue;
    const sister = choices.find(({ units: [first] }) => first !== undefined && sameDepartment(first, unit));
    if (sister) {
      sister.units.push(unit);
      sister.ids.push(...ids);
    } else choices.push({ units: [unit], year: used, ids });
  }
  if (choices.length > 0) return choices;
  const what = name === null ? '没有项目' : `没有名为“${name}”的项目`;
  throw new ExpectedError('not-found', `所有单位 ${used} 年度都${what}。`);
};

const idsOf = (program: Program, unit: Unit, year: Year, name: string | null): string[] =>
  rowsOf(program, unit.id, year)
    .filter((row) => name === null || fold(row.name) === fold(name))
    .map(({ id }) => id);

const severalDepartments = (choices: readonly Choice[]): ExpectedError => {
  const names = choices.map(({ units: [first] }) => first?.department || first?.name).join('、');
  return new ExpectedError(
    'bad-input',
    `这些单位分属 ${choices.length} 个主管部门（${names}），不能写进同一个文件。`,
    '请把 --out 写成文件夹，每个部门一份；或者用 --unit 指定单位。',
  );
};

const nothing = (program: Program, unit: Unit, year: Year, name: string | null): ExpectedError => {
  const years = listYears(program.db, unit.id).join('、');
  const what = name === null ? '没有项目' : `没有名为“${name}”的项目`;
  return new ExpectedError('not-found', `${unit.name} ${year} 年度${what}。`, years ? `已有的年度：${years}。` : '');
};
