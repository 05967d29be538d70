import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { expectedDatabaseError } from '../../db/index.ts';
import { ExpectedError } from '../../shared/model/errors.ts';

const systemError = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'open' });

describe('an error of the machine', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_READONLY_DIRECTORY', 'not-writable'],
    ['SQLITE_BUSY_SNAPSHOT', 'database-busy'],
    ['SQLITE_CORRUPT_INDEX', 'database-damaged'],
    ['SQLITE_NOTADB', 'database-damaged'],
    ['SQLITE_IOERR_WRITE', 'not-writable'],
    ['SQLITE_CANTOPEN', 'not-writable'],
  ])('of SQLite, %s, is expected and told in Chinese', (code, expected) => {
    const known = expectedDatabaseError(new Database.SqliteError('x', code));
    expect(known).toBeInstanceOf(ExpectedError);
    expect(known).toMatchObject({ code: expected, message: /^\p{Script=Han}.*。$/u, nextStep: /。$/ });
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'not-writable'],
    ['EACCES', 'not-writable'],
    ['ENOENT', 'not-writable'],
  ])('of the file system, %s, is expected too', (code, expected) => {
    expect(expectedDatabaseError(systemError(code))).toMatchObject({ code: expected });
  });

  it('that nobody expects stays as it is', () => {
    for (const bug of [
      new Database.SqliteError('no such table: x', 'SQLITE_ERROR'),
      new Database.SqliteError('UNIQUE constraint failed', 'SQLITE_CONSTRAINT_UNIQUE'),
      new TypeError('x is undefined'),
      new ExpectedError('stale', '……'),
      'text',
    ])
      expect(expectedDatabaseError(bug)).toBe(bug);
  });
});
