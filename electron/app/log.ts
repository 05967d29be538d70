import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Keeps bugs for whoever repairs them. Never what a clerk typed: see {@link withoutContents}. */
export interface Log {
  /** @param where which part of the program, e.g. `projects.save` */
  readonly bug: (where: string, error: unknown) => void;
}

const DAYS_KEPT = 14;
const FRAMES_KEPT = 12;

/** Writes one file a day into `folder` and keeps the last 14. Failing to write a log never fails the program. */
export const createLog = (folder: string, now: () => Date): Log => ({
  bug: (where, error) => {
    const at = now().toISOString();
    try {
      makeFolder(folder, 0o700);
      appendFileSync(join(folder, `${at.slice(0, 10)}.log`), `${at} ${where} ${describe(error)}\n`, { mode: 0o600 });
      dropOld(folder);
    } catch {
      // A full disk is told by the deed that met it.
    }
  },
});

const dropOld = (folder: string): void => {
  const days = readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d\.log$/u.test(name));
  for (const name of days.sort().slice(0, -DAYS_KEPT)) rmSync(join(folder, name), { force: true });
};

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return withoutContents(String(error));
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  const cause = error.cause instanceof Error ? `\n  cause: ${describe(error.cause)}` : '';
  const head = `${error.name}${code}: ${withoutContents(error.message)}`;
  return [head, ...frames.slice(0, FRAMES_KEPT)].join('\n') + cause;
};

/** An error's message with everything that could be a clerk's words taken out: quoted parts, Chinese, long messages. */
export const withoutContents = (message: string): string =>
  message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/gu, '"…"')
    .replace(/[^\x20-\x7e]+/gu, '…')
    .slice(0, 300);
