import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ExpectedError } from '../../shared/model/errors.ts';

/**
 * Writes a file so that nobody ever sees half of it: `write` fills a temporary file beside it, which is forced to disk
 * and renamed. Where anything fails, the temporary file is removed and what stood there before is untouched.
 * @throws ExpectedError `target-open` where the target is open in another program, `disk-full`, `not-writable`
 */
export const writeAtomically = async (path: string, write: (temporary: string) => Promise<void>): Promise<void> => {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await write(temporary);
    await forceToDisk(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw expectedWriteError(error, path);
  }
};

const forceToDisk = async (path: string): Promise<void> => {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/** A name of ours says nothing to a clerk. */
const TEMPORARY = /^\.[0-9a-f]{12}\.tmp$/u;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What a failed write means to the clerk; errors that are bugs come back unchanged. */
export const expectedWriteError = (error: unknown, path: string): unknown => {
  const name = TEMPORARY.test(basename(path)) ? '文件' : `“${basename(path)}”`;
  switch (codeOf(error)) {
    // Windows answers with any of the three where Excel or WPS holds the file.
    case 'EBUSY':
    case 'EPERM':
    case 'ETXTBSY':
      return new ExpectedError(
        'target-open',
        `${name}正在别的程序中打开，无法写入。`,
        '请先关闭正在打开的表格，再重试，或者另存为别的名字。',
        { cause: error },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new ExpectedError('disk-full', `磁盘已满，${name}没有写成。`, '请清理磁盘后重试。', { cause: error });
    case 'EACCES':
    case 'EROFS':
      return new ExpectedError('not-writable', `${name}所在的文件夹不允许写入。`, '请换一个文件夹。', {
        cause: error,
      });
    case 'ENOENT':
    case 'ENOTDIR':
      return new ExpectedError('not-writable', `${name}所在的文件夹不存在。`, '请换一个文件夹。', { cause: error });
    case 'EISDIR':
      return new ExpectedError('not-writable', `${name}是一个文件夹，不能当作文件写入。`, '请换一个名字。', {
        cause: error,
      });
    case 'ENAMETOOLONG':
      return new ExpectedError('not-writable', `文件名${name}太长。`, '请换一个短一些的名字。', { cause: error });
    default:
      return error;
  }
};
