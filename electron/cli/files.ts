import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { notesOf, recogniseFile } from '../app/services/imports.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { LARGEST_FILE } from '../../shared/model/limits.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { fail, warn } from './say.ts';

/** Does something with each file in turn. One that can't be used is told, and the rest goes on. @returns exit code */
export const eachFile = async (
  files: readonly string[],
  deed: (file: string, document: RecognisedDocument) => Promise<void> | void,
): Promise<number> => {
  let code = 0;
  for (const file of files) {
    try {
      const reading = await recogniseFile(basename(file), await bytesOf(file));
      for (const note of notesOf(reading)) warn(`${basename(file)}：${note}`);
      await deed(file, reading.recognised);
    } catch (error) {
      fail(error);
      code = 1;
    }
  }
  return code;
};

const bytesOf = async (file: string): Promise<Uint8Array> => {
  const name = basename(file);
  const found = await stat(file).catch(() => null);
  if (!found) throw new ExpectedError('not-found', `找不到文件“${file}”。`);
  if (!found.isFile()) throw new ExpectedError('file-unreadable', `“${name}”不是文件，不能读取。`);
  // Before it is read into memory.
  if (found.size > LARGEST_FILE) throw new ExpectedError('file-too-large', `“${name}”超过 50 MB，太大了。`);
  return readFile(file).catch((cause: unknown) => {
    throw new ExpectedError('file-unreadable', `“${name}”读不出来，可能没有权限，或者正被占用。`, '', { cause });
  });
};
