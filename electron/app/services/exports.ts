import { join } from 'node:path';
import type { PaperId } from '../../../shared/forms/form.ts';
import { exportInWorker } from '../../office/pool.ts';
import type { JobState } from '../contract.ts';
import type { ReadyFile } from '../host.ts';
import type { JobWork } from '../jobs.ts';
import type { Program } from '../program.ts';
import type { Services } from '../services.ts';
import { fileNames, workbookName } from './names.ts';
import { selectProjects, type Selection } from './selection.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const exportService = (program: Program): Services['exports'] => ({
  start: (wanted) => startExport(program, wanted),
  deliver: ({ jobId, again }) => program.jobs.deliver(jobId, again),
});

/** Begins an export; the job tells how far it is. */
export const startExport = (
  program: Program,
  { form, ids, mode }: Parameters<Services['exports']['start']>[0],
): JobState => {
  const selection = selectProjects(program, ids);
  const make = mode === 'files' ? filesWork : workbookWork;
  return program.jobs.start(make(program, form, selection));
};

export const jobService = (program: Program): Services['jobs'] => ({
  get: (jobId) => program.jobs.get(jobId),
  cancel: (jobId) => program.jobs.cancel(jobId),
});

const workbookWork = (program: Program, form: PaperId, selection: Selection): JobWork => {
  const folder = program.temporary.make();
  return {
    title: titleOf(selection),
    all: selection.projects.length,
    run: async (report, signal) => {
      const file = await writeSelection(program, form, selection, { folder, report, signal });
      return (again) => program.host.deliverFile(file, again);
    },
    discard: () => program.temporary.remove(folder),
  };
};

const filesWork = (program: Program, form: PaperId, selection: Selection): JobWork => {
  const folder = program.temporary.make();
  return {
    title: titleOf(selection),
    all: selection.projects.length,
    run: async (report, signal) => {
      const names = fileNames(program, selection);
      await work(program, { ...jobOf(form, selection), kind: 'files', path: folder, names }, report, signal);
      const suggested = workbookName(program, selection).replace(/\.xlsx$/u, '');
      // Always a new folder, which nothing can hold open: there is no place to try again.
      return () => program.host.deliverFiles(folder, suggested);
    },
    discard: () => program.temporary.remove(folder),
  };
};

/** Writes a selection as one workbook into a temporary folder, away from the main thread. */
export const writeSelection = async (
  program: Program,
  form: PaperId,
  selection: Selection,
  { folder, report, signal }: { folder: string; report: (done: number) => void; signal: AbortSignal },
): Promise<ReadyFile> => {
  const name = workbookName(program, selection);
  const path = join(folder, name);
  await work(program, { ...jobOf(form, selection), kind: 'workbook', path, names: [] }, report, signal);
  return { path, name, type: XLSX };
};

const titleOf = ({ projects }: Selection): string => `导出 ${projects.length} 个项目`;

type Work = Parameters<typeof exportInWorker>[0];

const jobOf = (form: PaperId, selection: Selection): Omit<Work, 'kind' | 'path' | 'names'> => ({
  form,
  book: selection.book,
  title: `${selection.unit.name}${selection.year}年项目支出绩效目标表`,
});

const work = (program: Program, job: Work, onProgress: (done: number) => void, signal: AbortSignal): Promise<void> =>
  exportInWorker(job, { onProgress, signal, ...(program.worker ? { workerUrl: program.worker } : {}) });
