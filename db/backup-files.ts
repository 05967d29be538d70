import Database from 'better-sqlite3';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedError } from '../shared/model/errors.ts';
import type { Readable } from './connection.ts';
import { expectedDatabaseError } from './errors.ts';
import type { Backup } from './types.ts';

/* Backup files as they lie in their folder. */

const NAME = /^jixiao-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-([a-z]+?)(?:-\d+)?\.db$/u;

/**
 * The backups of a folder, newest first. Files that are no backups, or can't be read as one, are left out.
 */
export const listBackups = (folder: string): Promise<Backup[]> => {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  const found = names.map((name) => describeBackup(folder, name)).filter((backup) => backup !== null);
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

/** What a backup file is; null where it is none or can't be read. */
export const describeBackup = (folder: string, name: string): Backup | null => {
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

/** Looks into a copy through a connection that can't write. */
export const withCopy = <Result>(file: string, look: (copy: Readable) => Result): Result => {
  const copy = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return look(copy);
  } finally {
    copy.close();
  }
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
