import type { SourceTable } from '../../../shared/grid/table.ts';
import { indicatorLabel } from '../../../shared/recognise/annex2/labels.ts';
import { tablesFromText } from '../../../shared/recognise/text.ts';
import { filled, withCells, withRows } from './merged.ts';

/* What other programs, copies and extractions make of a printed table. Each takes the tables of a document and gives what would be read. */

export type Damage = (tables: readonly SourceTable[]) => SourceTable[];

const each =
  (change: (table: SourceTable, index: number) => SourceTable): Damage =>
  (tables) =>
    tables.map((table, index) => change(table, index));

const bare = ({ name, rows }: SourceTable): SourceTable => ({ name, rows });

/** Noise that is the same every time: 0 to 1, by place. */
const noise = (row: number, column: number, salt = 0): number => {
  const mixed = Math.imul(row * 374_761 + column * 668_265 + salt * 974_711 + 12_345, 2_654_435) >>> 0;
  return (((mixed ^ (mixed >>> 13)) >>> 0) % 1_000) / 1_000;
};

const isKind = (text: string): boolean => indicatorLabel(text)?.type === 'kind';
const isList = ({ rows }: SourceTable): boolean => (rows[0]?.cells.length ?? 0) > 9;

const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

/** Breaks lines that are too long as word processors do: between any two Han characters, never inside of figures. */
const wrapped = (text: string, width: number, mark: string): string =>
  text
    .split('\n')
    .map((line) => {
      const lines: string[] = [''];
      for (const word of line.match(/[\d.,%％≥≤=A-Za-z]+|[^]/gu) ?? []) {
        const last = lines.at(-1) ?? '';
        if (last !== '' && last.length + word.length > width) lines.push(word.trimStart());
        else lines[lines.length - 1] = last + word;
      }
      return lines.map((one) => one.trimEnd()).join(mark);
    })
    .join('\n');

/** Lines of cells as rows of their own, as text-PDFs give them. */
const overRows = (table: SourceTable, width: number): SourceTable =>
  withRows(table, (cells) => {
    const lines = cells.map((text) => (text.length > width * 1.5 ? wrapped(text, width, '\n') : text).split('\n'));
    const height = Math.max(1, ...lines.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => lines.map((one) => one[line] ?? ''));
  });

/** Labels of level 2 stand some rows from where they belong. */
const labelsMoved = (table: SourceTable, by: number, share: number): SourceTable => {
  const rows = table.rows.map(({ cells }) => [...cells]);
  table.rows.forEach(({ cells }, row) =>
    cells.forEach((text, column) => {
      const target = rows[row + by];
      if (!isKind(text) || noise(row, column) > share || target?.[column] !== '') return;
      target[column] = text;
      (rows[row] ?? [])[column] = '';
    }),
  );
  return { name: table.name, rows: rows.map((cells, index) => ({ cells, at: index + 1 })) };
};

/** Cells of some rows stand one column to the right, or to the left. */
const rowsMoved = (table: SourceTable, by: 1 | -1, share: number): SourceTable =>
  withRows(table, (cells, row) => {
    if (noise(row, 1) > share || cells.filter((cell) => cell !== '').length < 3) return [cells];
    if (by === 1) return [['', ...cells]];
    const first = cells.indexOf('');
    return [first === -1 ? cells : [...cells.slice(0, first), ...cells.slice(first + 1), '']];
  });

const isHeader = (cells: readonly string[]): boolean =>
  cells.includes('三级指标') || (cells.includes('绩效指标') && cells.includes('绩效目标'));

/** The header of the indicators above each row, null in the upper part of a project: told again on every page, extra columns stand below it. */
const headersOf = ({ rows }: SourceTable): (readonly string[] | null)[] => {
  let header: readonly string[] | null = null;
  return rows.map(({ cells }) => {
    const isStart = cells.some((text) => text === '项目名称' || text === '项目编码' || /绩效目标.{0,4}表$/u.test(text));
    if (isHeader(cells) && cells.filter((text) => text !== '').length > 3) header = cells;
    else if (isStart) header = null;
    return header;
  });
};

/** The header again, and a page number, after every few rows. */
const paged = (table: SourceTable, rows: number): SourceTable => {
  const headers = headersOf(table);
  return withRows(table, (cells, row) => {
    const header = headers[row] ?? null;
    return header !== null && header !== cells && row % rows === 0 && !isHeader(cells)
      ? [[`- ${row} -`], header, cells]
      : [cells];
  });
};

/** A table broken into one for each page, the header on the first alone. */
const parted: Damage = (tables) =>
  tables.flatMap(({ name, rows }) => {
    const cut = rows.length > 12 ? Math.ceil(rows.length * 0.6) : rows.length;
    return [rows.slice(0, cut), rows.slice(cut)]
      .filter(({ length }) => length > 0)
      .map((part) => ({ name, rows: part }));
  });

/** A row cut in two by the end of a page: the lower half of its longer texts stands in the next row. */
const cutRows = (table: SourceTable): SourceTable =>
  withRows(table, (cells, row) => {
    if (row % 7 !== 6 || !cells.some((text) => text.length > 14)) return [cells];
    const at = (text: string): number => (text.length > 14 ? Math.floor(text.length / 2) : text.length);
    return [cells.map((text) => text.slice(0, at(text))), cells.map((text) => text.slice(at(text)))];
  });

/** The columns of a list in another order: those of the value before the name. */
const reordered = (table: SourceTable): SourceTable => {
  if (!isList(table)) return bare(table);
  return withRows(table, (cells) => [
    [...cells.slice(0, 5), ...cells.slice(8, 11), ...cells.slice(5, 8), ...cells.slice(11)],
  ]);
};

/** A column of numbers in front of a list, and one nobody asked for behind the indicators. */
const withExtra = (table: SourceTable): SourceTable => {
  const headers = headersOf(table);
  const numbered = headers.some((header) => header?.some((text) => /项目名称/u.test(text)));
  return withRows(table, (cells, row) => {
    const header = headers[row] ?? null;
    const [number, office] =
      header === null ? ['', ''] : header === cells ? ['序号', '责任科室'] : [String(row), '财务室'];
    return [[...(numbered ? [number] : []), ...cells, office]];
  });
};

const LATEX = (text: string): string =>
  text
    .replace(/≥\s*(\d+)%/gu, String.raw`$\geq $1\%$`)
    .replace(/≤\s*([\d.]+)/gu, String.raw`$\leq $1$`)
    .replace(/(\d+)%/gu, String.raw`$1\%`)
    .split('\n')
    .map((line, _, lines) => (lines.length > 1 ? `<p>${line}</p>` : line))
    .join(' ');

/** What optical recognition makes of a print: blanks inside words, signs and figures read wrongly now and then. */
const ocr = (text: string, row: number, column: number, table: number): string => {
  const dice = noise(row, column, 3 + table * 7);
  if (dice < 0.03) return text.replace('0', 'O').replace('1', 'l');
  if (dice < 0.06) return text.replace(/[≥≤]/u, '');
  if (dice < 0.16) return text.replace(/(?<=[\p{Script=Han}]{2})(?=[\p{Script=Han}]{2})/u, ' ');
  return dice < 0.2 ? text.replaceAll('≥', '>').replaceAll('%', '％') : text;
};

const asText = (tables: readonly SourceTable[], between: string): SourceTable[] =>
  tablesFromText(
    tables
      .flatMap(({ rows }) => [
        ...rows.map(({ cells }) => cells.map((text) => text.replaceAll('\n', ' ')).join(between)),
        '',
      ])
      .join('\n'),
    '粘贴的文字',
  );

const oneALine = (tables: readonly SourceTable[]): SourceTable[] =>
  tablesFromText(
    tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.map((text) => `\t${text}`), ''])).join('\n'),
    '粘贴的文字',
  );

/** Every kind of damage by name. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  clean: each(bare),
  'filled-down': each((table) => filled(table, false)),
  'filled-all': each((table) => filled(table, true)),
  'packed-left': each((table) => withRows(table, (cells) => [cells.filter((text) => text !== '')])),
  'labels-row-down': each((table) => labelsMoved(table, 1, 0.5)),
  'labels-row-up': each((table) => labelsMoved(table, -1, 0.5)),
  'labels-lost': each((table) =>
    withCells(table, (text, row, column) => (isKind(text) && noise(row, column) < 0.25 ? '' : text)),
  ),
  'rows-right': each((table) => rowsMoved(table, 1, 0.2)),
  'rows-left': each((table) => rowsMoved(table, -1, 0.2)),
  'wraps-lines': each((table) => withCells(table, (text) => wrapped(text, 7, '\n'))),
  'wraps-blanks': each((table) => withCells(table, (text) => wrapped(text, 7, ' '))),
  'wraps-rows': each((table) => overRows(table, 14)),
  'full-width': each((table) => withCells(table, wide)),
  'one-line': each((table) => withCells(table, (text) => text.replaceAll('\n', ' '))),
  'one-line-glued': each((table) => withCells(table, (text) => text.replaceAll('\n', ''))),
  'no-blanks': each((table) => withCells(table, (text) => text.replace(/[ \u3000]+/gu, ''))),
  latex: each((table) => withCells(table, LATEX)),
  ocr: each((table, index) => withCells(table, (text, row, column) => ocr(text, row, column, index))),
  paged: each((table) => paged(table, 6)),
  parted,
  'cut-rows': each(cutRows),
  reordered: each(reordered),
  'extra-columns': each(withExtra),
  'one-sheet': (tables) => [
    { name: 'Sheet1', rows: tables.flatMap(({ rows }) => rows).map(({ cells }, row) => ({ cells, at: row + 1 })) },
  ],
  'tab-text': (tables) => asText(tables, '\t'),
  'blank-text': (tables) => asText(tables, '    '),
  'cell-a-line': oneALine,
  'cells-lost': each((table, index) =>
    withCells(table, (text, row, column) => (row > 3 && noise(row, column, 5 + index * 7) < 0.03 ? '' : text)),
  ),
  'cells-glued': each((table) =>
    withRows(table, (cells, row) => {
      if (noise(row, 2, 9) > 0.12) return [cells];
      const at = cells.findLastIndex((text, column) => text !== '' && (cells[column - 1] ?? '') !== '');
      return [
        at < 1
          ? cells
          : cells.map((text, column) => (column === at - 1 ? `${text} ${cells[at] ?? ''}` : column === at ? '' : text)),
      ];
    }),
  ),
};
