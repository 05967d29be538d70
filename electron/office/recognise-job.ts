import type { SourceTable } from '../../shared/grid/table.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';

/** A document to be read away from the main thread: the bytes of a file, or text as pasted. */
export interface RecogniseJob {
  readonly source: Uint8Array | string;
  /** What the clerk knows it by; named in every message. */
  readonly fileName: string;
}

/**
 * Reads a document and recognises its projects in this thread.
 * @throws ExpectedError that names the document and why it can't be read
 */
export const runRecognise = async ({ source, fileName }: RecogniseJob): Promise<RecognisedDocument> =>
  recognise(await tablesOf(source, fileName), fileName);

/** Pasted text needs none of the file readers. */
const tablesOf = async (source: Uint8Array | string, fileName: string): Promise<SourceTable[]> =>
  typeof source === 'string'
    ? tablesFromText(source, fileName)
    : (await import('./read.ts')).readTables(source, fileName);
