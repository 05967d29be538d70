import * as library from '@e965/xlsx';
import type { BookType } from '@e965/xlsx';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readTables } from '../../electron/office/read.ts';
import { writeDocument } from '../../electron/office/docx-write.ts';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import { formById } from '../../shared/forms/index.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import { pageOf, sheetOf } from '../fuzz/samples.ts';
import { pdfOf } from '../office/pdf-made.ts';
import { benchBook } from './export-projects.ts';
import type { BenchRow } from './row.ts';

const run = promisify(execFile);

const ROUNDS = 3;
const PROJECTS = 1_000;

/** A file to be read. */
interface Readable {
  readonly kind: string;
  readonly projects: number;
  readonly make: (folder: string) => Promise<string>;
  /** Library that merely reads it, and how long we may take against it; null where there is none to compare with. */
  readonly against: { readonly library: string; readonly ratio: number } | null;
}

interface Measured {
  readonly read: number;
  readonly recognise: number;
  readonly mib: number;
}

/** A process of its own: time without start-up, peak memory. */
const measure = async (program: string, ...args: readonly string[]): Promise<Measured> => {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, program), ...args]);
  const [read = 0, recognise = 0, mib = 0] = stdout.trim().split(' ').map(Number);
  return { read, recognise, mib };
};

const quickest = (all: readonly Measured[]): Measured => ({
  read: Math.min(...all.map(({ read }) => read)),
  recognise: Math.min(...all.map(({ recognise }) => recognise)),
  mib: Math.max(...all.map(({ mib }) => mib)),
});

const ourWorkbook = async (folder: string): Promise<string> => {
  const path = join(folder, 'read.xlsx');
  await writeWorkbook(formById('annex2').layout(benchBook(PROJECTS, 1)), path, { title: '' });
  return path;
};

const savedAs =
  (ending: string, bookType: BookType): Readable['make'] =>
  async (folder) => {
    const tables = await readTables(await readFile(await ourWorkbook(folder)), '表');
    const path = join(folder, `read.${ending}`);
    await writeFile(path, saved(tables, bookType));
    return path;
  };

const saved = (tables: readonly SourceTable[], bookType: BookType): Uint8Array => {
  const book = library.utils.book_new();
  tables.forEach((table, index) => library.utils.book_append_sheet(book, sheetOf(table), `表${index + 1}`));
  return new Uint8Array(library.write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
};

/** Pages of a long document: a project on each. */
const PAGES = 300;

const ourDocument: Readable['make'] = async (folder) => {
  const path = join(folder, 'read.docx');
  await writeDocument(formById('annex2').layout(benchBook(PROJECTS, 1)), path, { title: '' });
  return path;
};

const savedPage: Readable['make'] = async (folder) => {
  const tables = await readTables(await readFile(await ourDocument(folder)), '表');
  const row = ({ cells }: SourceTable['rows'][number]): string =>
    `<tr>${cells.map((cell) => `<td class=xl65>${cell.replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</td>`).join('')}</tr>`;
  const path = join(folder, 'read.html');
  const body = tables.map(({ rows }) => `<table>${rows.map(row).join('\n')}</table>`).join('\n');
  await writeFile(path, `<html><meta charset=utf-8><body>${body}</body></html>`);
  return path;
};

const printed: Readable['make'] = async (folder) => {
  const tables = await readTables(await readFile(await ourWorkbook(folder)), '表');
  const path = join(folder, 'read.pdf');
  await writeFile(path, pdfOf(tables.slice(0, PAGES).map(pageOf)));
  return path;
};

const READABLES: readonly Readable[] = [
  { kind: 'xlsx', projects: PROJECTS, make: ourWorkbook, against: { library: 'exceljs', ratio: 1 } },
  { kind: 'xls', projects: PROJECTS, make: savedAs('xls', 'biff8'), against: { library: 'SheetJS', ratio: 1.2 } },
  { kind: 'ods', projects: PROJECTS, make: savedAs('ods', 'ods'), against: { library: 'SheetJS', ratio: 1 } },
  {
    kind: 'XML Spreadsheet 2003',
    projects: PROJECTS,
    make: savedAs('xml', 'xlml'),
    against: { library: 'SheetJS', ratio: 1 },
  },
  { kind: 'docx', projects: PROJECTS, make: ourDocument, against: { library: 'saxes', ratio: 2 } },
  { kind: 'HTML', projects: PROJECTS, make: savedPage, against: { library: 'parse5', ratio: 2 } },
  { kind: 'PDF', projects: PAGES, make: printed, against: { library: 'pdfjs', ratio: 2.5 } },
];

/** Reading files of every kind, a thousand projects in one file. */
export const benchRead = async (): Promise<BenchRow[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-read-'));
  try {
    const rows: BenchRow[] = [];
    for (const readable of READABLES) rows.push(...(await rowsOf(readable, folder)));
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const rowsOf = async ({ kind, projects, make, against }: Readable, folder: string): Promise<BenchRow[]> => {
  const file = await make(folder);
  const ours: Measured[] = [];
  const plain: Measured[] = [];
  // By turns, so that what else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await measure('read-ours.ts', file, String(projects)));
    if (against !== null) plain.push(await measure('read-plain.ts', file, against.library));
  }
  const our = quickest(ours);
  const name = `read ${kind}, ${projects} projects`;
  const theirs = quickest(plain);
  return [
    { name: `${name}: projects a second`, value: (projects / our.read) * 1_000, unit: '/s', goal: null },
    ...(against === null
      ? []
      : [
          {
            name: `${name}: time against merely reading with ${against.library}`,
            value: our.read / theirs.read,
            unit: 'ratio' as const,
            goal: against.ratio,
          },
          { name: `${name}: peak memory of ${against.library}`, value: theirs.mib, unit: 'MiB' as const, goal: null },
        ]),
    { name: `${name}: recognising it`, value: our.recognise, unit: 'ms', goal: null },
    { name: `${name}: peak memory, recognising too`, value: our.mib, unit: 'MiB', goal: 500 },
  ];
};
