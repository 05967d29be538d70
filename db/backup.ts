import Database from 'better-sqlite3';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ExpectedError } from '../shared/model/errors.ts';
import type { Db, Readable } from './connection.ts';
import { expectedDatabaseError } from './errors.ts';
import type { Backup } from './types.ts';

const NAME = /^jixiao-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-([a-z]+?)(?:-\d+)?\.db$/u;

export interface BackupOptions {
  /** Made when missing. */
  readonly folder: string;
  /** Why, one lower-case word: it becomes part of the file's name. */
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Copies the whole database by SQLite's own backup, checks the copy (opened read-only, quick_check, as many rows in
 * every table as the original) and only then gives it its name. An existing backup is never overwritten.
 * @throws ExpectedError backup-failed with the reason
 */
export const makeBackup = async (db: Db, options: BackupOptions): Promise<Backup> => {
  try {
    mkdirSync(options.folder, { recursive: true });
    const name = await reserve(options);
    return await copyInto(db, options.folder, name).catch((error: unknown) => {
      rmSync(join(options.folder, name), { force: true });
      throw error;
    });
  } catch (error) {
    throw backupFailed(expectedDatabaseError(error));
  }
};

/**
 * The backups of a folder, newest first. Files that are no backups, or can't be read as one, are left out.
 */
export const listBackups = (folder: string): Promise<Backup[]> => {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  const found = names.map((name) => describe(folder, name)).filter((backup) => backup !== null);
  return Promise.resolve(found.sort((a, b) => (a.at === b.at ? compare(b.name, a.name) : compare(b.at, a.at))));
};

/**
 * Opens a copy read-only and checks it whole.
 * @returns what is wrong with it in Chinese, [] when it is sound
 */
export const checkBackup = (file: string): string[] => {
  try {
    return withCopy(file, (copy) =>
      copy.pragma('quick_check(1)', { simple: true }) === 'ok' ? [] : ['备份的内容已损坏。'],
    );
  } catch (error) {
    const known = expectedDatabaseError(error);
    if (known instanceof ExpectedError) return [known.message];
    throw error;
  }
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Takes a free name by making an empty file of it: two processes never get the same one. */
const reserve = async ({ folder, reason, at }: BackupOptions): Promise<string> => {
  const stem = `jixiao-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z-${reason}`;
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.db`;
    try {
      await (await open(join(folder, name), 'wx')).close();
      return name;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
};

const copyInto = async (db: Db, folder: string, name: string): Promise<Backup> => {
  const temporary = join(folder, `${name}.partial`);
  try {
    const before = countRows(db);
    await db.backup(temporary);
    const after = countRows(db);
    makeSelfContained(temporary);
    verify(temporary, before, after);
    await sync(temporary);
    renameSync(temporary, join(folder, name));
    await syncFolder(folder);
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(temporary + rest, { force: true });
  }
  const made = describe(folder, name);
  if (made === null) throw new ExpectedError('backup-failed', '备份做好后读不出来。');
  return made;
};

/** A copy of a WAL database asks for two more files beside it; a backup must be one file that can be carried away. */
const makeSelfContained = (file: string): void => {
  const copy = new Database(file, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
};

const verify = (file: string, before: RowCounts, after: RowCounts): void => {
  const problems = checkBackup(file);
  if (problems.length > 0) throw new ExpectedError('backup-failed', `备份没有通过检查：${problems.join('')}`);
  const counts = withCopy(file, countRows);
  for (const table of new Set([...before.keys(), ...counts.keys()])) {
    // Somebody may write while the copy is made: the copy then lies between.
    const bounds = [before.get(table) ?? 0, after.get(table) ?? 0];
    const count = counts.get(table) ?? -1;
    if (count < Math.min(...bounds) || count > Math.max(...bounds))
      throw new ExpectedError('backup-failed', '备份没有通过检查：备份里的条数和原来的不一致。');
  }
};

type RowCounts = ReadonlyMap<string, number>;

const countRows = (db: Readable): RowCounts => {
  const tables = db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all();
  // The names come from our own migrations.
  return new Map(
    tables.map(({ name }) => [
      name,
      db.prepare<[], { count: number }>(`SELECT count(*) AS count FROM "${name}"`).get()?.count ?? 0,
    ]),
  );
};

const withCopy = <Result>(file: string, look: (copy: Readable) => Result): Result => {
  const copy = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return look(copy);
  } finally {
    copy.close();
  }
};

const describe = (folder: string, name: string): Backup | null => {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, day = '', hour = '', minute = '', second = '', reason = ''] = match;
  const file = join(folder, name);
  try {
    const projects = withCopy(file, (copy) =>
      copy.prepare<[], { count: number }>('SELECT count(*) AS count FROM projects WHERE deleted_at IS NULL').get(),
    );
    const at = `${day}T${hour}:${minute}:${second}Z`;
    return { name, at, reason, bytes: statSync(file).size, projects: projects?.count ?? 0 };
  } catch {
    return null;
  }
};

const sync = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes the new name itself last. Windows has no handle on folders and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const backupFailed = (error: unknown): unknown => {
  if (!(error instanceof ExpectedError) || error.code === 'backup-failed') return error;
  return new ExpectedError('backup-failed', `备份没有做成：${error.message}`, error.nextStep, { cause: error });
};
