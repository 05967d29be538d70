import { readValue } from '../../model/value.ts';
import { joinHan, joinLines } from '../clean.ts';
import type { Cell } from '../lines.ts';
import type { Doubt, RecognisedIndicator } from '../recognised.ts';
import { columnsOf, parseCells, type Column, type Parsed } from './columns.ts';
import type { ColumnKey } from './labels.ts';
import { readLevels, type Levels } from './levels.ts';
import type { Block } from './split.ts';

export interface IndicatorsReading {
  readonly indicators: readonly RecognisedIndicator[];
  readonly doubts: readonly Doubt[];
}

/** The contents of one indicator by column. */
type Contents = ReadonlyMap<ColumnKey, string>;

interface Entry {
  readonly contents: Contents;
  readonly at: number;
  /** Why its cells may stand wrongly; null where they are sure. */
  readonly doubt: 'cell-split' | 'cell-joined' | 'missing' | null;
  readonly parsed: Parsed;
}

/** Reads the rows below the labels of the columns. */
export const readIndicators = ({ header, indicators }: Block): IndicatorsReading => {
  const found = columnsOf(header);
  const { columns } = found;
  const entries = indicators.flatMap((row) => {
    const parsed = parseCells(row, found);
    const contents = contentsOf(parsed, columns);
    return contents.map(({ values, doubt }): Entry => ({ contents: values, at: row.at, doubt, parsed }));
  });
  return labelled(joinWraps(entries), columns);
};

/** A row of one cell or two without any label, none of them a name with a value: what a wrap took from the row above. */
const joinWraps = (entries: readonly Entry[]): Entry[] => {
  const joined: Entry[] = [];
  for (const entry of entries) {
    const above = joined.at(-1);
    const labels = entry.parsed.level1 !== null || entry.parsed.level2 !== null;
    const whole = entry.contents.has('value') || (entry.contents.has('level3') && entry.contents.size > 2);
    if (above === undefined || labels || whole || entry.contents.size === 0) {
      joined.push(entry);
      continue;
    }
    const contents = new Map(above.contents);
    for (const [key, text] of entry.contents)
      contents.set(key, joinLines(`${contents.get(key) ?? ''}\n${text}`).trim());
    joined[joined.length - 1] = { ...above, contents, doubt: 'cell-joined' };
  }
  return joined.filter(({ contents }) => contents.size > 0);
};

interface Reading {
  readonly values: Contents;
  readonly doubt: Entry['doubt'];
}

/** The cells of a row by column: all of them in order, else where they stand, else by what they say. */
const contentsOf = (parsed: Parsed, columns: readonly Column[]): Reading[] => {
  const { contents } = parsed;
  const keys = columns.filter(({ key }) => key !== 'level1' && key !== 'level2');
  if (contents.length === 0) return [{ values: new Map(), doubt: null }];
  const all = keys.length;
  if (contents.length > all && contents.length % all === 0) {
    return Array.from({ length: contents.length / all }, (_, index) => ({
      values: inOrder(contents.slice(index * all, (index + 1) * all), keys),
      doubt: 'cell-split' as const,
    }));
  }
  if (contents.length === all) return [{ values: inOrder(contents, keys), doubt: null }];
  const placed = inPlace(contents, keys, shiftOf(parsed, columns));
  if (placed !== null)
    return [{ values: placed, doubt: placed.has('value') && placed.has('level3') ? null : 'missing' }];
  return [{ values: byWords(contents, keys), doubt: contents.length > all ? 'cell-joined' : 'cell-split' }];
};

const inOrder = (cells: readonly Cell[], keys: readonly Column[]): Contents =>
  new Map(cells.flatMap((cell, index) => entryOf(keys[index]?.key ?? 'ignored', cell.text)));

const entryOf = (key: ColumnKey, text: string): [ColumnKey, string][] => (key === 'ignored' ? [] : [[key, text]]);

/** How far the labels of a row stand from their columns. */
const shiftOf = ({ level1, level2 }: Parsed, columns: readonly Column[]): number => {
  const from = (cell: Cell | null, key: ColumnKey): number | null => {
    const at = columns.find((column) => column.key === key)?.at;
    return cell === null || at === undefined ? null : cell.column - at;
  };
  return from(level2, 'level2') ?? from(level1, 'level1') ?? 0;
};

/** Each cell in the column whose label stands right above it; null where one stands under none, or two under one. */
const inPlace = (cells: readonly Cell[], keys: readonly Column[], shift: number): Map<ColumnKey, string> | null => {
  const placed = new Map<ColumnKey, string>();
  for (const { column, text } of cells) {
    const key = keys.find(({ at }) => at === column - shift)?.key;
    if (key === undefined || placed.has(key)) return null;
    if (key !== 'ignored') placed.set(key, text);
  }
  return placed;
};

/** The first is the name, what reads as a value is the value, what stands before and behind it description and basis. */
const byWords = (cells: readonly Cell[], keys: readonly Column[]): Map<ColumnKey, string> => {
  const texts = cells.map(({ text }) => text);
  const value = valueAt(texts);
  const has = (key: ColumnKey): boolean => keys.some((column) => column.key === key);
  const parts: [ColumnKey, readonly string[]][] = [
    ['level3', texts.slice(0, 1)],
    ['description', texts.slice(1, value)],
    ['value', texts.slice(value, value + 1)],
    ['basis', texts.slice(value + 1)],
  ];
  return new Map(
    parts.flatMap(([key, found]): [ColumnKey, string][] =>
      found.length > 0 && has(key) ? [[key, joinLines(found.join('\n'))]] : [],
    ),
  );
};

/** The last number or time behind the name; where there is none the cell before the last. */
const valueAt = (texts: readonly string[]): number => {
  for (let index = texts.length - 1; index > 0; index -= 1) {
    const { kind } = readValue(texts[index] ?? '');
    if (kind === 'number' || kind === 'range') return index;
  }
  return Math.max(1, texts.length >= 3 ? texts.length - 2 : texts.length - 1);
};

/** Gives every entry its labels, and says what is not sure of it. */
const labelled = (entries: readonly Entry[], columns: readonly Column[]): IndicatorsReading => {
  const { levels, doubts } = readLevels(
    entries.map(({ parsed, at, contents }) => ({ parsed, at, name: nameOf(contents) })),
  );
  return {
    indicators: entries.map((entry, index) =>
      indicatorOf(entry, levels[index] ?? { kind: 'other', level1: null, level2: null }),
    ),
    doubts: entries.flatMap((entry, index) => [
      ...doubts.filter(({ path }) => path.startsWith(`indicators.${index}.`)),
      ...doubtsOf(entry, index, columns),
    ]),
  };
};

const text = (contents: Contents, key: ColumnKey): string | null => {
  const found = contents.get(key);
  return found === undefined || found === '' ? null : joinHan(found);
};

const indicatorOf = ({ contents }: Entry, labels: Levels): RecognisedIndicator => {
  const printed = text(contents, 'value');
  const unit = text(contents, 'unit');
  const operator = text(contents, 'operator');
  const reading = readValue(printed ?? '');
  return {
    ...labels,
    requirement: null,
    level3: text(contents, 'level3'),
    description: text(contents, 'description'),
    operator: operator ?? orNull(reading.operator),
    value: orNull(reading.value),
    unit: unit ?? orNull(reading.unit),
    weight: text(contents, 'weight'),
    basis: text(contents, 'basis'),
    printedValue: printed,
  };
};

const orNull = (found: string): string | null => (found === '' ? null : found);

const nameOf = (contents: Contents): string => contents.get('level3') ?? contents.get('value') ?? '';

const doubtOf = (index: number, field: string, kind: Doubt['kind'], at: number, message: string): Doubt => ({
  path: `indicators.${index}.${field}`,
  kind,
  message,
  at,
});

const doubtsOf = (entry: Entry, index: number, columns: readonly Column[]): Doubt[] => {
  const { contents, at, doubt } = entry;
  const name = nameOf(contents);
  const doubts: Doubt[] = [];
  const add = (field: string, kind: Doubt['kind'], message: string): void => {
    doubts.push(doubtOf(index, field, kind, at, message));
  };
  if (doubt === 'cell-split') {
    for (const field of ['level3', 'description', 'printedValue', 'basis'])
      add(field, 'cell-split', `“${name}”这一行的格数与表头不同，按内容分到各列，请核对。`);
  }
  if (doubt === 'cell-joined') {
    for (const field of ['level3', 'description', 'printedValue', 'basis'])
      add(field, 'cell-joined', `“${name}”的内容分散在几格或几行里，已合并，请核对。`);
  }
  if (!contents.has('level3')) add('level3', 'missing', `指标值“${contents.get('value') ?? ''}”没有三级指标名称。`);
  if (!contents.has('value')) add('printedValue', 'missing', `“${name}”没有指标值。`);
  for (const [key, label] of ASKED) {
    if (!contents.has(key) && columns.some((column) => column.key === key))
      add(key, 'missing', `“${name}”没有${label}。`);
  }
  if (/^万(?:\/|$)/u.test(readValue(contents.get('value') ?? '').unit))
    add('unit', 'unit-word', `“${contents.get('value') ?? ''}”的单位只写了“万”，可能是“万元”。`);
  return doubts;
};

const ASKED = [
  ['description', '绩效指标描述'],
  ['basis', '指标值确定依据'],
] as const;
