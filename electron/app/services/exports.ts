import { join } from 'node:path';
import type { FileFormat } from '../../../shared/forms/form.ts';
import { legalFileName } from '../../../shared/grid/names.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { exportInWorker } from '../../office/pool.ts';
import type { JobState } from '../contract.ts';
import type { ReadyFile } from '../host.ts';
import type { JobWork } from '../jobs.ts';
import type { Program } from '../program.ts';
import type { Services } from '../services.ts';
import { bookFileName, bookName, fileNames } from './names.ts';
import { refuseFormat, selectProjects, type Selection } from './selection.ts';

const TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export const exportService = (program: Program): Services['exports'] => ({
  start: (wanted) => startExport(program, wanted),
  deliver: ({ jobId, again }) => program.jobs.deliver(jobId, again),
});

/**
 * Begins an export; the job tells how far it is.
 * @throws ExpectedError `bad-input` where the paper has no such file, or is no paper of single projects
 */
export const startExport = (
  program: Program,
  { form, ids, format, mode }: Parameters<Services['exports']['start']>[0],
): JobState => {
  const selection = selectProjects(program, form, ids);
  refuseFormat(selection.paper, format);
  if (mode === 'workbook') return program.jobs.start(bookWork(program, selection, format));
  refuseParting(selection);
  return program.jobs.start(filesWork(program, selection, format));
};

export const jobService = (program: Program): Services['jobs'] => ({
  get: (jobId) => program.jobs.get(jobId),
  cancel: (jobId) => program.jobs.cancel(jobId),
});

const refuseParting = ({ paper }: Selection): void => {
  if (paper.span === 'project') return;
  throw new ExpectedError('bad-input', `${paper.title}是一整份表，不能一个项目一个文件。`, '请存成一个文件。');
};

const bookWork = (program: Program, selection: Selection, format: FileFormat): JobWork => {
  const folder = program.temporary.make();
  return {
    title: titleOf(selection),
    all: selection.projects.length,
    notes: selection.paper.notes(selection.book),
    run: async (report, signal) => {
      const file = await writeSelection(program, selection, format, { folder, report, signal });
      return (again) => program.host.deliverFile(file, again);
    },
    discard: () => program.temporary.remove(folder),
  };
};

const filesWork = (program: Program, selection: Selection, format: FileFormat): JobWork => {
  const folder = program.temporary.make();
  return {
    title: titleOf(selection),
    all: selection.projects.length,
    notes: selection.paper.notes(selection.book),
    run: async (report, signal) => {
      const names = fileNames(program, selection, format);
      await work(program, { ...jobOf(selection, format), kind: 'files', path: folder, names }, report, signal);
      const suggested = legalFileName(bookName(program, selection));
      // Always a new folder, which nothing can hold open: there is no place to try again.
      return () => program.host.deliverFiles(folder, suggested);
    },
    discard: () => program.temporary.remove(folder),
  };
};

/** Writes a selection as one file into a temporary folder, away from the main thread. */
export const writeSelection = async (
  program: Program,
  selection: Selection,
  format: FileFormat,
  { folder, report, signal }: { folder: string; report: (done: number) => void; signal: AbortSignal },
): Promise<ReadyFile> => {
  const name = bookFileName(program, selection, format);
  const path = join(folder, name);
  await work(program, { ...jobOf(selection, format), kind: 'workbook', path, names: [] }, report, signal);
  return { path, name, type: TYPES[format] };
};

const titleOf = ({ projects }: Selection): string => `导出 ${projects.length} 个项目`;

type Work = Parameters<typeof exportInWorker>[0];

const jobOf = ({ paper, book, unit, year }: Selection, format: FileFormat): Omit<Work, 'kind' | 'path' | 'names'> => ({
  form: paper.id,
  format,
  book,
  title: `${unit.name}${year}年${paper.name}`,
});

const work = (program: Program, job: Work, onProgress: (done: number) => void, signal: AbortSignal): Promise<void> =>
  exportInWorker(job, { onProgress, signal, ...(program.worker ? { workerUrl: program.worker } : {}) });
