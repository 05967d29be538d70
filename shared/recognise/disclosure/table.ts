import type { SourceTable } from '../../grid/table.ts';
import type { AmountUnit } from '../../model/money.ts';
import { parseFen } from '../../model/money.ts';
import { fold } from '../../model/text.ts';
import { isMargin, unitIn } from '../annex2/captions.ts';
import { type Cell, type Line, linesOf, withoutRepeats } from '../lines.ts';
import { type ColumnName, type Header, headerOf } from './columns.ts';

/** One row of the table with its cells in their columns; blank where nothing stands. */
export type TableRow = Readonly<Record<Exclude<ColumnName, 'ignored'>, string>> & {
  readonly table: string;
  readonly at: number;
  /** The first row below a header, or of a table. */
  readonly newPage: boolean;
};

/** All tables of a document as one: the header of each page taken out. */
export interface WholeTable {
  readonly titles: readonly string[];
  readonly amountUnit: AmountUnit | null;
  readonly rows: readonly TableRow[];
}

/** A table without a header goes on with the columns of the one before. */
export const wholeTable = (tables: readonly SourceTable[]): WholeTable => {
  const titles: string[] = [];
  const rows: TableRow[] = [];
  let header: Header | null = null;
  let amountUnit: AmountUnit | null = null;
  let newPage = true;
  const lines = tables.flatMap((one) => linesOf(one).map((line, index) => ({ line, first: index === 0 })));
  for (const { line, first } of lines) {
    newPage ||= first;
    const found = headerOf(line.cells);
    if (found) {
      header = found;
      newPage = true;
      amountUnit ??= found.amountUnit;
    } else if (isAside(line, header)) {
      const texts = withoutRepeats(line.cells).map(({ text }) => text);
      titles.push(...texts);
      amountUnit ??= texts.map(unitIn).find((unit) => unit !== null) ?? null;
    } else if (header && line.cells.every(({ text }) => UNIT_ALONE.test(text))) {
      amountUnit ??= /万/u.test(line.cells[0]?.text ?? '') ? '万元' : '元';
    } else if (header) {
      rows.push({ ...rowOf(line, header), newPage });
      newPage = false;
    }
  }
  return { titles, amountUnit, rows };
};

/** (万元): the rest of a header that a wrap has broken. */
const UNIT_ALONE = /^[(（]\s*万?\s*元\s*[)）]$/u;

/** Titles, the unit of the amounts, page numbers and signatures. */
const isAside = ({ cells }: Line, header: Header | null): boolean => {
  const [first, ...more] = withoutRepeats(cells);
  if (!first || header === null) return true;
  // A page number stands alone; three digits before a name are the code of a department.
  if (/^\d+$/u.test(first.text) && more.length > 0) return false;
  if (isMargin(first.text) || unitIn(first.text) !== null) return more.length <= 1;
  return more.length === 0 && first.text.length < 120 && /绩效目标(?:公开|申报|批复)?表$/u.test(fold(first.text));
};

/** Extractions lose empty cells at the left: a row may have moved. */
const SHIFTS = [1, -1, 2] as const;

const rowOf = ({ table, at, cells }: Line, header: Header): Omit<TableRow, 'newPage'> => {
  const asIs = place(cells, header, 0);
  const moved = fitOf(asIs) >= 0 ? [] : SHIFTS.map((shift) => place(cells, header, shift));
  const candidates = moved.filter(({ texts }) => isAmount(texts.amount));
  if (isOutOfPlace(asIs)) candidates.push({ texts: byContent(cells), lost: 0 });
  const best = candidates.reduce((one, other) => (fitOf(other) > fitOf(one) ? other : one), asIs);
  return { ...best.texts, table, at };
};

type Texts = Readonly<Record<Exclude<ColumnName, 'ignored'>, string>>;

interface Placed {
  readonly texts: Texts;
  /** Cells beside the table. */
  readonly lost: number;
}

const BLANK: Texts = { code: '', unit: '', name: '', amount: '', goals: '', indicators: '' };

const place = (cells: readonly Cell[], { columns }: Header, shift: number): Placed => {
  const texts = { ...BLANK };
  let lost = 0;
  for (const { column, text } of cells) {
    const name = columns.get(column + shift);
    if (name === undefined) lost += 1;
    else if (name !== 'ignored') texts[name] = texts[name] === '' ? text : `${texts[name]}\n${text}`;
  }
  return { texts, lost };
};

/** A cell beside the table, or one that can't be what its column holds. */
const isOutOfPlace = ({ texts: { code, name, amount, goals }, lost }: Placed): boolean =>
  lost > 0 || /\p{Script=Han}{4}/u.test(code) || [name, amount, goals].some((text) => LOOKS_LIKE_INDICATORS.test(text));

/** What each cell says itself, where empty cells between them are lost. */
const byContent = (cells: readonly Cell[]): Texts => {
  const texts = { ...BLANK };
  for (const { text } of cells) {
    const name = contentOf(text, texts);
    texts[name] = texts[name] === '' ? text : `${texts[name]}\n${text}`;
  }
  return texts;
};

const contentOf = (text: string, before: Texts): Exclude<ColumnName, 'ignored' | 'unit'> => {
  if (LOOKS_LIKE_INDICATORS.test(text)) return 'indicators';
  if (isAmount(text) && before.name !== '') return 'amount';
  if (before.name !== '') return 'goals';
  return /^[\da-z]{3,}$/iu.test(text) ? 'code' : 'name';
};

/** How well a row's texts suit their columns: amounts are numbers, indicators have headings, nothing falls beside the table. */
const fitOf = ({ texts: { code, name, amount, goals, indicators }, lost }: Placed): number =>
  -2 * lost +
  (amount === '' ? 0 : isAmount(amount) ? 2 : -2) +
  (LOOKS_LIKE_INDICATORS.test(indicators) ? 2 : 0) -
  (LOOKS_LIKE_INDICATORS.test(goals) ? 2 : 0) -
  (LOOKS_LIKE_INDICATORS.test(name) ? 2 : 0) -
  (/\p{Script=Han}{4}/u.test(code) ? 2 : 0) -
  (isAmount(name) && code === '' ? 1 : 0) -
  (isAmount(goals) ? 2 : 0);

const LOOKS_LIKE_INDICATORS = /(?:产出|数量|质量|时效|成本|效益|影响|满意度)指标/u;

export const isAmount = (text: string): boolean => parseFen(text, '万元') !== null;
