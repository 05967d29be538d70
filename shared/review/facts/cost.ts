import type { Fen } from '../../model/money.ts';
import { printFen } from '../../model/money.ts';
import type { ReviewedIndicator, ReviewedProject } from '../subject.ts';
import { ARITHMETIC_TOLERANCE } from '../words/thresholds.ts';
import { priceOf, type Per, type Price } from './price.ts';
import { fitsPer, quantitiesOf, type Quantity } from './quantity.ts';

/* Does what a project costs fit its total? People × price × months, or a list of amounts. */

/** One money-valued indicator of 成本 and what it may come to. */
export interface CostItem {
  readonly indicator: ReviewedIndicator;
  readonly price: Price;
  /** Every sum it can plausibly stand for; one is enough to fit. 分. */
  readonly sums: readonly Fen[];
  /** What it comes to by its own words and the quantity beside it; null where that is not plain. */
  readonly plain: Product | null;
}

/** A product that can be told: `34 人 × 1840 元 × 12 个月 = 75.072 万元`. */
export interface Product {
  readonly low: Fen;
  readonly high: Fen;
  readonly text: string;
  /** Which quantity it multiplies; left out where it multiplies none. */
  readonly of?: string;
}

const COSTS: readonly string[] = ['cost', 'economicCost'];

/** 100 元: less is rounding. */
const LEAST_DIFFERENCE: Fen = 100_00;

/** Whether two sums are the same but for rounding. */
export const sameSum = (one: Fen, other: Fen): boolean =>
  Math.abs(one - other) <= Math.max(Math.abs(other) * ARITHMETIC_TOLERANCE, LEAST_DIFFERENCE);

/** The money-valued indicators under 成本 with what they come to. */
export const costItemsOf = (project: ReviewedProject): CostItem[] => {
  const quantities = quantitiesOf(project);
  return project.indicators
    .filter(({ kind }) => COSTS.includes(kind))
    .flatMap((indicator) => {
      const price = priceOf(indicator);
      return price === null ? [] : [itemOf(indicator, price, quantities)];
    });
};

const itemOf = (indicator: ReviewedIndicator, price: Price, quantities: readonly Quantity[]): CostItem => ({
  indicator,
  price,
  sums: sumsOf(price, quantities, indicator.name),
  plain: plainOf(indicator, price, quantities),
});

const TIMES: Readonly<Partial<Record<Per, number>>> = { month: 12, quarter: 4, year: 1 };

const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const sumsOf = ({ low, high, per, unit }: Price, quantities: readonly Quantity[], name: string): Fen[] => {
  const open = per.length === 0 && /标准|单价|每/u.test(name);
  const counted = per.filter((one) => one === 'person' || one === 'item' || one === 'go');
  const monthly = per.includes('month') || per.includes('day') || open;
  const fitting = quantities.filter((one) => {
    if (counted.length === 0) return monthly;
    return counted.some((each) => fitsPer(one, each)) && (unit === undefined || one.unit === unit);
  });
  // An amount whose name speaks of a standard may be the whole or for each.
  const counts = fitting.length === 0 || open ? [1, ...countsOf(fitting)] : countsOf(fitting);
  // Work of a season lasts as many months as it needs: any whole number of them may be meant.
  const months = monthly ? MONTHS : [1];
  const sums = [low, high].flatMap((amount) =>
    counts.flatMap((count) => months.map((month) => amount * count * month)),
  );
  return [...new Set(sums)];
};

const countsOf = (quantities: readonly Quantity[]): number[] => quantities.flatMap(({ low, high }) => [low, high]);

/** By its own words: each of what it is for must be there exactly once. */
const plainOf = (
  indicator: ReviewedIndicator,
  { low, high, per, unit }: Price,
  quantities: readonly Quantity[],
): Product | null => {
  if (per.length === 0)
    return rangeOf(indicator, { low, high, per }, quantities) ?? { low, high, text: told(low, high) };
  if (per.includes('day')) return null;
  const counted = per.filter((one) => one === 'person' || one === 'item' || one === 'go');
  const monthly = per.includes('month');
  // 元/月 of somebody: for as many as there are.
  const wanted: readonly Per[] = counted.length === 0 && monthly ? ['person'] : counted;
  const [first, second] = wanted;
  if (second !== undefined) return null;
  const quantity = first === undefined ? null : quantityFor(first, indicator, quantities, unit);
  if (first !== undefined && quantity === null) return null;
  const times = per.reduce((product, one) => product * (TIMES[one] ?? 1), 1);
  const text = [
    quantity?.text,
    told(low, high),
    ...(monthly ? ['12 个月'] : []),
    ...(per.includes('quarter') ? ['4 个季度'] : []),
  ].filter((part) => part !== undefined);
  const sum = { low: low * (quantity?.low ?? 1) * times, high: high * (quantity?.high ?? 1) * times };
  return {
    ...sum,
    ...(quantity === null ? {} : { of: `${quantity.name} ${quantity.text}` }),
    text: text.length === 1 ? told(sum.low, sum.high) : `${text.join(' × ')} = ${told(sum.low, sum.high)}`,
  };
};

/** A range of money beside a range of pieces of the same name is the price of one: nothing else has two ends. */
const rangeOf = (
  indicator: ReviewedIndicator,
  { low, high }: Price,
  quantities: readonly Quantity[],
): Product | null => {
  if (low === high) return null;
  const quantity = quantities.find((one) => one.low !== one.high && shared(one.name, indicator.name) >= 4);
  if (quantity === undefined) return null;
  const sum = { low: low * quantity.low, high: high * quantity.high };
  const text = `${quantity.text} × ${told(low, high)} = ${told(sum.low, sum.high)}`;
  return { ...sum, of: `${quantity.name} ${quantity.text}`, text };
};

/** The quantity a price is for: the only one that fits, else the one whose name is most like the price's. */
const quantityFor = (
  per: Per,
  { name }: ReviewedIndicator,
  quantities: readonly Quantity[],
  unit?: string,
): Quantity | null => {
  const fitting = quantities.filter((one) => fitsPer(one, per) && (unit === undefined || one.unit === unit));
  const numbers = new Set(fitting.map(({ low, high }) => `${low}-${high}`));
  if (numbers.size === 1) return fitting[0] ?? null;
  const likeness = fitting.map((one) => ({ one, like: shared(one.name, name) })).sort((a, b) => b.like - a.like);
  const [best, next] = likeness;
  return best !== undefined && best.like >= 2 && best.like > (next?.like ?? 0) ? best.one : null;
};

/** How many pairs of letters two names share. */
const shared = (one: string, other: string): number => {
  const pairs = new Set(pairsOf(one));
  return pairsOf(other).filter((pair) => pairs.has(pair)).length;
};

const pairsOf = (text: string): string[] => {
  const letters = Array.from(text.replace(/[^\p{Script=Han}]/gu, ''));
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
};

const told = (low: Fen, high: Fen): string => (low === high ? money(low) : `${money(low)}到${money(high)}`);

/** An amount as it is told: small ones in 元, others in 万元. */
export const money = (fen: Fen): string => {
  const whole = Math.round(fen);
  return whole < 10_000_00 ? `${printFen(whole, '元')} 元` : `${printFen(Math.round(whole / 100) * 100, '万元')} 万元`;
};

/**
 * Whether one choice of what each item may stand for adds up to the total. An item may be left out: a standard and the sum
 * it comes to often stand beside each other.
 */
export const canAddUp = (items: readonly CostItem[], total: Fen): boolean => {
  let reached = new Set<Fen>([0]);
  for (const { sums } of items) {
    const next = new Set<Fen>(reached);
    for (const sum of reached)
      for (const one of sums) if (sum + one <= total * 1.01 + LEAST_DIFFERENCE) next.add(sum + one);
    if (next.size > MOST_SUMS) return true;
    reached = next;
  }
  return [...reached].some((sum) => sameSum(sum, total));
};

/** More ways than this prove nothing. */
const MOST_SUMS = 5_000;
