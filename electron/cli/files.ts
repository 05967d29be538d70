import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { notesOf, recogniseFile } from '../app/services/imports.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { LARGEST_FILE } from '../../shared/model/limits.ts';
import { readExchange } from '../../shared/recognise/exchange.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { fail, warn } from './say.ts';

/** Does something with each document in turn. A file that can't be used is told, and the rest goes on. @returns exit code */
export const eachDocument = (
  files: readonly string[],
  deed: (document: RecognisedDocument, file: string) => Promise<void> | void,
): Promise<number> =>
  eachFile(files, async (name, bytes) => {
    for (const document of await documentsOf(name, bytes)) await deed(document, name);
    return 0;
  });

/** Does something with the bytes of each file. @returns the highest of the exit codes, 1 where one could not be used */
export const eachFile = async (
  files: readonly string[],
  deed: (name: string, bytes: Uint8Array) => Promise<number>,
): Promise<number> => {
  let code = 0;
  for (const file of files) {
    try {
      code = Math.max(code, await deed(basename(file), await bytesOf(file)));
    } catch (error) {
      fail(error);
      code = 1;
    }
  }
  return code;
};

/** A document as a file of the office, or what `recognise --json` wrote: one or several. */
const documentsOf = async (name: string, bytes: Uint8Array): Promise<RecognisedDocument[]> => {
  if (extname(name).toLowerCase() === '.json') return readExchange(new TextDecoder().decode(bytes), name);
  const reading = await recogniseFile(name, bytes);
  for (const note of notesOf(reading)) warn(`${name}：${note}`);
  return [reading.recognised];
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
