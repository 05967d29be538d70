import { parentPort, workerData } from 'node:worker_threads';
import { ExpectedError } from '../../shared/model/errors.ts';
import type { WorkerMessage, WorkerResult, WorkerTask } from './worker-task.ts';

/* Runs beside the main thread: does the one task it was started for, tells how far it is, and ends. */

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

const STEP_MS = 40;

/** Only what a task needs is loaded: the reader's library takes longer to start than most exports to run. */
const perform = async (task: WorkerTask): Promise<WorkerResult> => {
  switch (task.kind) {
    case 'export':
      await performExport(task.job);
      return null;
    case 'recognise':
      return (await import('./recognise-job.ts')).runRecognise(task.job, sayNowAndThen);
    case 'verify':
      return (await import('./verify.ts')).verifyFile(task.job.bytes, task.job.fileName);
    case 'template':
      return (await import('./fill-file.ts')).readTemplate(task.job.bytes, task.job.fileName);
    case 'fill':
      await performFill(task.job);
      return null;
  }
};

let told = 0;

const sayNowAndThen = (done: number, all: number): void => {
  if (performance.now() - told < STEP_MS && done < all) return;
  told = performance.now();
  say({ kind: 'progress', done, all });
};

const performExport = async (job: Extract<WorkerTask, { kind: 'export' }>['job']): Promise<void> => {
  const [{ runExport }, { expectedWriteError }] = await Promise.all([import('./export-job.ts'), import('./atomic.ts')]);
  let done = 0;
  let told = 0;
  try {
    await runExport(job, (projects) => {
      done = projects;
      if (performance.now() - told < STEP_MS) return;
      told = performance.now();
      say({ kind: 'progress', done });
    });
  } catch (error) {
    throw expectedWriteError(error, job.path);
  }
  say({ kind: 'progress', done });
};

const performFill = async (job: Extract<WorkerTask, { kind: 'fill' }>['job']): Promise<void> => {
  const [{ runFill }, { expectedWriteError }] = await Promise.all([import('./fill-job.ts'), import('./atomic.ts')]);
  try {
    await runFill(job, (done) => sayNowAndThen(done, job.count));
  } catch (error) {
    throw expectedWriteError(error, job.path);
  }
};

try {
  say({ kind: 'done', result: await perform(workerData as WorkerTask) });
} catch (error) {
  // Errors lose their fields on the way between threads.
  if (!(error instanceof ExpectedError)) throw error;
  say({ kind: 'failed', code: error.code, message: error.message, nextStep: error.nextStep });
}
