import type { SourceMerge, SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import type { FlowMerge } from './docx-flow-rows.ts';
import { FlowReader, type FlowSection } from './docx-flow.ts';
import { DocxLists } from './docx-lists.ts';
import type { ReadDocument, ReadDocumentOptions } from './read.ts';
import { parseXml } from './xml-parse.ts';
import { damaged, plainName, unpackParts } from './zip-read.ts';

const MOST_ROWS = 200_000;

/** A section of a Word document with text in it. */
export interface DocxSection {
  readonly table: SourceTable;
  /** What its pages print at the foot. */
  readonly footer: string;
}

/**
 * Reads a docx: one table a section, where a paragraph is a row of one cell, so that a caption stands above its table. Columns
 * are those of the table, cells that a merge covers are empty; what was deleted with changes tracked or is hidden is left out, and
 * numbers that Word writes before the items of a list are there.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readDocx = (bytes: Uint8Array, fileName: string, options: ReadDocumentOptions = {}): ReadDocument => {
  const tables = readSections(bytes, fileName, options).map(({ table }) => table);
  if (tables.length === 0) throw new ExpectedError('file-empty', `“${fileName}”里没有内容。`);
  return { tables, hiddenSheets: [], notes: [] };
};

/** The sections of a docx; see {@link readDocx}. */
export const readSections = (
  bytes: Uint8Array,
  fileName: string,
  { onProgress }: ReadDocumentOptions = {},
): DocxSection[] => {
  const parts = unpackParts(bytes, fileName);
  const name = Object.keys(parts).find((part) => /^word\/document\d*\.xml$/u.test(part)) ?? '';
  const lists = new DocxLists(parts['word/numbering.xml'], parts['word/styles.xml'], fileName);
  const flow = readFlow(parts[name], fileName, new FlowReader((item) => lists.next(item)), onProgress);
  if (flow.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_ROWS) {
    throw new ExpectedError('file-too-large', `“${fileName}”超过 ${MOST_ROWS} 行，无法读取。`);
  }
  const footerOf = footers(parts, name, fileName);
  return flow
    .map((section, index): DocxSection => ({
      table: {
        name: flow.length === 1 ? fileName : `第 ${index + 1} 部分`,
        rows: section.rows
          .map((cells, row) => ({ cells: withoutEmptyEnd(cells), at: row + 1 }))
          .filter(({ cells }) => cells.length > 0),
        ...(section.merges.length > 0 ? { merges: section.merges.map(sourceMerge) } : {}),
      },
      footer: footerOf(section),
    }))
    .filter(({ table }) => table.rows.length > 0);
};

const sourceMerge = ({ row, column, rows, columns }: FlowMerge): SourceMerge => ({
  at: row + 1,
  column,
  rows,
  columns,
});

const withoutEmptyEnd = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);

/** The footer of section after section: a section that names none prints the one before. */
const footers = (
  parts: Readonly<Record<string, Uint8Array>>,
  document: string,
  fileName: string,
): ((section: FlowSection) => string) => {
  const targets = targetsOf(parts[document.replace(/([^/]+)$/u, '_rels/$1.rels')], fileName);
  let footer = '';
  return ({ footerId }) => {
    if (footerId === null) return footer;
    const part = parts[plainName(`word/${targets.get(footerId) ?? ''}`)];
    const rows = part === undefined ? [] : readFlow(part, fileName).flatMap((section) => section.rows.flat());
    return (footer = rows.join('\n'));
  };
};

const targetsOf = (part: Uint8Array | undefined, fileName: string): Map<string, string> => {
  const targets = new Map<string, string>();
  if (part === undefined) return targets;
  parseXml(part, fileName, {
    open: ({ attributes: { Id, Target } }) => {
      if (typeof Id === 'string' && typeof Target === 'string') targets.set(Id, Target.replace(/^\/word\//u, ''));
    },
  });
  return targets;
};

const readFlow = (
  part: Uint8Array | undefined,
  fileName: string,
  reader = new FlowReader(),
  onProgress?: ReadDocumentOptions['onProgress'],
): FlowSection[] => {
  if (part === undefined) throw damaged(fileName, new Error('no document part'));
  parseXml(part, fileName, {
    open: ({ name, attributes }) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: ({ name }) => reader.close(name),
    ...(onProgress === undefined ? {} : { progress: (share) => onProgress(Math.round(share * 100), 100) }),
  });
  return reader.end();
};
