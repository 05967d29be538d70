import { readdirSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { notesOf } from '../app/services/import-preview.ts';
import { recogniseFile, type RecogniseFileOptions } from '../app/services/imports.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { LARGEST_FILE } from '../../shared/model/limits.ts';
import { readExchange } from '../../shared/recognise/exchange.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { fail, warn } from './say.ts';

/** How documents are read. */
export type DocumentOptions = Pick<RecogniseFileOptions, 'hidden' | 'again'>;

/**
 * Does something with each document in turn; a folder stands for the documents in it and below. A file that can't be used is
 * told, and the rest goes on. @returns exit code
 */
export const eachDocument = (
  files: readonly string[],
  deed: (document: RecognisedDocument, file: string) => Promise<void> | void,
  options: DocumentOptions = {},
): Promise<number> =>
  eachFile(files.flatMap(filesIn), async (name, bytes) => {
    for (const document of await documentsOf(name, bytes, options)) await deed(document, name);
    return 0;
  });

const DOCUMENTS = /\.(?:xlsx|xlsm|xls|et|ods|docx|doc|wps|pdf|csv|txt|html?|mht(?:ml)?|xml|json)$/iu;

/** The documents of a folder, by name, without what an open Word or Excel leaves beside them; a file itself. */
const filesIn = (file: string): string[] => {
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return [file];
  const found = readdirSync(file, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && DOCUMENTS.test(entry.name) && !/^(?:~\$|\.)/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  // An empty one is told of where it is read.
  return found.length > 0 ? found : [file];
};

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
const documentsOf = async (
  name: string,
  bytes: Uint8Array,
  options: DocumentOptions,
): Promise<RecognisedDocument[]> => {
  if (extname(name).toLowerCase() === '.json') return readExchange(new TextDecoder().decode(bytes), name);
  const reading = await recogniseFile(name, bytes, options);
  for (const note of notesOf(reading)) warn(`${name}：${note}`);
  return [reading.recognised];
};

/**
 * The bytes of a file that stays as it is meanwhile.
 * @param read another way to read it
 * @throws ExpectedError naming the file and why it can't be read
 */
export const bytesOf = async (
  file: string,
  read: (file: string) => Promise<Uint8Array> = readFile,
): Promise<Uint8Array> => {
  const name = basename(file);
  const found = await stat(file).catch(() => null);
  if (!found) throw new ExpectedError('not-found', `找不到文件“${file}”。`);
  if (found.isDirectory()) {
    throw new ExpectedError('file-unreadable', `“${name}”是文件夹，里面没有可以读取的表格文件。`);
  }
  if (!found.isFile()) throw new ExpectedError('file-unreadable', `“${name}”不是文件，不能读取。`);
  // Before it is read into memory.
  if (found.size > LARGEST_FILE) throw new ExpectedError('file-too-large', `“${name}”超过 50 MB，太大了。`);
  const bytes = await read(file).catch((cause: unknown) => {
    throw new ExpectedError('file-unreadable', `“${name}”读不出来，可能没有权限，或者正被占用。`, '', { cause });
  });
  // Half of an old file and half of a new one can look like a good table.
  const after = await stat(file).catch(() => null);
  if (after?.size !== found.size || after.mtimeMs !== found.mtimeMs || bytes.length !== found.size) {
    throw new ExpectedError('file-unreadable', `“${name}”在读取的时候被改动了，没有读成。`, '请等它保存好，再读一次。');
  }
  return bytes;
};
