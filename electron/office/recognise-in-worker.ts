import { ExpectedError } from '../../shared/model/errors.ts';
import type { Reading } from './recognise-job.ts';
import { runInWorker, WorkerCrash } from './run-in-worker.ts';

export interface RecogniseOptions {
  readonly signal?: AbortSignal;
  /** Where the worker's program lies; a bundle puts it elsewhere. */
  readonly workerUrl?: URL | undefined;
  /** Longest time in milliseconds; 60 seconds where left out. */
  readonly mostTime?: number;
  /** Most memory in MiB; 512 where left out. */
  readonly mostMemory?: number;
}

const MOST_TIME = 60_000;
const MOST_MEMORY = 512;

/**
 * Reads a document and recognises its projects in a worker thread: whatever is in the file, the window goes on.
 * @param source the bytes of a file, or text as pasted
 * @param fileName what the clerk knows it by
 * @throws ExpectedError that names the document and why it can't be read; `cancelled` when the signal fires
 */
export const recogniseInWorker = async (
  source: Uint8Array | string,
  fileName: string,
  options: RecogniseOptions = {},
): Promise<Reading> => {
  const { signal, workerUrl, mostTime = MOST_TIME, mostMemory = MOST_MEMORY } = options;
  const timer = AbortSignal.timeout(mostTime);
  // A copy of its own can be handed over; the caller keeps its bytes.
  const handed = typeof source === 'string' ? source : new Uint8Array(source);
  try {
    const reading = await runInWorker(
      { kind: 'recognise', job: { source: handed, fileName } },
      {
        signal: AbortSignal.any(signal ? [signal, timer] : [timer]),
        workerUrl,
        mostMemory,
        transfer: typeof handed === 'string' ? [] : [handed.buffer],
      },
    );
    if (reading === null) throw new WorkerCrash('worker recognised nothing');
    return reading;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    if (timer.aborted) throw tooLong(fileName, mostTime);
    throw error instanceof WorkerCrash ? crashed(fileName, error) : error;
  }
};

const TRY_INSTEAD = '请只留下要导入的工作表，另存为新的 .xlsx 再导入，或者复制表格内容，粘贴到导入页面。';

const tooLong = (fileName: string, ms: number): ExpectedError =>
  new ExpectedError(
    'file-unreadable',
    `“${fileName}”读了 ${Math.ceil(ms / 1_000)} 秒还没有读完，已停止。`,
    TRY_INSTEAD,
  );

const crashed = (fileName: string, crash: WorkerCrash): ExpectedError =>
  isOutOfMemory(crash.cause)
    ? new ExpectedError('file-unreadable', `“${fileName}”内容太多，内存不够，没有读成。`, TRY_INSTEAD, { cause: crash })
    : new ExpectedError('file-unreadable', `“${fileName}”读取时出错，没有读成。`, TRY_INSTEAD, { cause: crash });

const isOutOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
