import * as library from '@e965/xlsx';
import type { BookType, WorkSheet } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocument } from '../../electron/office/docx-write.ts';
import { readTables } from '../../electron/office/read.ts';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import { drawn } from '../shared/book.ts';
import { lattice, pdfOf, say } from '../office/pdf-made.ts';
import { good } from '../shared/samples.ts';

/** A real file of some kind, to be spoiled. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const fixtures = join(import.meta.dirname, '../fixtures/office');

/** Files of every kind that is read, with one project each: what we write, what LibreOffice and SheetJS write. */
export const fileSamples = async (): Promise<Sample[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  try {
    const xlsx = join(folder, 'a.xlsx');
    const docx = join(folder, 'a.docx');
    await writeWorkbook(drawn('annex2', [good()]), xlsx, { title: '' });
    await writeDocument(drawn('annex2', [good()]), docx, { title: '' });
    const [table] = await readTables(await readFile(xlsx), 'a.xlsx');
    if (table === undefined) throw new Error('no table');
    return [
      { name: 'ours.xlsx', bytes: await readFile(xlsx) },
      { name: 'ours.docx', bytes: await readFile(docx) },
      ...['annex2.xls', 'annex2.ods', 'annex2.doc'].map((name) => ({
        name,
        bytes: readFileSync(join(fixtures, name)),
      })),
      ...OTHER_KINDS.map(([name, bookType]) => ({ name, bytes: written(table, bookType) })),
      ...textSamples(table),
      { name: 'made.pdf', bytes: pdfOf([pageOf(table), '']) },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
};

const OTHER_KINDS: readonly (readonly [string, BookType])[] = [
  ['sheetjs.xlsx', 'xlsx'],
  ['sheetjs.xls', 'biff8'],
  ['sheetjs-95.xls', 'biff5'],
  ['sheetjs.ods', 'ods'],
  ['sheetjs.xml', 'xlml'],
];

/** A table as a sheet of SheetJS. */
export const sheetOf = ({ rows, merges = [] }: SourceTable): WorkSheet => {
  const sheet = library.utils.aoa_to_sheet(rows.map(({ cells }) => [...cells]));
  sheet['!merges'] = merges.map(({ at, column, rows: down, columns: right }) => ({
    s: { r: at - 1, c: column },
    e: { r: at + down - 2, c: column + right - 1 },
  }));
  return sheet;
};

/** The first rows, a cell beside the other, with lines around them. */
export const pageOf = ({ rows }: SourceTable): string => {
  const some = rows.slice(0, 25);
  const lines = lattice([50, 150, 250, 350, 450, 545], [790, ...some.map((_, index) => 770 - index * 28)]);
  const words = some.flatMap(({ cells }, row) =>
    cells
      .slice(0, 5)
      .map((cell, column) =>
        cell === '' ? '' : say(cell.slice(0, 9).replace(/\s/gu, ''), 55 + column * 100, 776 - row * 28),
      ),
  );
  return lines + words.join('');
};

/** A table as another program writes it. */
export const written = (table: SourceTable, bookType: BookType): Uint8Array => {
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, sheetOf(table), '目标表');
  return new Uint8Array(library.write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
};

const textSamples = ({ rows }: SourceTable): Sample[] => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const html = rows.map(({ cells }) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  const page = `<html><head><meta charset="utf-8"></head><body><table>${html}</table></body></html>`;
  const mht = [
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"',
    `Content-Transfer-Encoding: 8bit\r\n\r\n${page}\r\n--x--`,
  ].join('\r\n');
  return [
    { name: 'tabs.txt', bytes: encode(rows.map(({ cells }) => cells.join('\t')).join('\n')) },
    { name: 'commas.csv', bytes: encode(rows.map(({ cells }) => cells.map(quoted).join(',')).join('\r\n')) },
    { name: 'page.xls', bytes: encode(page) },
    { name: 'page.mht', bytes: encode(mht) },
  ];
};
