import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import type { ReadDocument } from './read.ts';

/** A document to be read away from the main thread: the bytes of a file, or text as pasted. */
export interface RecogniseJob {
  readonly source: Uint8Array | string;
  /** What the clerk knows it by; named in every message. */
  readonly fileName: string;
}

/** What came of it. */
export interface Reading {
  readonly recognised: RecognisedDocument;
  /** Hidden sheets with contents, by name: they were not read. */
  readonly hiddenSheets: readonly string[];
}

/**
 * Reads a document and recognises its projects in this thread.
 * @throws ExpectedError that names the document and why it can't be read
 */
export const runRecognise = async ({ source, fileName }: RecogniseJob): Promise<Reading> => {
  const { tables, hiddenSheets } = await documentOf(source, fileName);
  return { recognised: recognise(tables, fileName), hiddenSheets };
};

/** Pasted text needs none of the file readers. */
const documentOf = async (source: Uint8Array | string, fileName: string): Promise<ReadDocument> =>
  typeof source === 'string'
    ? { tables: tablesFromText(source, fileName), hiddenSheets: [] }
    : (await import('./read.ts')).readDocument(source, fileName);
