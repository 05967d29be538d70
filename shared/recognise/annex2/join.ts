import type { Level2Kind } from '../../model/level2.ts';
import { glue, isNone, joinHan } from '../clean.ts';
import type { Cell } from '../lines.ts';
import type { ColumnName } from './column-labels.ts';
import { type Columns, costInPlace, fitCells, isValue } from './columns.ts';
import type { PlacedLabel, Row } from './rows.ts';

/** One level-3 indicator before it is known under which level 2 it stands. */
export interface Entry {
  readonly at: number;
  readonly name: string;
  readonly value: string;
  readonly weight: string;
  readonly basis: string;
  readonly description: string;
  /** 自评 only: null where the paper has no such column. */
  readonly evaluated: Evaluated | null;
  readonly level1: string | null;
  /** The label next to the contents: the last one of the row. */
  readonly label: PlacedLabel | null;
  /** How name and value were found where not each in its own cell. */
  readonly repair: 'split' | 'joined' | null;
}

/** 实际完成值, 得分 and 偏差原因 as printed. */
export interface Evaluated {
  readonly actual: string;
  readonly score: string;
  readonly deviation: string;
}

/** A label and where it stands: `position` 2 is beside entry 2, 1.5 between entries 1 and 2 in a line of its own. */
export interface LabelPlace {
  readonly kind: Level2Kind;
  readonly position: number;
  /** Next to the contents of its line, not beside another label. */
  readonly own: boolean;
  readonly at: number;
}

/** Rows → indicators: name and value brought together over cells and lines, optional rows without content dropped. */
export const joinRows = (rows: readonly Row[], columns: Columns): { entries: Entry[]; places: LabelPlace[] } => {
  const entries: Entry[] = [];
  const places: LabelPlace[] = [];
  let waiting: Row | null = null;
  const flush = (): void => {
    const entry = waiting && entryOf(waiting, columns);
    if (entry && isWritten(entry)) entries.push(entry);
    waiting = null;
  };
  for (const row of rows) {
    const filled = contentsOf(row, columns);
    if (waiting && filled.length > 0 && goesOn(waiting, { ...row, contents: filled }, columns)) {
      waiting = joinRow(waiting, filled);
      continue;
    }
    flush();
    const position = entries.length - (filled.length > 0 ? 0 : 0.5);
    places.push(
      ...row.labels.map((label, index) => ({
        kind: label.kind,
        position,
        own: index === row.labels.length - 1 && filled.length > 0,
        at: row.at,
      })),
    );
    if (filled.length > 0)
      waiting = { ...row, contents: filled.length === row.contents.length ? row.contents : filled };
  }
  flush();
  return { entries, places };
};

/** Filled cells; `—` in the value column says that there is none. */
const contentsOf = (row: Row, columns: Columns): readonly Cell[] =>
  row.contents.filter((cell, index) => !(isNone(cell.text) && (index > 0 || cell.column === columns.value)));

/** A short phrase that says how it turned out: 有效促进, 不断提升. */
const isPhrase = (text: string): boolean => text.length <= 6 && !/[，。、；满意]/u.test(text);

const UNFINISHED = /[、，,（(“《及和与的]$/u;
const CARRIED_ON = /^[、，,。；）)”》的]/u;

/** Does the next line only finish what this one began: its value, or the rest of a broken name? */
const goesOn = (row: Row, next: Row, columns: Columns): boolean => {
  const [name, value] = row.contents;
  const [more] = next.contents;
  if (!name || !more || next.contents.length !== 1 || next.labels.length > 0) return false;
  if (value === undefined) {
    if (isValue(name.text)) return false;
    return (
      isValue(more.text) ||
      more.column === columns.value ||
      (isPhrase(more.text) && name.column === more.column && !isPhrase(name.text))
    );
  }
  return (
    more.column === name.column &&
    !isValue(more.text) &&
    (UNFINISHED.test(name.text) || CARRIED_ON.test(more.text) || isOpen(name.text))
  );
};

const isOpen = (text: string): boolean =>
  (['（）', '()', '“”', '《》'] as const).some(
    ([open = '', close = '']) => text.lastIndexOf(open) > text.lastIndexOf(close),
  );

const joinRow = (row: Row, [more]: readonly Cell[]): Row => {
  const [name, ...values] = row.contents;
  if (!name || !more) return row;
  if (values.length === 0) return { ...row, contents: [name, more], joined: true };
  return { ...row, contents: [{ ...name, text: glue(name.text, more.text) }, ...values], joined: true };
};

const entryOf = (row: Row, columns: Columns): Entry => {
  const entry = readEntry(row, columns);
  return { ...entry, name: entry.name.replace(TEMPLATE_NUMBER, '') };
};

/** 指标1：, which the form prints before every name. */
const TEMPLATE_NUMBER = /^指标\s*[\d一二三四五六七八九十]{1,2}\s*(?:[:：.．、]\s*|(?=\D)|$)/u;

const isWritten = ({ name, value, weight, evaluated }: Entry): boolean =>
  name !== '' || value !== '' || weight !== '' || (evaluated !== null && evaluated.actual !== '');

const readEntry = (row: Row, columns: Columns): Entry => {
  const plain = { at: row.at, level1: row.level1, label: row.labels.at(-1) ?? null };
  if (columns.wide) return { ...plain, ...wideEntry(row, columns) };
  const { name, value, repair } = nameAndValue(row.contents, row, columns);
  return {
    ...plain,
    name: joinHan(name),
    value: joinHan(value),
    weight: '',
    basis: '',
    description: '',
    evaluated: null,
    repair: row.joined === true ? 'joined' : repair,
  };
};

type WideEntry = Omit<Entry, 'at' | 'level1' | 'label'>;

/** Cells under their own header are believed although they would suit others better by this much. */
const PLACE_COUNTS = 2.5;
/** Cells laid into columns at more than this are worth a look. */
const UNSURE = 2.4;

/** Beside name and value there are columns of their own for description, comparison, unit, weight and so on. */
const wideEntry = (row: Row, columns: Columns): WideEntry => {
  const names = columns.all.map((column) => column.name);
  const fit = fitCells(
    row.contents.map((cell) => cell.text),
    names,
  );
  const inPlace = columns.all.map(({ column }) => row.contents.find((cell) => cell.column === column)?.text ?? '');
  const placed =
    row.contents.every((cell) => columns.all.some(({ column }) => column === cell.column)) &&
    costInPlace(inPlace, names) <= fit.cost + PLACE_COUNTS;
  const texts = placed ? inPlace : fit.texts;
  const text = (name: ColumnName): string =>
    joinHan(texts.filter((_, index) => names[index] === name && texts[index] !== '').reduce(glueAll, ''));
  const value = printedValue(text('operator'), text('value'), text('unit'));
  return {
    name: text('name'),
    value,
    weight: text('weight'),
    basis: text('basis'),
    description: text('description'),
    evaluated: names.includes('actual')
      ? { actual: text('actual'), score: text('score'), deviation: text('deviation') }
      : null,
    repair: row.joined === true || (!placed && fit.cost > UNSURE && text('name') !== '') ? 'joined' : null,
  };
};

const glueAll = (first: string, second: string): string => (first === '' ? second : glue(first, second));

/** `≥` `95` `%` in three columns is `≥95%`; 定性 says only that there is no number. */
const printedValue = (operator: string, value: string, unit: string): string => {
  const sign = /^(?:定性|定量|(?:正向|反向)(?:指标)?|无|[-—/])$/u.test(operator) || value === '' ? '' : operator;
  const measured = isNone(unit) || value.endsWith(unit) ? '' : unit;
  return value.startsWith(sign) ? `${value}${measured}` : `${sign}${value}${measured}`;
};

type NameAndValue = Pick<Entry, 'name' | 'value' | 'repair'>;

const nameAndValue = (cells: readonly Cell[], row: Row, columns: Columns): NameAndValue => {
  const texts = cells.map((cell) => cell.text);
  const [first = '', second = ''] = texts;
  if (texts.length === 1) return oneCell(cells[0], row, columns);
  if (texts.length === 2)
    return valueFirst(columns)
      ? { name: second, value: first, repair: null }
      : { name: first, value: second, repair: null };
  return manyCells(texts);
};

const valueFirst = ({ name, value }: Columns): boolean => name !== null && value !== null && value < name;

/** A lone cell is a name, a value, or both (`完成时限 2024 年`). */
const oneCell = (cell: Cell | undefined, row: Row, columns: Columns): NameAndValue => {
  if (!cell) return { name: '', value: '', repair: null };
  const besideName =
    columns.value !== null && cell.column === columns.value && (row.labels.at(-1)?.column ?? 0) < cell.column - 1;
  if (besideName || (isValue(cell.text) && !/^\d{4}年/u.test(cell.text.replace(/\s/gu, ''))))
    return { name: '', value: cell.text, repair: null };
  return splitCell(cell.text) ?? { name: cell.text, value: '', repair: null };
};

/** Phrases that values are made of: 有效提升, 明显改善, 按时足额. */
const OUTCOME =
  /^(?:明显|显著|有效|不断|持续|逐步|全面|进一步|有所|得到|有力|大幅|稳步|充分|良好|按时|及时|健全|完善|提升|提高|增强).{0,4}$/u;

/** Takes a cell apart at the first blank or comparison after which the rest reads as a value. */
const splitCell = (cell: string): NameAndValue | null => {
  const text = cell.replace(/\n/gu, ' ');
  if (text.length > 200) return null;
  for (const { index } of text.matchAll(/(?<=\S)\s+|(?<=[^\s≥≤=><])(?=[≥≤=><])/gu)) {
    const name = text.slice(0, index).trim();
    const value = text.slice(index).trim();
    if (/[^\d\s.]$/u.test(name) && (isValue(value) || OUTCOME.test(value))) return { name, value, repair: 'split' };
  }
  return null;
};

/** More than two cells: the value is what reads as one from the right (`≥` `95` `%`), the name is the rest. */
const manyCells = (texts: readonly string[]): NameAndValue => {
  const cut = texts.findIndex((_, index) => index > 0 && isValue(texts.slice(index).join('')));
  const at = cut > 0 ? cut : texts.length - 1;
  return { name: texts.slice(0, at).reduce(glue), value: texts.slice(at).join(''), repair: 'joined' };
};
