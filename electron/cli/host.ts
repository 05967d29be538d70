import { randomBytes } from 'node:crypto';
import { copyFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ExpectedError } from '../../shared/model/errors.ts';
import type { Delivery, Host } from '../app/host.ts';
import { makeFolder } from '../app/make-folder.ts';

/**
 * A host that asks nobody: everything goes where `--out` said.
 * @param out a file for one file, a folder for several
 * @param kind what `out` is; `folders` for a folder with a folder of its own for every set of files
 */
export const createCliHost = (out: string, kind: 'file' | 'folder' | 'folders' = 'file'): Host => ({
  kind: 'cli',
  deliverFile: async ({ path, name }) => place(path, kind === 'file' ? out : join(out, name)),
  deliverFiles: async (folder, suggestedName) => {
    const target = kind === 'folders' ? join(out, suggestedName) : out;
    for (const name of await readdir(folder)) await place(join(folder, name), join(target, name));
    return { outcome: 'saved', place: target };
  },
  openMailDraft: async ({ path, name }) => place(path, join(out, name)),
  printToPdf: null,
});

// Copied beside the target and renamed: whoever looks sees the old file or the new one, never half of one.
const place = async (from: string, to: string): Promise<Delivery> => {
  const aside = join(dirname(to), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    makeFolder(dirname(to));
    await copyFile(from, aside);
    await rename(aside, to);
    return { outcome: 'saved', place: to };
  } catch (cause) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw notWritten(to, cause);
  }
};

const notWritten = (to: string, cause: unknown): ExpectedError => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'EBUSY' || code === 'EPERM') {
    return new ExpectedError('target-open', `“${basename(to)}”正在别的程序里打开。`, '请先关闭正在打开的文件。', {
      cause,
    });
  }
  if (code === 'ENOSPC') return new ExpectedError('disk-full', '磁盘已满，文件没有写成。', '', { cause });
  return new ExpectedError('not-writable', `写不进“${to}”。`, '请检查这个位置是否存在、能不能写入。', { cause });
};
