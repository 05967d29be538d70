import fc from 'fast-check';
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from '../../electron/office/read.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { FuzzCounts, FuzzMessage, FuzzTask } from './fuzz.ts';
import { fileSamples, type Sample } from './samples.ts';
import { spoiled, spoiling } from './spoil.ts';
import { spoiledTables } from './table-spoil.ts';

/* Runs the cases, and says before each what it is: whoever waits knows which one never ended. */

const say = (message: FuzzMessage): void => parentPort?.postMessage(message);

const counts: FuzzCounts = { read: 0, refused: 0, recognised: 0 };

/** Everything but an error that was expected is thrown. */
const expected = async (act: () => Promise<void>): Promise<boolean> => {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    if (!/[\u4e00-\u9fff]/u.test(error.message)) throw new Error(`not for people: ${error.message}`, { cause: error });
    return false;
  }
};

const recogniseAll = async (tables: readonly SourceTable[], name: string): Promise<void> => {
  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is caught as of the readers
  if (await expected(async () => void recognise(tables, name))) counts.recognised += 1;
};

const fuzzFiles = async (samples: readonly Sample[], { runs, seed }: FuzzTask): Promise<void> => {
  const cases = fc.record({ sample: fc.constantFrom(...samples.map(({ name }) => name)), spoiling });
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      say({ kind: 'case', what: JSON.stringify(one) });
      const bytes = samples.find(({ name }) => name === one.sample)?.bytes ?? new Uint8Array();
      let tables: readonly SourceTable[] = [];
      const isRead = await expected(async () => {
        const read = await readDocument(spoiled(bytes, one.spoiling), one.sample);
        ({ tables } = read);
        if (tables.length === 0) throw new Error('nothing read, and nothing said');
      });
      counts[isRead ? 'read' : 'refused'] += 1;
      if (isRead) await recogniseAll(tables, one.sample);
    }),
    { numRuns: runs, seed },
  );
};

const fuzzTables = async (tables: readonly SourceTable[], { runs, seed }: FuzzTask): Promise<void> => {
  const cases = fc.oneof(...tables.map(spoiledTables));
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      say({ kind: 'case', what: JSON.stringify(one) });
      await recogniseAll(one, '表');
    }),
    { numRuns: runs, seed },
  );
};

const task = workerData as FuzzTask;
if (task.what === 'files') await fuzzFiles(await fileSamples(), task);
else
  await fuzzTables(
    task.texts.flatMap((text) => tablesFromText(text, '表')),
    task,
  );
say({ kind: 'done', counts });
