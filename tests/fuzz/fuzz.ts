import { Worker } from 'node:worker_threads';

/** What is to be fuzzed: files of every kind, or tables as texts. */
export type FuzzTask = {
  readonly runs: number;
  /** The same seed makes the same cases. */
  readonly seed: number;
} & ({ readonly what: 'files' } | { readonly what: 'tables'; readonly texts: readonly string[] });

export interface FuzzCounts {
  read: number;
  refused: number;
  recognised: number;
}

export type FuzzMessage =
  { readonly kind: 'case'; readonly what: string } | { readonly kind: 'done'; readonly counts: FuzzCounts };

/** Longest time of one case in milliseconds; shrinking a case that failed takes many. */
const LONGEST = 20_000;
/** As the program gives its own workers. */
const MOST_MEMORY = 512;

/**
 * Runs cases in a worker that is watched: each ends in time with a document or a sentence, or this throws with the case.
 * @param onCase told how many are done
 */
export const fuzz = (task: FuzzTask, onCase: (done: number) => void = () => undefined): Promise<FuzzCounts> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./child.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    let last = 'before the first case';
    let cases = 0;
    const failed = (why: string, cause?: unknown): void =>
      reject(new Error(`${why}, seed ${task.seed}, case ${cases}: ${last.slice(0, 2_000)}`, { cause }));
    const stop = (): void => {
      void worker.terminate();
      failed(`no end after ${LONGEST} ms`);
    };
    // Samples are made first.
    let watch = setTimeout(stop, LONGEST * 3);
    worker.on('message', (message: FuzzMessage) => {
      clearTimeout(watch);
      if (message.kind === 'done') return resolve(message.counts);
      last = message.what;
      onCase((cases += 1));
      watch = setTimeout(stop, LONGEST);
    });
    worker.on('error', (error) => {
      clearTimeout(watch);
      failed('neither a document nor a sentence', error);
    });
    worker.on('exit', () => clearTimeout(watch));
  });
