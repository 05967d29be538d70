import type { TRPCClient } from '@trpc/client';
import type { Dispatch } from 'react';
import type { AppRouter } from '../../../electron/app/router.ts';
import { troubleOf } from '../lib/errors.ts';
import { FileTrouble } from '../lib/file-form.ts';
import { beginReading, followReading, type ReadingEnd } from './read-source.ts';
import type { Given, HiddenAnswer, ReadySource, Source, SourcesAction } from './sources.ts';

/** How many files are read at once; the others wait their turn. */
const AT_ONCE = 2;

export const PASTED_NAME = '粘贴的表格';

/** What the page asks for. */
export interface Reader {
  readonly readFiles: (files: readonly File[]) => void;
  readonly readPasted: (pasted: { readonly html: string; readonly text: string }) => void;
  readonly cancel: (key: string) => void;
  /** Reads a file that failed or was cancelled once more. */
  readonly again: (source: Source) => void;
  /** Reads a file again with its hidden sheets. */
  readonly readHidden: (source: ReadySource) => void;
}

/** Something to read, and how the program is asked to. */
interface Job {
  readonly key: string;
  readonly begin: () => Promise<string>;
  readonly hidden?: HiddenAnswer;
}

/** Reads files and pasted tables into drafts, a few at a time; a bad one says why and the rest goes on. */
export const createReader = (client: TRPCClient<AppRouter>, dispatch: Dispatch<SourcesAction>): Reader => {
  const waiting: Job[] = [];
  const cancelled = new Set<string>();
  let running = 0;

  const read = async ({ key, begin }: Job): Promise<ReadingEnd> => {
    try {
      dispatch({ type: 'reading', key, readingId: '', phase: '正在打开', done: 0, all: 0 });
      const readingId = await begin();
      return await followReading(
        client,
        readingId,
        ({ phase, done, all }) => dispatch({ type: 'reading', key, readingId, phase, done, all }),
        () => cancelled.has(key),
      );
    } catch (error) {
      return { state: 'failed', trouble: error instanceof FileTrouble ? error.trouble : troubleOf(error) };
    }
  };
  const end = (key: string, how: ReadingEnd, hidden: HiddenAnswer | undefined): void => {
    if (cancelled.delete(key)) dispatch({ type: 'cancelled', key });
    else if (how.state === 'ready')
      dispatch({ type: 'ready', key, preview: how.preview, ...(hidden ? { hidden } : {}) });
    else if (how.state === 'unknown')
      dispatch({ type: 'unknown', key, readingId: how.readingId, trouble: how.trouble });
    else if (how.state === 'failed') dispatch({ type: 'failed', key, trouble: how.trouble });
    else dispatch({ type: 'cancelled', key });
  };
  const pump = (): void => {
    while (running < AT_ONCE) {
      const job = waiting.shift();
      if (!job) return;
      running += 1;
      void read(job).then((how) => {
        running -= 1;
        end(job.key, how, job.hidden);
        pump();
      });
    }
  };
  const start = (job: Job): void => {
    waiting.push(job);
    pump();
  };
  const add = (name: string, given: Given): void => {
    const key = crypto.randomUUID();
    dispatch({ type: 'add', key, name, given });
    start({ key, begin: () => beginReading(client, name, given) });
  };
  const cancel = (key: string): void => {
    const place = waiting.findIndex((job) => job.key === key);
    if (place === -1) cancelled.add(key);
    else waiting.splice(place, 1);
    dispatch({ type: 'cancelled', key });
  };
  return {
    readFiles: (files) => files.forEach((file) => add(file.name, { kind: 'file', file })),
    readPasted: ({ html, text }) => add(PASTED_NAME, { kind: 'pasted', html, text }),
    cancel,
    again: ({ key, name, given }) => {
      dispatch({ type: 'remove', key });
      add(name, given);
    },
    readHidden: ({ key, preview: { importId } }) => {
      const begin = async (): Promise<string> =>
        (await client.imports.readHidden.mutate({ readingId: importId })).readingId;
      start({ key, begin, hidden: 'read' });
    },
  };
};
