import { parentPort, workerData } from 'node:worker_threads';
import { ExpectedError } from '../../shared/model/errors.ts';
import { expectedWriteError } from './atomic.ts';
import { runExport, type ExportJob } from './export-job.ts';
import type { WorkerMessage } from './pool.ts';

/* Runs beside the main thread: draws and writes the job it was started with, tells how far it is, and ends. */

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

const STEP_MS = 40;

const run = async (job: ExportJob): Promise<void> => {
  let done = 0;
  let told = 0;
  try {
    await runExport(job, () => {
      done += 1;
      if (performance.now() - told < STEP_MS) return;
      told = performance.now();
      say({ kind: 'progress', done });
    });
    say({ kind: 'progress', done });
    say({ kind: 'done' });
  } catch (error) {
    const expected = expectedWriteError(error, job.path);
    // Errors lose their fields on the way between threads.
    if (!(expected instanceof ExpectedError)) throw error;
    say({ kind: 'failed', code: expected.code, message: expected.message, nextStep: expected.nextStep });
  }
};

await run(workerData as ExportJob);
