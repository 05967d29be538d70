import { parseFen } from '../../model/money.ts';
import { glue, isNone, joinHan } from '../clean.ts';
import type { Cell } from '../lines.ts';
import { withoutRepeats } from '../lines.ts';
import { inlineUpper, upperLabel, type UpperKey } from './labels.ts';
import { readPlan, type PlanReading } from './plan.ts';
import type { Row } from './rows.ts';

/** What stands above the indicators of a project. */
export interface UpperReading {
  readonly values: ReadonlyMap<UpperKey, string>;
  readonly usage: string | null;
  readonly goals: readonly string[];
  readonly plan: PlanReading;
  /** Where each label stood. */
  readonly at: ReadonlyMap<UpperKey, number>;
}

/** A cell under a label: `row` counts the rows of this part. */
export interface Placed {
  readonly cell: Cell;
  readonly row: number;
}

/** Reads labels and the values behind and below them. */
export const readUpper = (rows: readonly Row[]): UpperReading => {
  const reader = new Reader();
  rows.forEach((row, index) => {
    reader.take(row, index);
  });
  return reader.reading();
};

const AMOUNTS: readonly UpperKey[] = ['total', 'fiscal', 'other'];
const LINES: readonly UpperKey[] = ['code', 'name', 'category', 'attribute', 'period', 'implementingUnit'];

class Reader {
  private readonly placed = new Map<UpperKey, Placed[]>();
  private readonly at = new Map<UpperKey, number>();
  private key: UpperKey | null = null;
  /** Where the label of the values that follow stands. */
  private labelRow = 0;
  private above: readonly Cell[] = [];

  take(row: Row, index: number): void {
    const cells = withoutRepeats(row.cells).filter((cell) => !this.isRepeated(cell));
    this.above = row.cells;
    const bare = cells.every(({ text }) => upperLabel(text) === null && inlineUpper(text) === null);
    if (bare && isPlanRow(cells)) this.key = 'plan';
    for (const cell of cells) this.takeCell(cell, row, index);
  }

  /** A label merged down over rows, given again for each. */
  private isRepeated({ column, text }: Cell): boolean {
    return upperLabel(text) !== null && this.above.some((cell) => cell.column === column && cell.text === text);
  }

  private takeCell(cell: Cell, row: Row, index: number): void {
    const key = upperLabel(cell.text);
    const inline = key === null ? inlineUpper(cell.text) : null;
    if (key !== null) this.begin(key, row.at, index);
    else if (inline !== null) {
      this.begin(inline.key, row.at, index);
      this.put(inline.key, { ...cell, text: inline.value }, index);
    } else if (this.key !== null) this.put(this.target(cell, index), cell, index);
  }

  private begin(key: UpperKey, at: number, index: number): void {
    this.key = key;
    this.labelRow = index;
    if (!this.at.has(key)) this.at.set(key, at);
  }

  /** Amounts stand beside their labels; what is below them, or is no amount, is what the money is for. */
  private target(cell: Cell, index: number): UpperKey {
    const key = this.key ?? 'ignored';
    if (!AMOUNTS.includes(key)) return key;
    const filled = (this.placed.get(key)?.length ?? 0) > 0;
    if (index === this.labelRow && !filled && (isAmount(cell.text) || key !== 'other')) return key;
    return 'budget';
  }

  private put(key: UpperKey, cell: Cell, row: number): void {
    const cells = this.placed.get(key);
    if (cells === undefined) this.placed.set(key, [{ cell, row }]);
    else cells.push({ cell, row });
  }

  reading(): UpperReading {
    const values = new Map<UpperKey, string>();
    for (const key of LINES) {
      const text = this.texts(key).map(joinHan).join('');
      if (text !== '' && !isNone(text)) values.set(key, text);
    }
    for (const key of AMOUNTS) {
      const text = this.texts(key).join('').replace(/\s+/gu, '');
      if (text !== '' && !isNone(text)) values.set(key, text);
    }
    const usage = textOf(this.texts('budget'));
    return {
      values,
      usage: usage === '' ? null : usage,
      goals: goalsOf(this.texts('goals')),
      plan: readPlan(this.placed.get('plan') ?? []),
      at: this.at,
    };
  }

  private texts(key: UpperKey): string[] {
    return (this.placed.get(key) ?? []).map(({ cell }) => cell.text);
  }
}

const isAmount = (text: string): boolean => parseFen(text, '万元') !== null || isNone(text);

const DATE = /^(?:\d{1,2}月|[一二三四1-4]季度|第[一二三四1-4]季度|上半年|下半年|年底|全年)/u;

/** Dates or percentages side by side, where their label is lost. */
const isPlanRow = (cells: readonly Cell[]): boolean =>
  cells.length >= 2 &&
  (cells.every(({ text }) => DATE.test(text.replace(/\s+/gu, ''))) ||
    cells.every(({ text }) => /^\d{1,3}(?:\.\d+)?\s*[%％]$/u.test(text)));

const NUMBERED = /^(?:目标\s*[一二三四五六七八九十\d]{1,2}\s*[:：、.．]|[(（]?\d{1,2}[)）、.．](?!\d))/u;

/** One text, unless its lines are numbered (目标1：…, 1.…): then one each, lines between going on with the one above. */
const goalsOf = (texts: readonly string[]): string[] => {
  const [first] = texts;
  if (first === undefined) return [];
  if (!NUMBERED.test(first)) return [textOf(texts)];
  const goals: string[] = [];
  for (const text of texts) {
    for (const [index, line] of linesOf(text).entries()) {
      const last = goals.at(-1);
      if (last === undefined || NUMBERED.test(line)) goals.push(line);
      else goals[goals.length - 1] = index === 0 ? append(last, line) : goOn(last, line);
    }
  }
  return goals;
};

/** The cells of one text: a page may end between two of them. */
const textOf = (texts: readonly string[]): string =>
  texts.map((text) => linesOf(text).reduce(goOn, '')).reduce(append, '');

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** A line that ends a sentence is a paragraph; any other was broken by a wrap. */
const goOn = (above: string, line: string): string =>
  /[。；！？;!?]$/u.test(above) ? `${above}\n${line}` : append(above, line);

/** A piece behind the last line of a text. */
const append = (text: string, piece: string): string => {
  const last = text.lastIndexOf('\n') + 1;
  const [line = '', ...lines] = piece.split('\n');
  return [text.slice(0, last) + glue(text.slice(last), line), ...lines].join('\n');
};
