import { cp, copyFile, open, readdir, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ExpectedError } from '../../shared/model/errors.ts';

/**
 * Puts a finished file where the clerk chose: copied beside the target, flushed, then renamed over it, so that the
 * target is either the old file or the whole new one.
 * @throws ExpectedError `target-open`, `not-writable` or `disk-full`
 */
export const placeFile = async (ready: string, target: string): Promise<void> => {
  const beside = path.join(path.dirname(target), `.${randomUUID()}.part`);
  try {
    await copyFile(ready, beside).catch(refuseFolder(target));
    await flush(beside);
    await rename(beside, target).catch(refuseTarget(target));
  } finally {
    // What can't be removed was never there, or the folder is gone: the reason above is the one to tell.
    await rm(beside, { force: true }).catch(() => undefined);
  }
};

/**
 * Puts a folder of finished files into `parent` as a new folder; one that is there already is never touched, the new one
 * gets a number. Whole or not at all.
 * @returns the new folder's name
 * @throws ExpectedError `not-writable` or `disk-full`
 */
export const placeFolder = async (ready: string, parent: string, name: string): Promise<string> => {
  const beside = path.join(parent, `.${randomUUID()}.part`);
  try {
    await cp(ready, beside, { recursive: true, errorOnExist: true }).catch(refuseFolder(path.join(parent, name)));
    const taken = new Set((await readdir(parent)).map((each) => each.toLowerCase()));
    const free = freeName(name, taken);
    await rename(beside, path.join(parent, free)).catch(refuseFolder(path.join(parent, name)));
    return free;
  } finally {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
  }
};

/** `name`, or `name (2)`, `name (3)`… : the first that is not taken. Names are compared as Windows does. */
export const freeName = (name: string, taken: ReadonlySet<string>): string => {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} (${number})`;
  return free;
};

const flush = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const refuseFolder =
  (target: string) =>
  (cause: unknown): never => {
    const folder = path.basename(path.dirname(target)) || path.dirname(target);
    if (['ENOSPC', 'EDQUOT'].includes(codeOf(cause)))
      throw new ExpectedError(
        'disk-full',
        `磁盘已满，“${path.basename(target)}”没有保存。`,
        '请清理空间或换一个磁盘再保存。',
        { cause },
      );
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EINVAL'].includes(codeOf(cause)))
      throw new ExpectedError('not-writable', `“${folder}”这个文件夹里不能保存文件。`, '请另选一个文件夹。', { cause });
    throw cause;
  };

// Windows answers these three when another program, Excel or WPS, holds the file.
const refuseTarget =
  (target: string) =>
  (cause: unknown): never => {
    if (['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(cause)))
      throw new ExpectedError(
        'target-open',
        `“${path.basename(target)}”正在被别的程序使用。`,
        '请先关闭正在打开的表格，再重试。',
        { cause },
      );
    return refuseFolder(target)(cause);
  };
