import { basename } from 'node:path';
import { analyse } from '../../../shared/fill/analyse.ts';
import { isPerProject } from '../../../shared/fill/fill.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { fold } from '../../../shared/model/text.ts';
import type { Year } from '../../../shared/model/unit.ts';
import type { Program } from '../program.ts';
import { readForFilling, startFill } from './fill.ts';
import type { Watch } from './script-export.ts';
import { rowsOf, workingUnit, workingYear } from './script-units.ts';

export interface FillScript {
  /** The county's own file. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** null for the unit and year the window works in, and for all projects. */
  readonly unit: string | null;
  readonly year: Year | null;
  readonly name: string | null;
  /** A folder was named: a file a project, where the form is of one project. */
  readonly folder: boolean;
}

/**
 * Fills a county's own form and hands it to the host, waiting until both is done.
 * @returns how many projects, and what is to be known, one Chinese sentence each
 * @throws ExpectedError why it can't be filled in, or `not-found` where there is no project
 */
export const fillOut = async (
  program: Program,
  { file, bytes, unit, year, name, folder }: FillScript,
  watch: Watch,
): Promise<{ readonly count: number; readonly unitName: string; readonly notes: readonly string[] }> => {
  const own = workingUnit(program, unit);
  const used = year ?? workingYear(program, own.id);
  const ids = rowsOf(program, own.id, used)
    .filter((row) => name === null || fold(row.name) === fold(name))
    .map(({ id }) => id);
  if (ids.length === 0) {
    const what = name === null ? '没有项目' : `没有名为“${name}”的项目`;
    throw new ExpectedError('not-found', `${own.name} ${used} 年度${what}。`);
  }
  const template = await readForFilling(program, basename(file), bytes);
  const analysis = analyse(template.template);
  const apart = folder && isPerProject(analysis.forms);
  const { jobId } = startFill(program, template, { ids, corrections: {}, apart });
  const end = watch(() => program.jobs.get(jobId));
  const { state, message, notes } = await program.jobs.ended(jobId).finally(end);
  if (state !== 'ready') throw new ExpectedError('not-writable', message || '填写没有完成。');
  await program.jobs.deliver(jobId, 'ask');
  return { count: ids.length, unitName: own.name, notes: [...analysis.notes, ...notes] };
};
