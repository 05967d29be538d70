import { fold } from '../../model/text.ts';
import { glue, isNone, joinLines } from '../clean.ts';
import { ticked } from './ticked.ts';
import { type Cell, type Line, withoutRepeats } from '../lines.ts';
import {
  type HeaderField,
  type HeaderKey,
  headerField,
  headerLabel,
  inlineField,
  looksLikeLabel,
} from './header-labels.ts';

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
  /** Fields read from a label that may mean something else. */
  private readonly weak = new Set<HeaderKey>();
  private readonly at = new Map<HeaderKey, number>();
  private goals: string[] = [];
  /** Sources of fiscal money that are not nought: a single one is all of it. */
  private readonly parts: string[] = [];
  private unit: '万元' | '元' | null = null;
  private inGoals = false;
  /** Value cells of the line before, where a value broken by a wrap goes on. */
  private above: { key: HeaderKey; column: number }[] = [];
  /** Labels of amounts without amounts, each in its column: the amounts stand in the line below. */
  private heads: readonly Pair[] = [];

  take(line: Line): void {
    const cells = withoutRepeats(line.cells);
    const pairs = pairsOf(cells);
    if (pairs.length > 0) {
      this.inGoals = false;
      this.above = [];
      for (const pair of pairs) this.put(pair, line.at);
      const amounts = pairs.filter(({ key }) => key !== 'funds' && isAmount(key));
      this.heads = amounts.length > 1 && amounts.every((pair) => pair.cells.length === 0) ? amounts : [];
    } else this.takeRest(cells, line.at);
    this.findUnit(cells);
  }

  /** A line without a label of any field. */
  private takeRest(cells: readonly Cell[], at: number): void {
    const [first] = cells;
    const below = this.heads.flatMap((head) => {
      const own = cells.filter(({ column, text }) => column === head.column && /\d/u.test(text));
      return own.length === 0 ? [] : [{ ...head, cells: own }];
    });
    this.heads = [];
    if (below.length > 0) below.forEach((pair) => this.put(pair, at));
    else if (first && cells.length > 1 && looksLikeLabel(first.text)) this.inGoals = false;
    else if (this.inGoals) this.goals.push(...cells.map((cell) => cell.text));
    else this.goOn(cells);
  }

  reading(): HeaderReading {
    const [only, ...more] = this.parts;
    if (only !== undefined && more.length === 0 && !this.values.has('funds.fiscal'))
      this.values.set('funds.fiscal', only);
    return { values: this.values, goals: paragraphs(this.goals), amountUnit: this.unit, at: this.at };
  }

  private put(pair: Pair, at: number): void {
    const { key } = pair;
    if (key === 'goals.0') {
      this.putGoals(pair, at);
      return;
    }
    const cells = isAmount(key) || key === 'ignored' ? pair.cells : withoutStrangers(pair.cells);
    const whole = cells.map((cell) => joinLines(cell.text)).join('');
    const text = key === 'attribute' || key === 'category' ? ticked(whole) : whole;
    if (key === 'funds.part' && /[1-9]/u.test(text)) this.parts.push(text.replace(/\s+/gu, ''));
    if (key === 'ignored' || key === 'funds.part' || isNone(text) || text === '' || !this.gives(pair)) {
      if (!this.at.has(key)) this.at.set(key, at);
      return;
    }
    this.at.set(key, at);
    this.values.set(key, isAmount(key) ? this.amountOf(text) : text);
    this.above.push(...cells.map((cell) => ({ key, column: cell.column })));
  }

  /** Whether a field has no value yet, or one under a weaker label only. */
  private gives({ key, weak }: Pair): boolean {
    const better = this.values.has(key) && this.weak.has(key) && !weak;
    if (this.values.has(key) && !better) return false;
    if (weak) this.weak.add(key);
    else this.weak.delete(key);
    return true;
  }

  /** `10606.75万元`: where no label says it, the amount itself says its unit. */
  private amountOf(text: string): string {
    const amount = text.replace(/\s+/gu, '');
    const [, number, unit] = /^([\d,.，]+)(万?元)$/u.exec(amount) ?? [];
    if (number === undefined || unit === undefined) return amount;
    this.unit ??= unit === '元' ? '元' : '万元';
    return unit === this.unit ? number : amount;
  }

  private putGoals({ key, weak, cells }: Pair, at: number): void {
    if (weak && this.goals.length > 0 && !this.weak.has(key)) return;
    if (!weak && this.weak.has(key)) this.goals = [];
    if (weak) this.weak.add(key);
    else this.weak.delete(key);
    if (!this.at.has(key)) this.at.set(key, at);
    this.inGoals = true;
    this.goals.push(...cells.map((cell) => cell.text));
  }

  private goOn(cells: readonly Cell[]): void {
    const places = cells.map((cell) => this.above.find((place) => place.column === cell.column));
    if (places.includes(undefined)) return;
    cells.forEach((cell, index) => {
      const value = places[index];
      if (value && !isAmount(value.key)) this.values.set(value.key, glue(this.values.get(value.key) ?? '', cell.text));
    });
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

interface Pair extends HeaderField {
  /** Where its label stands. */
  readonly column: number;
  readonly cells: readonly Cell[];
}

/** Each label with the cells up to the next label. */
const pairsOf = (cells: readonly Cell[]): Pair[] => {
  const pairs: (Omit<Pair, 'cells'> & { readonly cells: Cell[] })[] = [];
  for (const cell of cells) {
    const { column, text } = cell;
    const field = headerField(text);
    const inline = field === null ? inlineField(text) : null;
    if (field !== null) pairs.push({ ...field, column, cells: [] });
    else if (inline)
      pairs.push({ key: inline.key, weak: inline.weak, column, cells: [{ ...cell, text: inline.value }] });
    else pairs.at(-1)?.cells.push(cell);
  }
  return pairs;
};

/** A value, and then a label that no field has: `建设周期` with its own value belongs to nothing. */
const withoutStrangers = (cells: readonly Cell[]): readonly Cell[] => {
  const stranger = cells.findIndex(({ text }, index) => index > 0 && (looksLikeLabel(text) || inlineLabel(text)));
  return stranger < 0 ? cells : cells.slice(0, stranger);
};

const inlineLabel = (text: string): boolean => looksLikeLabel(/^([^:：]{2,12})[:：]/u.exec(text)?.[1] ?? '');

const NUMBERED = /^(?:目标\s*[一二三四五六七八九十\d]{1,2}\s*[:：、.．]|[(（]?\d{1,2}[)）、.．](?!\d))/u;

/** 目标2： and …… with nothing written behind them. */
const FILLER = /^\s*(?:目标\s*[一二三四五六七八九十\d]{1,2}\s*[:：]|[.…·]*)\s*$/u;

/** One text, unless every line of its own is numbered (目标1：…, 1.…): then one each. */
export const paragraphs = (texts: readonly string[]): string[] => {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => !FILLER.test(line));
  if (lines.length === 0 || (lines.length === 1 && isNone(lines[0] ?? ''))) return [];
  if (!NUMBERED.test(lines[0] ?? '')) return [lines.reduce(glue)];
  const goals: string[] = [];
  for (const line of lines) {
    if (NUMBERED.test(line) || goals.length === 0) goals.push(line);
    else goals[goals.length - 1] = glue(goals.at(-1) ?? '', line);
  }
  return goals;
};
