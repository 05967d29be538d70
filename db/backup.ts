import Database from 'better-sqlite3';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ExpectedError } from '../shared/model/errors.ts';
import { checkBackup, describeBackup, withCopy } from './backup-files.ts';
import type { Db, Readable } from './connection.ts';
import { expectedDatabaseError } from './errors.ts';
import type { Backup } from './types.ts';

export { checkBackup, listBackups } from './backup-files.ts';

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
  const made = describeBackup(folder, name);
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
