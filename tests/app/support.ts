import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp, type App, type AppOptions } from '../../electron/app/create-app.ts';
import { dataFolderAt } from '../../electron/app/data-folder.ts';
import type { Host, ReadyFile } from '../../electron/app/host.ts';
import type { ExpectedShape } from '../../electron/app/trpc.ts';
import type { JobState, StartState } from '../../electron/app/contract.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** A folder of the test's own, gone afterwards. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-app-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A built window as small as can be. */
export const smallRenderer = (): string => {
  const folder = path.join(temporaryFolder(), 'renderer');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><p>窗口</p>');
  writeFileSync(path.join(folder, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(path.join(folder, '..', 'secret.txt'), '机密');
  return folder;
};

/** A host that remembers what it was given and answers as told. */
export interface FakeHost extends Host {
  readonly files: ReadyFile[];
  readonly folders: { folder: string; name: string }[];
}

export const fakeHost = (change: Partial<Host> = {}): FakeHost => {
  const files: ReadyFile[] = [];
  const folders: { folder: string; name: string }[] = [];
  return {
    kind: 'desktop',
    deliverFile: (file) => {
      files.push(file);
      return Promise.resolve({ outcome: 'saved', place: file.name });
    },
    deliverFiles: (folder, name) => {
      folders.push({ folder, name });
      return Promise.resolve({ outcome: 'saved', place: name });
    },
    openMailDraft: (file) => {
      files.push(file);
      return Promise.resolve({ outcome: 'opened', place: '邮件程序' });
    },
    printToPdf: null,
    ...change,
    files,
    folders,
  };
};

export const startApp = async (change: Partial<AppOptions> & { data?: string } = {}): Promise<App> => {
  const { data = temporaryFolder(), ...options } = change;
  const app = await createApp({
    folder: dataFolderAt(data),
    host: fakeHost(),
    renderer: smallRenderer(),
    version: '1.2.3',
    ...options,
  });
  onTestFinished(() => app.close());
  return app;
};

export interface Answer {
  readonly status: number;
  readonly data: never;
  readonly expected: ExpectedShape | null;
}

/** Calls a procedure as the window does. `never` fits whatever a test knows of the answer. */
export const call = async (app: Pick<App, 'fetch'>, procedure: string, input?: unknown): Promise<Answer> => {
  const body = input instanceof FormData ? input : JSON.stringify(input ?? {});
  const headers: Record<string, string> = input instanceof FormData ? {} : { 'content-type': 'application/json' };
  return answerOf(await app.fetch(new Request(`http://app.test/trpc/${procedure}`, { method: 'POST', headers, body })));
};

/** Asks a procedure that changes nothing. */
export const ask = async (app: Pick<App, 'fetch'>, procedure: string, input?: unknown): Promise<Answer> => {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return answerOf(await app.fetch(new Request(`http://app.test/trpc/${procedure}${query}`)));
};

const answerOf = async (response: Response): Promise<Answer> => {
  const body = (await response.json()) as {
    result?: { data: never };
    error?: { data: { expected: ExpectedShape | null } };
  };
  return { status: response.status, data: body.result?.data as never, expected: body.error?.data.expected ?? null };
};

/** Reads a file or pasted text as the window does: begins, waits, and asks for what was read. */
export const readPaper = async (app: App, paper: FormData | { name: string; text: string }): Promise<Answer> => {
  const begun = await call(app, 'imports.begin', paper);
  if (begun.status !== 200) return begun;
  const { readingId } = begun.data as { readingId: string };
  await app.program().readings.ended(readingId);
  return ask(app, 'imports.preview', { readingId });
};

export const get = (app: Pick<App, 'fetch'>, address: string): Promise<Response> =>
  app.fetch(new Request(`http://app.test${address}`));

/** Loads the sample unit; answers the ids of all its projects. */
export const withSample = async (app: App): Promise<{ state: StartState; ids: string[] }> => {
  const state: StartState = (await call(app, 'start.loadSample')).data;
  const { unitId, year } = state.settings;
  const ids: string[] = (await ask(app, 'projects.ids', { unitId, year, search: '', state: null })).data;
  return { state, ids };
};

export const first = (ids: readonly string[]): string => ids[0] ?? '';

/** Waits for a job and answers how it ended. */
export const finished = async (app: App, jobId: string): Promise<JobState> => {
  await app.program().jobs.ended(jobId);
  return (await ask(app, 'jobs.get', { jobId })).data;
};
