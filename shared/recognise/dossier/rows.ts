import type { SourceRow, SourceTable } from '../../grid/table.ts';
import { cleanCell } from '../clean.ts';
import type { Cell } from '../lines.ts';
import { isStacked } from '../text.ts';
import {
  amountsIn,
  columnLabel,
  headingStart,
  isBrokenLabel,
  isTableName,
  level1Label,
  level2Label,
  partHeading,
  sectionHeading,
  tableHeading,
  upperLabel,
} from './labels.ts';

/** One row of a table, or one paragraph. */
export interface Row {
  readonly table: string;
  /** Row of the source, from 1. */
  readonly at: number;
  /** Filled cells, cleaned. */
  readonly cells: readonly Cell[];
  /** How many cells stand in it, empty ones too. */
  readonly width: number;
  /** A paragraph that does not begin at the left edge: two blanks of Chinese width. */
  readonly indented: boolean;
}

/** All filled rows of a document, tables one after another; cells that stood one a line are rows again. */
export const rowsOf = (tables: readonly SourceTable[]): Row[] => tables.flatMap(rowsOfTable);

const rowsOfTable = (table: SourceTable): Row[] => {
  const rows = hasSingleLabels(table) && isStacked(table.rows) ? restacked(table.rows) : table.rows.map(drafted);
  return rows.map((row) => rowOf(table.name, row)).filter(({ cells }) => cells.length > 0);
};

/** Paragraphs stand one a line too; only a table has a label for a line. */
const hasSingleLabels = ({ rows }: SourceTable): boolean => {
  const single = rows
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== ''))
    .filter(({ length }) => length === 1);
  return single.filter(([cell = '']) => isTableLabel(cleanCell(cell))).length >= 3;
};

const isTableLabel = (text: string): boolean => columnLabel(text) !== null || upperLabel(text) !== null;

interface DraftRow {
  readonly at: number;
  readonly cells: readonly string[];
  readonly indented: boolean;
}

const drafted = ({ at, cells }: SourceRow): DraftRow => ({
  at,
  cells: cells.map(cleanCell),
  indented: isIndented(cells),
});

const isIndented = (cells: readonly string[]): boolean =>
  /^(?:\u3000| {2,}|\t)/u.test(cells.find((cell) => cell.trim() !== '') ?? '');

const rowOf = (table: string, { at, cells, indented }: DraftRow): Row => ({
  table,
  at,
  width: cells.length,
  cells: joinBroken(oneOfAll(cells.map((text, column) => ({ column, text })).filter(({ text }) => text !== ''))),
  indented,
});

/** Some readers give a merged cell's text for every cell it covers: a line over the whole table is one cell. */
const oneOfAll = (cells: readonly Cell[]): readonly Cell[] =>
  cells.every(({ text }) => text === cells[0]?.text) ? cells.slice(0, 1) : cells;

/** `其中：财政` and `资金` in two cells are one label. */
const joinBroken = (cells: readonly Cell[]): Cell[] => {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last && isBrokenLabel(last.text, cell.text))
      joined[joined.length - 1] = { ...last, text: last.text + cell.text };
    else joined.push(cell);
  }
  return joined;
};

interface OpenRow {
  readonly at: number;
  readonly cells: string[];
  readonly indented: boolean;
  readonly isTable: boolean;
}

/**
 * An extraction with a cell a line: a tab before each, blank lines between rows. A line without its tab below a cell is the
 * cell's next paragraph. Where nothing parts the rows they are cut before each label that begins one.
 */
const restacked = (source: readonly SourceRow[]): DraftRow[] => {
  const tabbed = source.filter(({ cells }) => isTabbed(cells)).length >= source.length / 4;
  const texts = source.map(({ cells }) => cleanCell(cells.join('\n')));
  const rows: OpenRow[] = [];
  let open: OpenRow | null = null;
  source.forEach(({ at, cells }, index) => {
    const text = texts[index] ?? '';
    const heading = isHeadingAt(texts, index);
    const isCell: boolean = !heading && (tabbed ? isTabbed(cells) : open !== null || startsTable(text));
    if (text === '' && (!isCell || !tabbed)) open = tabbed ? null : open;
    else if (open === null || heading) {
      const row = { at, cells: [text], indented: isIndented(cells), isTable: isCell };
      rows.push(row);
      open = isCell ? row : null;
    } else if (isCell) open.cells.push(text);
    else open.cells.push(glueParagraph(open.cells.pop() ?? '', text));
  });
  return rows.flatMap((row) => (row.isTable ? cutRows(row) : [row]));
};

const isTabbed = (cells: readonly string[]): boolean => cells.length > 1 && cells[0] === '';

const glueParagraph = (above: string, text: string): string => (above === '' ? text : `${above}\n${text}`);

/** Where no tab tells cells from paragraphs, a table begins with its unit or its first label. */
const startsTable = (text: string): boolean =>
  amountsIn(text) !== null || BEGINNERS.has(upperLabel(text)) || upperLabel(text) === 'name';

const isHeadingAt = (texts: readonly string[], index: number): boolean => {
  const text = texts[index] ?? '';
  if (tableHeading(text) !== null || partHeading(text) !== null || sectionHeading(text) !== null) return true;
  const next = texts.slice(index + 1, index + 3).find((line) => line !== '');
  return headingStart(text) !== null && next !== undefined && isTableName(next);
};

/** A row that holds the labels of several is cut before each. */
const cutRows = (row: OpenRow): DraftRow[] => {
  const cells = withoutBrokenLabels(row.cells);
  const starts = cells.flatMap((text, index) => startOf(text, cells[index - 1] ?? '', index));
  const cuts = [0, ...starts.filter((start) => start > 0)];
  return cuts.map((start, index) => ({
    at: row.at + start,
    cells: cells.slice(start, cuts[index + 1]),
    indented: false,
  }));
};

const withoutBrokenLabels = (cells: readonly string[]): string[] => {
  const joined: string[] = [];
  for (const text of cells) {
    const last = joined.at(-1) ?? '';
    if (isBrokenLabel(last, text)) joined[joined.length - 1] = last + text;
    else joined.push(text);
  }
  return joined;
};

/** Where a row begins that a label belongs to; none for a label that stands behind others of its row. */
const startOf = (text: string, before: string, index: number): number[] => {
  if (BEGINNERS.has(upperLabel(text)) || columnLabel(text) === 'level1') return [index];
  if (level1Label(text) !== null) return level1Label(before) === null ? [index] : [];
  if (level2Label(text)?.bare !== false || level1Label(before) !== null) return [];
  // The empty cell of level 1 stands before it.
  return [before === '' ? index - 1 : index];
};

const BEGINNERS: ReadonlySet<string | null> = new Set(['code', 'budget', 'plan', 'goals']);
