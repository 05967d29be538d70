import Database from 'better-sqlite3';
import { ExpectedError, type ExpectedErrorCode } from '../shared/model/errors.ts';

interface Kind {
  readonly code: ExpectedErrorCode;
  readonly message: string;
  readonly nextStep: string;
}

const FULL: Kind = {
  code: 'disk-full',
  message: '磁盘空间不足，刚才的改动没有存进去。',
  nextStep: '请清理磁盘，腾出空间后再试。',
};
const READ_ONLY: Kind = {
  code: 'not-writable',
  message: '数据文件所在的文件夹不能写入。',
  nextStep: '请检查文件夹的权限，或者换一个可以写入的数据文件夹。',
};
const UNREACHABLE: Kind = {
  code: 'not-writable',
  message: '读写数据文件时磁盘出错，刚才的改动没有存进去。',
  nextStep: '请检查磁盘或移动硬盘是否连接正常，然后再试。',
};
const MISSING: Kind = {
  code: 'not-writable',
  message: '打不开数据文件夹，可能是它不存在、没有权限，或者那里有一个同名的文件。',
  nextStep: '请检查数据文件夹是否还在、能不能写入。',
};
const BUSY: Kind = {
  code: 'database-busy',
  message: '另一个程序正在写入同一个数据文件。',
  nextStep: '请等它完成后再试。',
};
const DAMAGED: Kind = {
  code: 'database-damaged',
  message: '数据文件已损坏，读不出来。',
  nextStep: '请不要删除这个文件，先用备份文件夹里最近的一份备份恢复。',
};

/** By SQLite's primary result code: extended codes (SQLITE_IOERR_WRITE) begin with it. */
const SQLITE: readonly (readonly [string, Kind])[] = [
  ['SQLITE_FULL', FULL],
  ['SQLITE_READONLY', READ_ONLY],
  ['SQLITE_PERM', READ_ONLY],
  ['SQLITE_BUSY', BUSY],
  ['SQLITE_LOCKED', BUSY],
  ['SQLITE_CORRUPT', DAMAGED],
  ['SQLITE_NOTADB', DAMAGED],
  ['SQLITE_CANTOPEN', MISSING],
  ['SQLITE_IOERR', UNREACHABLE],
];

const SYSTEM: Readonly<Record<string, Kind>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  EROFS: READ_ONLY,
  EBUSY: BUSY,
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  EEXIST: MISSING,
  EIO: UNREACHABLE,
};

const kindOf = (error: unknown): Kind | undefined => {
  if (error instanceof Database.SqliteError)
    return SQLITE.find(([code]) => error.code === code || error.code.startsWith(`${code}_`))?.[1];
  if (error instanceof Error && 'syscall' in error && 'code' in error) return SYSTEM[String(error.code)];
  return undefined;
};

/**
 * The one place that says what an error of SQLite or of the file system means: an ExpectedError where it is one that
 * happens to clerks (full disk, damaged file, another program writing), the error itself where it is a bug.
 */
export const expectedDatabaseError = (error: unknown): unknown => {
  const kind = kindOf(error);
  return kind === undefined ? error : new ExpectedError(kind.code, kind.message, kind.nextStep, { cause: error });
};
