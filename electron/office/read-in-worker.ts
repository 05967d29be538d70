import { ExpectedError } from '../../shared/model/errors.ts';
import type { PastedTable } from './clipboard-read.ts';
import { runInWorker, WorkerCrash } from './run-in-worker.ts';
import type { WorkerResult, WorkerTask } from './worker-task.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Where the worker's program lies; a bundle puts it elsewhere. */
  readonly workerUrl?: URL | undefined;
  /** Longest time in milliseconds; 60 seconds where left out. */
  readonly mostTime?: number;
  /** Most memory in MiB; 512 where left out. */
  readonly mostMemory?: number;
  /** Told now and then how far the reading is: sheets, pages or parts. */
  readonly onProgress?: (done: number, all: number) => void;
}

const MOST_TIME = 60_000;
const MOST_MEMORY = 512;

/**
 * Does something with a document in a worker thread, within limits of time and memory: whatever is in the file, the window
 * goes on.
 * @param source the bytes of a file, or text as pasted
 * @param fileName what the clerk knows it by
 * @param taskOf the task, of the bytes that are handed over
 * @param tryInstead what the clerk can do where it is too much, one Chinese sentence
 * @throws ExpectedError that names the document and why it can't be read; `cancelled` when the signal fires
 */
export const readInWorker = async <Source extends Uint8Array | string | PastedTable>(
  source: Source,
  fileName: string,
  taskOf: (source: Source) => WorkerTask,
  tryInstead: string,
  options: ReadOptions = {},
): Promise<WorkerResult> => {
  const { signal, workerUrl, mostTime = MOST_TIME, mostMemory = MOST_MEMORY, onProgress } = options;
  const timer = AbortSignal.timeout(mostTime);
  // A copy of its own can be handed over; the caller keeps its bytes.
  const handed = source instanceof Uint8Array ? new Uint8Array(source) : null;
  try {
    const result = await runInWorker(taskOf((handed ?? source) as Source), {
      signal: AbortSignal.any(signal ? [signal, timer] : [timer]),
      workerUrl,
      mostMemory,
      transfer: handed === null ? [] : [handed.buffer],
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    if (result === null) throw new WorkerCrash('worker read nothing');
    return result;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    if (timer.aborted) throw tooLong(fileName, mostTime, tryInstead);
    throw error instanceof WorkerCrash ? crashed(fileName, error, tryInstead) : error;
  }
};

const tooLong = (fileName: string, ms: number, tryInstead: string): ExpectedError =>
  new ExpectedError('file-unreadable', `“${fileName}”读了 ${Math.ceil(ms / 1_000)} 秒还没有读完，已停止。`, tryInstead);

const crashed = (fileName: string, crash: WorkerCrash, tryInstead: string): ExpectedError => {
  const why = isOutOfMemory(crash.cause) ? '内容太多，内存不够，没有读成' : '读取时出错，没有读成';
  return new ExpectedError('file-unreadable', `“${fileName}”${why}。`, tryInstead, { cause: crash });
};

const isOutOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
