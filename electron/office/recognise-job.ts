import type { SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import type { PastedTable } from './clipboard-read.ts';
import type { ReadDocument, ReadDocumentOptions } from './read.ts';

/** A document to be read away from the main thread: the bytes of a file, or what was pasted. */
export interface RecogniseJob {
  readonly source: Uint8Array | string | PastedTable;
  /** What the clerk knows it by; named in every message. */
  readonly fileName: string;
  readonly hidden?: 'leave' | 'read';
}

/** What came of it. */
export interface Reading {
  /** Without any project where no known form was found; `unknown` then says so. */
  readonly recognised: RecognisedDocument;
  /** Why nothing was recognised although tables were read: they can be mapped by hand. null where something was. */
  readonly unknown: Pick<ExpectedError, 'code' | 'message' | 'nextStep'> | null;
  /** What was read, for showing the source beside the draft. */
  readonly tables: readonly SourceTable[];
  /** Hidden sheets with contents, by name. */
  readonly hiddenSheets: readonly string[];
  /** What the clerk should know of the file as a whole, one Chinese sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads a document and recognises its projects in this thread.
 * @param onProgress told now and then how many of the sheets, pages or parts are read
 * @throws ExpectedError that names the document and why it can't be read
 */
export const runRecognise = async (
  { source, fileName, hidden = 'leave' }: RecogniseJob,
  onProgress: NonNullable<ReadDocumentOptions['onProgress']> = () => undefined,
): Promise<Reading> => {
  const { tables, hiddenSheets, notes, guessed } = await documentOf(source, fileName, { hidden, onProgress });
  const { recognised, unknown } = recognisedIn(tables, fileName);
  return {
    recognised: guessed === undefined ? recognised : inDoubt(recognised, guessed),
    unknown,
    tables,
    hiddenSheets,
    notes,
  };
};

/** Where the reader guessed which text belongs to which cell, every project as a whole is to be looked at. */
const inDoubt = (recognised: RecognisedDocument, message: string): RecognisedDocument => ({
  ...recognised,
  projects: recognised.projects.map((project) => ({
    ...project,
    doubts: [{ path: 'projects', kind: 'odd', message, at: null, confidence: GUESSED }, ...project.doubts],
  })),
});

/** Of projects read from places alone, measured on papers printed without borders. */
const GUESSED = 0.5;

/** Tables of no known form are no failure: they can be mapped by hand. */
const recognisedIn = (tables: readonly SourceTable[], fileName: string): Pick<Reading, 'recognised' | 'unknown'> => {
  try {
    return { recognised: recognise(tables, fileName), unknown: null };
  } catch (error) {
    if (!(error instanceof ExpectedError) || tables.length === 0) throw error;
    const { code, message, nextStep } = error;
    return { recognised: unrecognised(fileName), unknown: { code, message, nextStep } };
  }
};

/** A document nothing is known of yet. */
const unrecognised = (file: string): RecognisedDocument => ({
  document: { file, title: null, layout: null, year: null, department: null, unitCode: null },
  projects: [],
});

/** What was pasted needs none of the file readers. */
const documentOf = async (
  source: RecogniseJob['source'],
  fileName: string,
  options: ReadDocumentOptions,
): Promise<ReadDocument> => {
  if (source instanceof Uint8Array) return (await import('./read.ts')).readDocument(source, fileName, options);
  const tables =
    typeof source === 'string'
      ? tablesFromText(source, fileName)
      : (await import('./clipboard-read.ts')).readPasted(source, fileName);
  return { tables, hiddenSheets: [], notes: [] };
};
