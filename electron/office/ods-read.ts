import { ExpectedError } from '../../shared/model/errors.ts';
import { lockedFile } from './file-kind.ts';
import { OdsReader } from './ods-cells.ts';
import type { ReadDocument, ReadDocumentOptions } from './read.ts';
import { bookDocument } from './sheet-book.ts';
import { SheetBudget } from './sheet-table.ts';
import { parseXml } from './xml-parse.ts';
import { damaged, unpackParts } from './zip-read.ts';

/**
 * Reads an OpenDocument spreadsheet, as a stream: values as shown, with all their digits. Our own reader, as the library's knows no
 * hidden sheets and writes out rows that are repeated a million times.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readOds = (
  bytes: Uint8Array,
  fileName: string,
  { hidden = 'leave', onProgress }: ReadDocumentOptions = {},
): ReadDocument => {
  const parts = unpackParts(bytes, fileName);
  refuseLocked(parts['meta-inf/manifest.xml'], fileName);
  const content = parts['content.xml'];
  if (content === undefined) throw damaged(fileName, new Error('no content part'));
  const reader = new OdsReader(new SheetBudget(fileName), (read) => onProgress?.(read, 0));
  parseXml(content, fileName, {
    open: ({ name, attributes }) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: ({ name }) => reader.close(name),
  });
  return bookDocument(reader.sheets, fileName, hidden);
};

/** The manifest names how each part is encrypted, where one is. */
const refuseLocked = (manifest: Uint8Array | undefined, fileName: string): void => {
  if (manifest === undefined) return;
  try {
    parseXml(manifest, fileName, {
      open: ({ name }) => {
        if (name.endsWith('encryption-data')) throw lockedFile(fileName);
      },
    });
  } catch (error) {
    // A manifest may point at a definition of its own (older OpenOffice); nothing of it is needed.
    if (error instanceof ExpectedError && error.message === lockedFile(fileName).message) throw error;
  }
};
