import { fold } from '../../model/text.ts';
import { glue, isNone, joinLines } from '../clean.ts';
import { type Cell, type Line, withoutRepeats } from '../lines.ts';
import { type HeaderKey, headerLabel, inlineField } from './labels.ts';

/** What stands in the part above the indicators. */
export interface HeaderReading {
  readonly values: ReadonlyMap<HeaderKey, string>;
  /** The paragraphs of 年度总体目标. */
  readonly goals: readonly string[];
  /** null where no label names one. */
  readonly amountUnit: '万元' | '元' | null;
  readonly at: ReadonlyMap<HeaderKey, number>;
}

/** Reads label → value pairs, wherever in a row they stand. */
export const readHeader = (lines: readonly Line[]): HeaderReading => {
  const fields = new Fields();
  for (const line of joinBrokenLabels(lines)) fields.take(line);
  return fields.reading();
};

/** Labels broken over two rows (`项目资金` + `(万元)`, `主管部门` + `及代码`) become one in the upper row. */
const joinBrokenLabels = (lines: readonly Line[]): Line[] => {
  const joined: Line[] = [];
  for (const line of lines) {
    const [first, ...rest] = line.cells;
    const above = joined.at(-1);
    const label = above?.cells[0];
    const whole = first && label?.column === first.column ? label.text + first.text : '';
    if (above && first && label && headerLabel(first.text) === null && headerLabel(whole) !== null) {
      joined[joined.length - 1] = { ...above, cells: [{ ...label, text: whole }, ...above.cells.slice(1)] };
      if (rest.length > 0) joined.push({ ...line, cells: rest });
    } else joined.push(line);
  }
  return joined;
};

class Fields {
  private readonly values = new Map<HeaderKey, string>();
  private readonly at = new Map<HeaderKey, number>();
  private readonly goals: string[] = [];
  /** Sources of fiscal money that are not nought: a single one is all of it. */
  private readonly parts: string[] = [];
  private unit: '万元' | '元' | null = null;
  private inGoals = false;
  /** Value cells of the line before, where a value broken by a wrap goes on. */
  private above: { key: HeaderKey; column: number }[] = [];

  take(line: Line): void {
    const cells = withoutRepeats(line.cells);
    const pairs = pairsOf(cells);
    if (pairs.length > 0) {
      this.inGoals = false;
      this.above = [];
      for (const pair of pairs) this.put(pair, line.at);
    } else if (this.inGoals) this.goals.push(...cells.map((cell) => cell.text));
    else this.goOn(cells);
    this.findUnit(cells);
  }

  reading(): HeaderReading {
    const [only, ...more] = this.parts;
    if (only !== undefined && more.length === 0 && !this.values.has('funds.fiscal'))
      this.values.set('funds.fiscal', only);
    return { values: this.values, goals: paragraphs(this.goals), amountUnit: this.unit, at: this.at };
  }

  private put({ key, cells }: Pair, at: number): void {
    if (!this.at.has(key)) this.at.set(key, at);
    if (key === 'goals.0') {
      this.inGoals = true;
      this.goals.push(...cells.map((cell) => cell.text));
      return;
    }
    const text = cells.map((cell) => joinLines(cell.text)).join('');
    if (key === 'funds.part' && /[1-9]/u.test(text)) this.parts.push(text.replace(/\s+/gu, ''));
    if (key === 'ignored' || key === 'funds.part' || this.values.has(key) || isNone(text) || text === '') return;
    this.values.set(key, isAmount(key) ? text.replace(/\s+/gu, '') : text);
    this.above.push(...cells.map((cell) => ({ key, column: cell.column })));
  }

  private goOn(cells: readonly Cell[]): void {
    for (const cell of cells) {
      const value = this.above.find((place) => place.column === cell.column);
      if (value && !isAmount(value.key)) this.values.set(value.key, glue(this.values.get(value.key) ?? '', cell.text));
    }
  }

  private findUnit(cells: readonly Cell[]): void {
    const labels = cells.filter((cell) => MONEY.has(headerLabel(cell.text)) || /^(?:金额)?单位[:：]/u.test(cell.text));
    const found = labels.map((cell) => /[(:](万?元)\)?/u.exec(fold(cell.text))?.[1]).find((unit) => unit !== undefined);
    if (found !== undefined) this.unit ??= found === '元' ? '元' : '万元';
  }
}

const MONEY: ReadonlySet<HeaderKey | null> = new Set<HeaderKey>([
  'funds',
  'funds.total',
  'funds.fiscal',
  'funds.other',
  'funds.part',
]);

const isAmount = (key: HeaderKey): boolean => key.startsWith('funds');

interface Pair {
  readonly key: HeaderKey;
  readonly cells: readonly Cell[];
}

/** Each label with the cells up to the next label. */
const pairsOf = (cells: readonly Cell[]): Pair[] => {
  const pairs: { key: HeaderKey; cells: Cell[] }[] = [];
  for (const cell of cells) {
    const key = headerLabel(cell.text);
    const inline = key === null ? inlineField(cell.text) : null;
    if (key !== null) pairs.push({ key, cells: [] });
    else if (inline) pairs.push({ key: inline.key, cells: [{ ...cell, text: inline.value }] });
    else pairs.at(-1)?.cells.push(cell);
  }
  return pairs;
};

const NUMBERED = /^(?:目标\s*[一二三四五六七八九十\d]{1,2}\s*[:：、.．]|[(（]?\d{1,2}[)）、.．](?!\d))/u;

/** One text, unless every line of its own is numbered (目标1：…, 1.…): then one each. */
export const paragraphs = (texts: readonly string[]): string[] => {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  if (lines.length === 0 || (lines.length === 1 && isNone(lines[0] ?? ''))) return [];
  if (!NUMBERED.test(lines[0] ?? '')) return [lines.reduce(glue)];
  const goals: string[] = [];
  for (const line of lines) {
    if (NUMBERED.test(line) || goals.length === 0) goals.push(line);
    else goals[goals.length - 1] = glue(goals.at(-1) ?? '', line);
  }
  return goals;
};
