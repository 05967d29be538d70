import { ExpectedError } from '../../shared/model/errors.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { proposedContent } from '../../shared/recognise/content.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import type { RecogniseOptions } from '../office/recognise-in-worker.ts';
import type { PastedTable } from '../office/clipboard-read.ts';
import type { Reading } from '../office/recognise-job.ts';
import type { ReadingState } from './contract.ts';
import type { Log } from './log.ts';

/* Files and pasted tables on their way in: a queue, a worker each, and what came of them until the clerk's yes. */

/** What is to be read. */
export interface ReadingJob {
  /** What the clerk knows it by. */
  readonly name: string;
  readonly source: Uint8Array | string | PastedTable;
  readonly hidden: 'leave' | 'read';
}

/** What was read and waits for the clerk's yes. Each is stored once. */
export interface ReadyReading {
  readonly reading: Reading;
  /** The projects as they would be stored: the same ids of indicators whenever it is asked for. */
  readonly contents: readonly ProjectContent[];
  /** Projects that were stored or left out by a yes before: no other yes may name them. */
  readonly done: ReadonlySet<number>;
}

export interface Readings {
  /** Queues it; answers the id it is asked for by. @throws ExpectedError file-too-large where too much waits already */
  readonly begin: (job: ReadingJob) => string;
  /** How far they are; of all where none is named. What is not known any more is left out. */
  readonly states: (ids: readonly string[]) => ReadingState[];
  /** Stops it, or forgets what came of it. */
  readonly drop: (id: string) => void;
  /** @throws ExpectedError not-found; bad-input while it is still being read; why it can't be read */
  readonly ready: (id: string) => ReadyReading;
  /** The same, and what it is called; also where no known form was found in it. */
  readonly read: (id: string) => ReadyReading;
  /** Reads the same once more, with its hidden sheets. */
  readonly again: (id: string) => string;
  /** Another reading of the same tables: by a mapping. */
  readonly replace: (id: string, recognised: RecognisedDocument) => void;
  /**
   * Takes what waits for a yes before anything is awaited: a second yes, be it a double click, stores nothing twice.
   * @returns what to do where storing failed, so that the clerk may try again; and where it named only some of the projects,
   * so that the rest waits for another yes
   */
  readonly take: (ids: readonly string[]) => Taken;
  /** Waits until it is no longer being read. */
  readonly ended: (id: string) => Promise<void>;
  /** Stops everything that is being read. */
  readonly close: () => Promise<void>;
}

/** What was taken for a yes. */
export interface Taken {
  readonly taken: readonly ReadyReading[];
  readonly putBack: () => void;
  /** @param named per reading, the projects the yes named */
  readonly putBackRest: (named: readonly ReadonlySet<number>[]) => void;
}

interface Entry {
  job: ReadingJob;
  state: ReadingState;
  outcome: ReadyReading | null;
  /** Why it can't be read. */
  failure: ExpectedError | null;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
  readonly end: () => void;
}

/** Reads one away from the main thread. */
export type Read = (source: ReadingJob['source'], name: string, options: RecogniseOptions) => Promise<Reading>;

/** Workers at a time: one more would only wait for the same two cores. */
const AT_ONCE = 2;
/** A clerk may drop a whole folder of files before saying yes to any. */
const MOST_READINGS = 10_000;
/** Bytes that wait to be read. */
const MOST_WAITING = 500 * 1024 * 1024;
/** Cells kept to be shown beside the drafts; the oldest papers go without. */
const MOST_CELLS = 3_000_000;

export const createReadings = (read: Read, newId: () => string, log: Log): Readings => {
  const entries = new Map<string, Entry>();
  const queue: Entry[] = [];
  let running = 0;

  const find = (id: string): Entry => {
    const entry = entries.get(id);
    if (entry) return entry;
    throw new ExpectedError('not-found', '这次识别的结果已经不在了。', '请重新选择文件或者重新粘贴。');
  };
  const outcomeOf = (id: string): ReadyReading => {
    const { outcome, failure, job, state } = find(id);
    if (failure) throw failure;
    if (outcome) return outcome;
    if (state.state === 'cancelled') throw new ExpectedError('cancelled', `“${job.name}”已取消。`, '请重新选择文件。');
    throw new ExpectedError('bad-input', `“${job.name}”还在读取。`, '请等它读完。');
  };
  const next = (): void => {
    while (running < AT_ONCE) {
      const entry = queue.shift();
      if (!entry) return;
      if (entry.state.state !== 'reading') continue;
      running += 1;
      void perform(entry, read, newId, log).finally(() => {
        running -= 1;
        entry.end();
        keepWithin(entries);
        next();
      });
    }
  };
  const begin = (job: ReadingJob): string => {
    const waiting = queue.reduce((sum, { job: { source } }) => sum + bytesIn(source), bytesIn(job.source));
    if (waiting > MOST_WAITING) throw tooMuch(job.name);
    const id = newId();
    const entry = newEntry(id, job);
    entries.set(id, entry);
    for (const [old, { state }] of [...entries].slice(0, -MOST_READINGS))
      if (state.state !== 'reading') entries.delete(old);
    queue.push(entry);
    next();
    return id;
  };
  const drop = (id: string): void => {
    const entry = entries.get(id);
    if (entry?.state.state !== 'reading') {
      entries.delete(id);
      return;
    }
    entry.state = { ...entry.state, state: 'cancelled', phase: '已取消' };
    entry.controller.abort();
    if (queue.includes(entry)) entry.end();
  };
  return {
    begin,
    drop,
    states: (ids) => (ids.length === 0 ? [...entries.keys()] : ids).flatMap((id) => entries.get(id)?.state ?? []),
    read: outcomeOf,
    ready: (id) => {
      const outcome = outcomeOf(id);
      const { unknown } = outcome.reading;
      if (unknown) throw new ExpectedError(unknown.code, unknown.message, unknown.nextStep);
      return outcome;
    },
    again: (id) => {
      const { job } = find(id);
      if (bytesIn(job.source) === 0)
        throw new ExpectedError('not-found', '原来的文件已经不在内存里了。', '请重新选择文件。');
      return begin({ ...job, hidden: 'read' });
    },
    replace: (id, recognised) => {
      const entry = find(id);
      const { reading } = outcomeOf(id);
      entry.outcome = outcomeIn({ ...reading, recognised, unknown: null }, newId);
      entry.state = readyState(entry.state, entry.outcome);
    },
    take: (ids) => {
      const found = ids.map((id) => ({ id, entry: find(id) }));
      const taken = ids.map(outcomeOf);
      for (const id of ids) entries.delete(id);
      return {
        taken,
        putBack: () => found.forEach(({ id, entry }) => entries.set(id, entry)),
        putBackRest: (named) =>
          found.forEach(({ id, entry }, index) => {
            const rest = restOf(taken[index], named[index]);
            if (rest) entries.set(id, { ...entry, outcome: rest });
          }),
      };
    },
    ended: async (id) => find(id).ended,
    close: async () => {
      const open = [...entries.values()].filter(({ state }) => state.state === 'reading');
      for (const { state } of open) drop(state.readingId);
      await Promise.all(open.map(({ ended }) => ended));
    },
  };
};

/** A reading without what was named; null where nothing is left of it. */
const restOf = (reading: ReadyReading | undefined, named: ReadonlySet<number> | undefined): ReadyReading | null => {
  if (!reading || !named) return null;
  const done = new Set([...reading.done, ...named]);
  return done.size < reading.contents.length ? { ...reading, done } : null;
};

const newEntry = (readingId: string, job: ReadingJob): Entry => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return {
    job,
    state: {
      ...{ readingId, name: job.name, state: 'reading', phase: '等待读取', done: 0, all: 0 },
      ...{ message: '', nextStep: '', notes: [] },
    },
    outcome: null,
    failure: null,
    controller: new AbortController(),
    ended: promise,
    end: () => resolve(undefined),
  };
};

const perform = async (entry: Entry, read: Read, newId: () => string, log: Log): Promise<void> => {
  const { job, controller } = entry;
  const { signal } = controller;
  const onProgress = (done: number, all: number): void => {
    if (entry.state.state !== 'reading') return;
    entry.state = { ...entry.state, phase: all > 0 && done >= all ? '识别项目' : '读取内容', done, all };
  };
  entry.state = { ...entry.state, phase: '读取内容' };
  try {
    const reading = await read(job.source, job.name, { signal, hidden: job.hidden, onProgress });
    if (signal.aborted) return;
    // What was asked for and read is hidden from nobody any more.
    const whole = job.hidden === 'read' ? { ...reading, hiddenSheets: [] } : reading;
    entry.outcome = outcomeIn(whole, newId);
    entry.state = readyState(entry.state, entry.outcome);
  } catch (error) {
    if (!signal.aborted) fail(entry, error, log);
  }
};

const outcomeIn = (reading: Reading, newId: () => string): ReadyReading => ({
  reading,
  contents: reading.recognised.projects.map((project) => proposedContent(project, newId)),
  done: new Set(),
});

const readyState = (state: ReadingState, { reading }: ReadyReading): ReadingState => ({
  ...state,
  state: reading.unknown ? 'unknown' : 'ready',
  phase: reading.unknown ? '没有认出来' : '已读完',
  done: state.all,
  message: reading.unknown?.message ?? '',
  nextStep: reading.unknown?.nextStep ?? '',
  notes: reading.notes,
});

const fail = (entry: Entry, error: unknown, log: Log): void => {
  const expected = error instanceof ExpectedError ? error : null;
  if (!expected) log.bug('read', error);
  const failure =
    expected ??
    new ExpectedError('file-unreadable', `读取“${entry.job.name}”时程序出错。`, '请重试，或者复制表格内容再粘贴。');
  entry.failure = failure;
  const { message, nextStep } = failure;
  entry.state = { ...entry.state, state: 'failed', phase: '没有读成', message, nextStep };
};

/** What was read is kept as long as it may be read once more for its hidden sheets; tables as long as there is room. */
const keepWithin = (entries: ReadonlyMap<string, Entry>): void => {
  let cells = 0;
  for (const entry of [...entries.values()].reverse()) {
    const { outcome, job } = entry;
    if (!outcome) continue;
    cells += outcome.reading.tables.reduce(
      (sum, { rows }) => sum + rows.reduce((width, row) => width + row.cells.length, 0),
      0,
    );
    const again = outcome.reading.hiddenSheets.length > 0 && job.hidden === 'leave' && cells <= MOST_CELLS;
    if (!again) entry.job = { ...job, source: '' };
    if (cells > MOST_CELLS) entry.outcome = { ...outcome, reading: { ...outcome.reading, tables: [] } };
  }
};

const bytesIn = (source: ReadingJob['source']): number => {
  if (source instanceof Uint8Array) return source.length;
  return typeof source === 'string' ? source.length * 2 : (source.html.length + source.text.length) * 2;
};

const tooMuch = (name: string): ExpectedError =>
  new ExpectedError('file-too-large', `等待读取的文件太多，“${name}”还没有读。`, '请等前面的文件读完，再选择它。');
