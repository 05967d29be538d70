import type { PastedTable } from './clipboard-read.ts';
import { readInWorker, type ReadOptions } from './read-in-worker.ts';
import type { Reading } from './recognise-job.ts';
import { WorkerCrash } from './run-in-worker.ts';

export interface RecogniseOptions extends ReadOptions {
  /** Whether hidden sheets are read; left where it is not said. */
  readonly hidden?: 'leave' | 'read';
}

/**
 * Reads a document and recognises its projects in a worker thread: whatever is in the file, the window goes on.
 * @param source the bytes of a file, or what was pasted: its text, or its HTML and text
 * @param fileName what the clerk knows it by
 * @throws ExpectedError that names the document and why it can't be read; `cancelled` when the signal fires
 */
export const recogniseInWorker = async (
  source: Uint8Array | string | PastedTable,
  fileName: string,
  options: RecogniseOptions = {},
): Promise<Reading> => {
  const result = await readInWorker(
    source,
    fileName,
    (handed) => ({ kind: 'recognise', job: { source: handed, fileName, hidden: options.hidden ?? 'leave' } }),
    '请只留下要导入的工作表，另存为新的 .xlsx 再导入，或者复制表格内容，粘贴到导入页面。',
    options,
  );
  if (result === null || !('recognised' in result)) throw new WorkerCrash('worker recognised nothing');
  return result;
};
