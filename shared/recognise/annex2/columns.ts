import { readValue } from '../../model/value.ts';
import { glue, isNone } from '../clean.ts';
import type { Cell } from '../lines.ts';
import { remember } from '../remember.ts';
import { columnOf, type ColumnName, isHeaderCell } from './column-labels.ts';
import { indicatorLabel } from './labels.ts';

/** Columns that the line above the indicators names, from 三级指标 on. */
export interface Columns {
  readonly name: number | null;
  readonly value: number | null;
  readonly all: readonly Column[];
  /** More than a name and a value: 指标说明, 度量单位, 权重, 依据… */
  readonly wide: boolean;
}

export interface Column {
  readonly column: number;
  readonly name: ColumnName;
}

/** The columns of the line above the indicators; a table without one has a name and a value. */
export const columnsOf = (cells: readonly Cell[]): Columns => {
  const all = named(
    cells.flatMap((cell) => {
      const name = columnOf(cell.text) ?? unknownName(cell.text);
      return name === null ? [] : [{ column: cell.column, name }];
    }),
  );
  const find = (wanted: ColumnName): number | null => all.find(({ name }) => name === wanted)?.column ?? null;
  const both = find('name') !== null && find('value') !== null;
  return { name: find('name'), value: find('value'), all, wide: both && all.length > 2 };
};

/** 指标内容 is the name where no column is called 三级指标. */
const named = (columns: readonly Column[]): readonly Column[] =>
  columns.some(({ name }) => name === 'name')
    ? columns
    : columns.map((column) => (column.name === 'description' ? { ...column, name: 'name' } : column));

/** A column of the county's own, right of the levels: 责任科室, 牵头部门. */
const unknownName = (text: string): ColumnName | null => (isHeaderCell(text) || isRoot(text) ? null : 'ignored');

const isRoot = (text: string): boolean => indicatorLabel(text)?.type === 'root' || /绩效(?:指标|目标)/u.test(text);

/** One cell for each column, by place in {@link Columns.all}; empty where there is none. */
export interface Fit {
  readonly cost: number;
  readonly texts: readonly string[];
}

/** A number with its unit, a range or a time. */
export const isValue = remember((text): boolean => {
  const { kind } = readValue(text);
  return kind === 'number' || kind === 'range' || kind === 'time';
});

const OPERATOR =
  /^(?:[≥≤=><＝＞＜≧≦⩾⩽]|>=|<=|大于(?:等于)?|小于(?:等于)?|等于|不(?:低|高|少)于|定性|定量|(?:正向|反向)(?:指标)?)$/u;

/** 元/人/月, 平方米, 人次. */
const MEASURE = /^[\p{Script=Han}%‰]{1,4}(?:[/·][\p{Script=Han}]{1,3}){1,3}$|^平方(?:米|公里)$|^百分比$/u;

/** How badly a cell suits a column: 0 well, 5 hardly ever. */
const misfit = (text: string, name: ColumnName): number => {
  if (text === '') return name === 'name' || name === 'value' ? 0.5 : 0;
  switch (name) {
    case 'name':
      return isValue(text) || OPERATOR.test(text) || !/\p{Script=Han}.*\p{Script=Han}|\w{3}/u.test(text) ? 2.5 : 0;
    case 'description':
      return isValue(text) || OPERATOR.test(text) ? 2 : 0.2;
    case 'operator':
      return OPERATOR.test(text) ? -0.5 : 5;
    case 'value':
      return valueMisfit(text);
    case 'unit':
      if (!/^[^\d，。；]{1,8}$/u.test(text) || OPERATOR.test(text)) return 4;
      return text.length <= 3 || MEASURE.test(text) ? 0.2 : 0.9;
    case 'weight':
      return /^\d{1,3}(?:\.\d+)?[%分]?$/u.test(text) ? 0 : 5;
    case 'basis':
      return isValue(text) || OPERATOR.test(text) ? 3 : 0.2;
    case 'actual':
      return valueMisfit(text);
    case 'score':
      return /^\d{1,3}(?:\.\d+)?分?$/u.test(text) ? 0 : 5;
    case 'deviation':
      return isValue(text) || OPERATOR.test(text) ? 2 : 0.1;
    case 'ignored':
      return isValue(text) ? 1 : 0.3;
  }
};

const valueMisfit = (text: string): number => {
  if (OPERATOR.test(text)) return 4;
  if (isValue(text) || isNone(text)) return 0;
  if (/(?:计划|通知|文件|方案|办法|规定|合同|标准|得分)$/u.test(text)) return 1.8;
  if (text.length <= 6) return 0.4;
  return text.length <= 14 ? 0.9 : 1.6;
};

/** What a column left without a cell costs. */
const LEFT_OUT: Readonly<Record<ColumnName, number>> = {
  name: 2,
  value: 1.8,
  description: 0.6,
  operator: 0.5,
  unit: 0.5,
  weight: 0.8,
  basis: 0.7,
  actual: 1.5,
  score: 0.8,
  deviation: 0.2,
  ignored: 0.2,
};

/** Columns whose texts are long enough to break. */
const WORDY: ReadonlySet<ColumnName> = new Set(['name', 'description', 'value', 'basis', 'deviation', 'ignored']);

/** A blank cell that fills no column, before the first text and after it, and a text put to the one before it. */
const LEADING_BLANK = 0.1;
const DROPPED_BLANK = 0.6;
const GLUED = 2.2;

/** How badly texts suit the columns they stand in. */
export const costInPlace = (texts: readonly string[], names: readonly ColumnName[]): number =>
  texts.reduce((cost, text, index) => {
    const name = names[index];
    return name === undefined ? cost : cost + (text === '' ? LEFT_OUT[name] : misfit(text, name));
  }, 0);

/** The cheapest way to lay cells, in their order, into the columns. */
export const fitCells = (texts: readonly string[], names: readonly ColumnName[]): Fit => {
  let fits: (Fit | null)[] = [{ cost: 0, texts: [] }, ...names.map(() => null)];
  fits = leaveOut(fits, names);
  for (const text of texts) fits = leaveOut(takeCell(fits, text, names), names);
  return fits.at(-1) ?? { cost: Infinity, texts: [] };
};

/** `fits[n]`: the cells so far laid into the first n columns. */
const takeCell = (fits: readonly (Fit | null)[], text: string, names: readonly ColumnName[]): (Fit | null)[] =>
  fits.map((fit, filled) => {
    const before = filled > 0 ? fits[filled - 1] : null;
    const name = names[filled - 1];
    const placed = before && name ? { cost: before.cost + misfit(text, name), texts: [...before.texts, text] } : null;
    return cheaper(placed, fit && stays(fit, text, names));
  });

const stays = (fit: Fit, text: string, names: readonly ColumnName[]): Fit | null => {
  if (text === '')
    return {
      cost: fit.cost + (fit.texts.every((one) => one === '') ? LEADING_BLANK : DROPPED_BLANK),
      texts: fit.texts,
    };
  const last = fit.texts.at(-1);
  const name = names[fit.texts.length - 1];
  if (last === undefined || last === '' || isValue(text) || !name || !WORDY.has(name)) return null;
  return { cost: fit.cost + GLUED, texts: [...fit.texts.slice(0, -1), glue(last, text)] };
};

const leaveOut = (fits: readonly (Fit | null)[], names: readonly ColumnName[]): (Fit | null)[] => {
  const reached = [...fits];
  names.forEach((name, index) => {
    const fit = reached[index];
    if (fit)
      reached[index + 1] = cheaper(
        { cost: fit.cost + LEFT_OUT[name], texts: [...fit.texts, ''] },
        reached[index + 1] ?? null,
      );
  });
  return reached;
};

const cheaper = (one: Fit | null, other: Fit | null): Fit | null => {
  if (!one || !other) return one ?? other;
  return one.cost <= other.cost ? one : other;
};
