import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Template } from '../../shared/fill/template.ts';
import { writeAtomically } from './atomic.ts';
import type { FillJob } from './fill-job.ts';
import type { ExportOptions } from './pool.ts';
import { readInWorker, type ReadOptions } from './read-in-worker.ts';
import { runInWorker, WorkerCrash } from './run-in-worker.ts';

/**
 * Reads a county's own form in a worker thread: whatever is in the file, the window goes on.
 * @param fileName what the clerk knows it by
 * @throws ExpectedError that names the file and why it can't be filled in; `cancelled` when the signal fires
 */
export const readTemplateInWorker = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Template> => {
  const result = await readInWorker(
    bytes,
    fileName,
    (handed) => ({ kind: 'template', job: { bytes: handed, fileName } }),
    '请只留下要填的表，另存为新的文件，再选它。',
    options,
  );
  if (result === null || !('format' in result)) throw new WorkerCrash('worker read no template');
  return result;
};

/**
 * Fills a form in a worker thread and writes what comes of it, one file or many.
 * @throws ExpectedError `cancelled` when the signal fires, or why nothing could be written; nothing is left behind then
 */
export const fillInWorker = async (job: FillJob, options: ExportOptions): Promise<void> => {
  const { signal, workerUrl, onProgress } = options;
  const run = async (own: FillJob): Promise<void> => {
    await runInWorker({ kind: 'fill', job: own }, { signal, workerUrl, onProgress });
  };
  if (job.names.length === 0) return writeAtomically(job.path, (path) => run({ ...job, path }));
  try {
    await run(job);
  } catch (error) {
    await Promise.all(job.names.map((name) => rm(join(job.path, name), { force: true })));
    throw error;
  }
};
