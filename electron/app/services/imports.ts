import type { SourceTable } from '../../../shared/grid/table.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { recogniseInWorker } from '../../office/recognise-in-worker.ts';
import type { Reading } from '../../office/recognise-job.ts';
import type { Program } from '../program.ts';
import type { Services } from '../services.ts';
import { confirmImport } from './import-confirm.ts';
import { matchReading } from './import-match.ts';
import { previewOf } from './import-preview.ts';
import { recentImports, undoImport } from './import-undo.ts';

export const importService = (program: Program): Services['imports'] => ({
  beginFile: (name, source, hidden) => ({ readingId: program.readings.begin({ name, source, hidden }) }),
  beginPaste: ({ name, text, html }) => {
    const called = name.trim() || '粘贴的内容';
    if (isBlank(text) && isBlank(html))
      throw new ExpectedError('file-empty', `“${called}”里没有内容。`, '请先复制表格，再粘贴。');
    const source = html === '' ? text : { html, text };
    return { readingId: program.readings.begin({ name: called, source, hidden: 'leave' }) };
  },
  progress: (readingIds) => program.readings.states(readingIds),
  cancel: (readingId) => {
    program.readings.drop(readingId);
    return { count: 1 };
  },
  preview: ({ readingId, from, to }) => previewOf(program, readingId, program.readings.ready(readingId), { from, to }),
  source: ({ readingId, table, from, to }) => {
    const found = program.readings.read(readingId).reading.tables[table];
    if (found) return rowsBetween(found, from, to);
    throw new ExpectedError('not-found', '原来的表已经不在内存里了。', '要对照原表，请重新选择文件。');
  },
  readHidden: (readingId) => ({ readingId: program.readings.again(readingId) }),
  match: (input) => matchReading(program, input),
  confirm: (input) => confirmImport(program, input),
  undo: (importId) => undoImport(program, importId),
  recent: () => recentImports(program),
});

/** Rows of a table by their numbers, with every merge that reaches into them. */
const rowsBetween = ({ name, rows, merges = [] }: SourceTable, from: number, to: number): SourceTable => ({
  name,
  rows: rows.filter(({ at }) => at >= from && at <= to),
  merges: merges.filter((merge) => merge.at <= to && merge.at + merge.rows > from),
});

/** How a file is read for a script. */
export interface RecogniseFileOptions {
  /** The worker's program where a bundle has put it. */
  readonly workerUrl?: URL | undefined;
  /** Whether hidden sheets are read. */
  readonly hidden?: 'leave' | 'read';
  /** Another try where no known form was found; see byKeptMapping. */
  readonly again?: (name: string, reading: Reading) => Reading;
}

/**
 * Reads a file and recognises its projects, away from the main thread; nothing is stored.
 * @throws ExpectedError that names the file and why it can't be read, or that no known form is in it
 */
export const recogniseFile = async (
  name: string,
  bytes: Uint8Array,
  { again = (_, read) => read, ...options }: RecogniseFileOptions = {},
): Promise<Reading> => {
  const reading = again(name, await recogniseInWorker(bytes, name, options));
  if (reading.unknown) throw new ExpectedError(reading.unknown.code, reading.unknown.message, reading.unknown.nextStep);
  return options.hidden === 'read' ? { ...reading, hiddenSheets: [] } : reading;
};
