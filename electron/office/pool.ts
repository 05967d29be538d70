import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './atomic.ts';
import type { ExportJob } from './export-job.ts';
import { runInWorker } from './run-in-worker.ts';

export interface ExportOptions {
  /** Told a few times a second how many projects are written. */
  readonly onProgress: (done: number) => void;
  /** Stops the work and removes what was written. */
  readonly signal: AbortSignal;
  /** Where the worker's program lies; a bundle puts it elsewhere. */
  readonly workerUrl?: URL;
}

/** Below this, starting a second worker takes longer than it saves. */
const WORTH_TWO = 100;

/**
 * Draws and writes a job in worker threads: the main thread goes on answering the window.
 * @throws ExpectedError `cancelled` when the signal fires, or why nothing could be written; nothing is left behind then
 */
export const exportInWorker = async (job: ExportJob, options: ExportOptions): Promise<void> => {
  if (job.kind === 'workbook') {
    await writeAtomically(job.path, (path) => runWorker({ ...job, path }, options, options.onProgress));
    return;
  }
  const done: number[] = [];
  const parts = split(job);
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const work = parts.map((part, index) =>
    runWorker(part, { ...options, signal }, (count) => {
      done[index] = count;
      options.onProgress(done.reduce((sum, one) => sum + one, 0));
    }),
  );
  try {
    await Promise.all(work);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(work);
    await Promise.all(job.names.map((name) => rm(join(job.path, name), { force: true })));
    throw error;
  }
};

/** Every other project to each of two workers: long and short ones mix. */
const split = (job: ExportJob): ExportJob[] => {
  if (job.names.length < WORTH_TWO) return [job];
  return [0, 1].map((half) => {
    let count = 0;
    const units = job.book.units.map((unit) => ({
      ...unit,
      projects: unit.projects.filter(() => count++ % 2 === half),
    }));
    return { ...job, book: { ...job.book, units }, names: job.names.filter((_, index) => index % 2 === half) };
  });
};

const runWorker = async (job: ExportJob, options: ExportOptions, onProgress: (done: number) => void): Promise<void> => {
  const { signal, workerUrl } = options;
  await runInWorker({ kind: 'export', job }, { signal, workerUrl, onProgress });
};
