import { fold } from '../../model/text.ts';
import type { Cell } from '../lines.ts';
import { columnLabel, COST_LABEL, level1Label, level2Label, type ColumnKey } from './labels.ts';
import type { Row } from './rows.ts';

/** A column of the indicators, and the cell column where its label stands. */
export interface Column {
  readonly key: ColumnKey;
  readonly at: number;
}

/** What the form prints, for a table whose labels of columns are lost. */
const USUAL: readonly ColumnKey[] = ['level1', 'level2', 'level3', 'description', 'value', 'basis'];

/** The columns of the indicators. */
export interface Columns {
  readonly columns: readonly Column[];
  /** Cell columns that say nothing: numbers of rows before the labels, and repeats of a merged cell. */
  readonly skipped: ReadonlySet<number>;
}

/** The columns of a header row; those the form prints where there is none. A cell without a known label is a column too. */
export const columnsOf = (header: Row | null): Columns => {
  if (header === null) return { columns: USUAL.map((key, at) => ({ key, at })), skipped: new Set() };
  const columns: Column[] = [];
  const skipped = new Set<number>();
  for (const [index, { text, column }] of header.cells.entries()) {
    const key = columnLabel(text) ?? 'ignored';
    const repeated = header.cells[index - 1]?.text === text;
    const leading = key === 'ignored' && !columns.some((one) => one.key === 'level2' || one.key === 'level3');
    if (repeated || leading) skipped.add(column);
    else columns.push({ key: columns.some((one) => one.key === key) ? 'ignored' : key, at: column });
  }
  return { columns, skipped };
};

/** The cells of one row of indicators: labels apart from contents. */
export interface Parsed {
  readonly level1: Cell | null;
  readonly level2: Cell | null;
  readonly contents: readonly Cell[];
}

/** Labels stand first; a cell in the column of 二级指标 is one whatever it says. */
export const parseCells = (row: Row, { columns, skipped }: Columns): Parsed => {
  const rest = row.cells.filter(({ column }) => !skipped.has(column));
  const level1 = isLevel1(rest[0], rest[1]) ? (rest.shift() ?? null) : null;
  const level2 = isLevel2(rest, columns) ? (rest.shift() ?? null) : null;
  return { level1, level2, contents: rest };
};

/** 成本指标 is a level 1 only where a level 2 follows. */
const isLevel1 = (cell: Cell | undefined, next: Cell | undefined): boolean => {
  if (cell === undefined) return false;
  if (level1Label(cell.text) !== null) return true;
  return fold(cell.text) === COST_LABEL && next !== undefined && level2Label(next.text) !== null;
};

const isLevel2 = (rest: readonly Cell[], columns: readonly Column[]): boolean => {
  const [cell] = rest;
  if (cell === undefined) return false;
  const at = (key: ColumnKey): number | undefined => columns.find((column) => column.key === key)?.at;
  const spare = rest.length > columns.filter(({ key }) => key !== 'level1' && key !== 'level2').length;
  const label = level2Label(cell.text);
  // Words of a label in the column of 三级指标 are a name, unless the row has a cell too many for that.
  if (label !== null) return spare || cell.column !== at('level3');
  return spare && cell.column === at('level2');
};
