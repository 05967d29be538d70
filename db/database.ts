import Database from 'better-sqlite3';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ExpectedError } from '../shared/model/errors.ts';
import { listBackups, makeBackup } from './backup.ts';
import { checkDatabase } from './check.ts';
import type { Db, Readable } from './connection.ts';
import { expectedDatabaseError } from './errors.ts';
import { APPLICATION_ID, migrate, MIGRATIONS, schemaVersion, type Migration } from './migrations/index.ts';

/** How long a write waits for another process, in milliseconds. */
const PATIENCE = 3_000;

export interface OpenOptions {
  /** Where the verified backup before a migration goes; made when missing. */
  readonly backupFolder: string;
  /** ISO 8601, UTC: db has no clock. */
  readonly at: string;
  /** Other steps than the program's own, for tests. */
  readonly migrations?: readonly Migration[];
  /** Milliseconds a write waits for another process. */
  readonly patience?: number;
}

/**
 * Opens the database, or makes it where there is none, and brings it to today's schema after a verified backup.
 * A damaged, foreign or newer file is refused and left exactly as it is.
 * @throws ExpectedError database-newer, database-damaged, file-foreign, database-busy, not-writable, disk-full, backup-failed
 */
export const openDatabase = async (file: string, options: OpenOptions): Promise<Db> => {
  const steps = options.migrations ?? MIGRATIONS;
  try {
    const from = isThere(file)
      ? inspect(file, steps.length, (_, version) => version)
      : await beginning(file, options.backupFolder);
    const db = connect(file, options.patience ?? PATIENCE);
    try {
      await bringUp(db, from, steps, options);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw expectedDatabaseError(error);
  }
};

/** What a look at a database found. */
export interface Examination {
  /** Step its schema stands at; 0 where nothing was ever stored. */
  readonly version: number;
  /** Step it would be brought to when opened. */
  readonly newest: number;
  /** See {@link checkDatabase}; null where an older schema can't be checked by today's rules. */
  readonly problems: readonly string[] | null;
}

/**
 * Looks a database over through a connection that can't write: an older one stays at its step.
 * @throws ExpectedError where {@link openDatabase} would refuse it
 */
export const examineDatabase = async (
  file: string,
  { backupFolder, migrations = MIGRATIONS }: Pick<OpenOptions, 'backupFolder' | 'migrations'>,
): Promise<Examination> => {
  const newest = migrations.length;
  try {
    if (!isThere(file)) return { version: await beginning(file, backupFolder), newest, problems: null };
    return inspect(file, newest, (db, version) => ({
      version,
      newest,
      problems: version === newest ? checkDatabase(db) : null,
    }));
  } catch (error) {
    throw expectedDatabaseError(error);
  }
};

/** Closes the database; what the write-ahead log holds goes into the file. */
export const closeDatabase = (db: Db): void => {
  if (!db.open) return;
  try {
    db.pragma('optimize');
  } finally {
    db.close();
  }
};

const isThere = (file: string): boolean => {
  // better-sqlite3 has no word for a missing folder; the file system has.
  readdirSync(dirname(file));
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
};

/** Version 0 where a first start may make the file; one that had contents once and is empty now is no first start. */
const beginning = async (file: string, backupFolder: string): Promise<number> => {
  if (!existsSync(file) || (await listBackups(backupFolder)).length === 0) return 0;
  throw new ExpectedError(
    'database-damaged',
    `数据文件 ${file} 是空的，里面的内容不见了，没有打开，也没有改动。`,
    '请不要删除它，先用备份文件夹里最近的一份备份恢复。',
  );
};

const connect = (file: string, patience: number): Db => {
  const db = new Database(file, { timeout: patience });
  try {
    db.pragma('journal_mode = WAL');
    // FULL: what was answered as saved survives a power cut, not only a crash of the program.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('temp_store = MEMORY');
    db.pragma('journal_size_limit = 67108864');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/**
 * Looks at a file without changing it; refuses what can't be opened. The header is read first: even a read-only
 * connection would leave files beside a database that we then refuse.
 */
const inspect = <Found>(file: string, newest: number, find: Find<Found>): Found => {
  if (headerVersion(file) > newest) throw newer(file);
  refuseReadOnly(file);
  const companions = [`${file}-wal`, `${file}-shm`].filter((companion) => !existsSync(companion));
  try {
    return look(file, newest, find);
  } catch (error) {
    // What looking itself has left there: a refused folder stays as it was.
    for (const companion of companions) rmSync(companion, { force: true });
    throw error;
  }
};

/** What to take from a database that may be opened. */
type Find<Found> = (db: Readable, version: number) => Found;

const look = <Found>(file: string, newest: number, find: Find<Found>): Found => {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENCE });
  try {
    const version = schemaVersion(db);
    refuseForeign(db, file, version);
    if (version > newest) throw newer(file);
    refuseDamaged(db, file);
    return find(db, version);
  } finally {
    db.close();
  }
};

/** SQLite opens a file it may not write without a word, and only the first save would fail. */
const refuseReadOnly = (file: string): void => {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new ExpectedError(
      'not-writable',
      `数据文件 ${file} 不能写入，可能是只读的。`,
      '请在文件的属性里去掉“只读”，或者检查当前用户有没有写入权限，然后重新启动。',
      { cause },
    );
  }
};

/** The user_version of a SQLite file of ours, from its first 100 bytes; 0 where it is something else. */
const headerVersion = (file: string): number => {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  const ours = header.toString('latin1', 0, 15) === 'SQLite format 3' && header.readInt32BE(68) === APPLICATION_ID;
  return ours ? header.readInt32BE(60) : 0;
};

const bringUp = async (db: Db, from: number, steps: readonly Migration[], options: OpenOptions): Promise<void> => {
  if (from === steps.length) return;
  if (from > 0) await makeBackup(db, { folder: options.backupFolder, reason: 'migrate', at: options.at });
  migrate(db, steps);
};

const refuseForeign = (db: Readable, file: string, version: number): void => {
  if (db.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
  const tables = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get()?.count ?? 0;
  if (tables === 0 && version === 0) return;
  throw new ExpectedError(
    'file-foreign',
    `${file} 不是绩效填报的数据文件。`,
    '请把这个文件移到别处，或者换一个数据文件夹，再启动。',
  );
};

const refuseDamaged = (db: Readable, file: string): void => {
  if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return;
  throw new ExpectedError(
    'database-damaged',
    `数据文件 ${file} 已损坏，没有打开，也没有改动。`,
    '请不要删除它，先用备份文件夹里最近的一份备份恢复。',
  );
};

const newer = (file: string): ExpectedError =>
  new ExpectedError(
    'database-newer',
    `数据文件 ${file} 是用更新版本的绩效填报保存的，这个版本打不开，也没有改动它。`,
    '请安装最新版本的绩效填报后再打开。',
  );
