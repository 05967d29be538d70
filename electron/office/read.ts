import type { SourceTable } from '../../shared/grid/table.ts';
import { kindOfFile } from './file-kind.ts';
import { readText } from './text-read.ts';

export interface ReadDocument {
  readonly tables: readonly SourceTable[];
  /** Names of hidden sheets with contents, whether they were read or not. */
  readonly hiddenSheets: readonly string[];
  /** What the clerk should know of the file as a whole, one Chinese sentence each: hidden rows, formulas without a result. */
  readonly notes: readonly string[];
  /** Why the places of the cells are only guessed, one Chinese sentence: nothing of it is stored unlooked at. Left out where they are sure. */
  readonly guessed?: string;
}

export interface ReadDocumentOptions {
  /** Whether hidden sheets are read; left where it is not said: the clerk can't see them either. */
  readonly hidden?: 'leave' | 'read';
  /** Told now and then how far it is: sheets, pages or parts. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Reads the tables of a file. What it is is decided by its content, never by its name: xlsx, xls, et, ods, XML spreadsheets, docx, doc,
 * a page of HTML (.htm, .mht, many an .xls), or text (tab separated or csv; UTF-8, UTF-16, GB18030).
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readDocument = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadDocumentOptions = {},
): Promise<ReadDocument> => {
  const kind = kindOfFile(bytes, fileName);
  // A reader is loaded when it is needed: some take longer to load than a text to read.
  switch (kind) {
    case 'xlsx':
      return (await import('./xlsx-read.ts')).readXlsx(bytes, fileName, options);
    case 'ods':
      return (await import('./ods-read.ts')).readOds(bytes, fileName, options);
    case 'xml-sheet':
      return (await import('./xml-sheet-read.ts')).readXmlSheet(bytes, fileName, options);
    case 'ole':
      return (await import('./ole-read.ts')).readOle(bytes, fileName, options);
    case 'bare-xls':
      return (await import('./xls-read.ts')).readXls(bytes, fileName, options);
    case 'docx':
      return (await import('./docx-read.ts')).readDocx(bytes, fileName, options);
    case 'pdf':
      return (await import('./pdf-read.ts')).readPdf(bytes, fileName, options);
    case 'html': {
      const [{ decodeHtml }, { readHtml }] = await Promise.all([import('./html-file.ts'), import('./html-read.ts')]);
      return readHtml(decodeHtml(bytes, fileName), fileName);
    }
    case 'mht':
      return (await import('./mht-read.ts')).readMht(bytes, fileName);
    case 'text':
      return { tables: readText(bytes, fileName), hiddenSheets: [], notes: [] };
  }
};

/** The tables of a file; see {@link readDocument}. */
export const readTables = async (bytes: Uint8Array, fileName: string): Promise<SourceTable[]> => [
  ...(await readDocument(bytes, fileName)).tables,
];
