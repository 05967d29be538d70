import { Worker, type Transferable } from 'node:worker_threads';
import { ExpectedError } from '../../shared/model/errors.ts';
import type { WorkerMessage, WorkerResult, WorkerTask } from './worker-task.ts';

export interface WorkerOptions {
  /** Ends the worker at once. */
  readonly signal: AbortSignal;
  /** Where the worker's program lies; a bundle puts it elsewhere. */
  readonly workerUrl?: URL | undefined;
  /** All is 0 where it is not known. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Most memory of the worker's JavaScript in MiB; as much as Node gives where it is left out. */
  readonly mostMemory?: number;
  /** Buffers that are handed over instead of copied. */
  readonly transfer?: readonly Transferable[];
}

/** A worker that ended without a result: out of memory, or a fault in the program. The cause says which. */
export class WorkerCrash extends Error {
  override readonly name = 'WorkerCrash';
}

/**
 * Starts a worker for one task and waits for what it makes.
 * @throws ExpectedError `cancelled` when the signal fires, or what the task threw; WorkerCrash
 */
export const runInWorker = async (task: WorkerTask, options: WorkerOptions): Promise<WorkerResult> => {
  const { signal, workerUrl = new URL('./worker.ts', import.meta.url), mostMemory, transfer = [] } = options;
  if (signal.aborted) throw cancelled(task);
  const worker = new Worker(workerUrl, {
    workerData: task,
    transferList: [...transfer],
    ...(mostMemory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: mostMemory } }),
  });
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      void worker.terminate().then(() => reject(cancelled(task)));
    };
    signal.addEventListener('abort', cancel, { once: true });
    let result: WorkerResult | undefined;
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') options.onProgress?.(message.done, message.all ?? 0);
      else if (message.kind === 'failed') reject(new ExpectedError(message.code, message.message, message.nextStep));
      else ({ result } = message);
    });
    worker.on('error', (cause) => reject(new WorkerCrash('worker failed', { cause })));
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', cancel);
      if (result !== undefined) resolve(result);
      else if (!signal.aborted) reject(new WorkerCrash(`worker ended with code ${code}`));
    });
  });
};

const cancelled = ({ kind }: WorkerTask): ExpectedError => new ExpectedError('cancelled', `${WORDS[kind]}已取消。`);

const WORDS: Readonly<Record<WorkerTask['kind'], string>> = {
  export: '导出',
  recognise: '识别',
  verify: '核对',
  template: '读取表样',
  fill: '填表',
};
