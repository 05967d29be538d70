import { readInWorker, type ReadOptions } from './read-in-worker.ts';
import { WorkerCrash } from './run-in-worker.ts';
import type { VerifiedTable } from './verify.ts';

/**
 * Compares the 校验码 of a saved file with what stands in it (see verifyFile), in a worker thread.
 * @param fileName what the clerk knows it by
 * @throws ExpectedError that names the file and why it can't be read; `cancelled` when the signal fires
 */
export const verifyInWorker = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<readonly VerifiedTable[]> => {
  const result = await readInWorker(
    bytes,
    fileName,
    (handed) => ({ kind: 'verify', job: { bytes: handed, fileName } }),
    '请重新导出这份表，再核对新的文件。',
    options,
  );
  if (result === null || 'recognised' in result || 'format' in result) throw new WorkerCrash('worker verified nothing');
  return result;
};
