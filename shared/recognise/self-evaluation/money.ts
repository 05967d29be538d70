import { headerField, plain } from '../annex2/header-labels.ts';
import type { Cell, Line } from '../lines.ts';
import type { ExecutedAmounts, Execution } from '../recognised.ts';

/*
 * 预算执行: 年初预算数, 全年预算数 and 全年执行数 side by side above the rows 年度资金总额, 财政拨款, 上年结转资金 and 其他资金.
 */

type Amount = keyof ExecutedAmounts;
type Row = keyof Execution;

const HEADS: readonly (readonly [RegExp, Amount])[] = [
  [/^年初(?:部门)?(?:预算|安排).{0,4}$/u, 'initial'],
  [/^(?:全年|调整后?的?|年中调整后|预算调整后)(?:的)?预算(?:数|金额)?$/u, 'adjusted'],
  [/^(?:全年|预算|年度|实际)?(?:实际)?(?:执行|支出|使用)(?:数|数额|金额)$|^(?:全年|实际)(?:执行|支出)$/u, 'executed'],
];

interface Head {
  readonly amount: Amount;
  readonly column: number;
}

export interface Money {
  readonly execution: Execution;
  /** The other lines, with the label beside the amounts, which says their unit. */
  readonly rest: readonly Line[];
}

/** Takes the rows of money out of the part above the indicators; null where there are none. */
export const takeMoney = (lines: readonly Line[]): Money | null => {
  const at = lines.findIndex((line) => headsOf(line).length > 1);
  const head = lines[at];
  if (head === undefined) return null;
  const heads = headsOf(head);
  const first = Math.min(...heads.map(({ column }) => column));
  const rows = new Map<Row, ExecutedAmounts>();
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line || isOver(line)) break;
    const found = rowOf(line);
    if (found && (!rows.has(found.row) || !found.weak)) rows.set(found.row, amountsOf(line, found.label, heads));
  }
  const beside = { ...head, cells: head.cells.filter(({ column }) => column < first) };
  return {
    execution: {
      total: rows.get('total') ?? NOTHING,
      fiscal: rows.get('fiscal') ?? NOTHING,
      carried: rows.get('carried') ?? NOTHING,
      other: rows.get('other') ?? NOTHING,
    },
    rest: [...lines.slice(0, at), ...(beside.cells.length > 0 ? [beside] : []), ...lines.slice(end)],
  };
};

const NOTHING: ExecutedAmounts = { initial: null, adjusted: null, executed: null };

/** 预算数 alone is the year's beginning where nothing else is called so. */
const INITIAL = /^(?:年度|本年)?(?:部门)?预算(?:安排)?(?:数|金额|总额)?$/u;

const headsOf = ({ cells }: Line): Head[] => {
  const heads: Head[] = [];
  for (const { text, column } of cells) {
    const amount = amountNamed(text);
    if (amount !== null && !heads.some((head) => head.amount === amount)) heads.push({ amount, column });
  }
  if (heads.length === 0 || heads.some(({ amount }) => amount === 'initial')) return heads;
  const plainest = cells.findLast(({ text }) => text.length <= 20 && INITIAL.test(plain(text)));
  return plainest === undefined ? heads : [{ amount: 'initial', column: plainest.column }, ...heads];
};

const amountNamed = (text: string): Amount | null =>
  text.length > 20 ? null : (HEADS.find(([pattern]) => pattern.test(plain(text)))?.[1] ?? null);

/** A field of another kind: the goals, the unit. */
const isOver = ({ cells }: Line): boolean =>
  cells.some(({ text }) => {
    const key = headerField(text)?.key ?? null;
    return key !== null && !key.startsWith('funds') && key !== 'ignored';
  });

interface FoundRow {
  readonly row: Row;
  readonly label: Cell;
  /** 单位资金 gives way to 其他资金, a source of fiscal money to 财政拨款. */
  readonly weak: boolean;
}

const rowOf = ({ cells }: Line): FoundRow | null => {
  for (const label of cells) {
    const field = headerField(label.text);
    const carried = label.text.length <= 20 && plain(label.text).includes('结转');
    if (carried) return { row: 'carried', label, weak: false };
    if (field?.key === 'funds.total') return { row: 'total', label, weak: false };
    if (field?.key === 'funds.fiscal') return { row: 'fiscal', label, weak: false };
    if (field?.key === 'funds.part') return { row: 'fiscal', label, weak: true };
    if (field?.key === 'funds.other') return { row: 'other', label, weak: field.weak };
  }
  return null;
};

const AMOUNT = /^[-¥￥]?[\d,.，\s]+(?:万?元)?$/u;

/** The amounts of a row below their heads; where merged cells are lost they stand further left by as much as its label does. */
const amountsOf = ({ cells }: Line, label: Cell, heads: readonly Head[]): ExecutedAmounts => {
  const first = Math.min(...heads.map(({ column }) => column));
  const below = (shift: number): Head[] =>
    heads.filter(({ column }) => AMOUNT.test(cells.find((cell) => cell.column === column + shift)?.text ?? ''));
  const moved = label.column - (first - 1);
  const shift = below(moved).length > below(0).length || (moved < 0 && strayed(cells, label, heads)) ? moved : 0;
  const found = new Map(
    below(shift).map(({ amount, column }) => [
      amount,
      (cells.find((cell) => cell.column === column + shift)?.text ?? '').replace(/\s+/gu, ''),
    ]),
  );
  return {
    initial: found.get('initial') ?? null,
    adjusted: found.get('adjusted') ?? null,
    executed: found.get('executed') ?? null,
  };
};

/** An amount between the label and the first head: the row stands too far left. */
const strayed = (cells: readonly Cell[], label: Cell, heads: readonly Head[]): boolean => {
  const first = Math.min(...heads.map(({ column }) => column));
  return cells.some(({ column, text }) => column > label.column && column < first && AMOUNT.test(text));
};
