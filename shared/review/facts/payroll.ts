import { parseFen, type Fen } from '../../model/money.ts';
import type { ReviewedIndicator, ReviewedProject } from '../subject.ts';
import { money, sameSum, type Product } from './cost.ts';
import { pricesIn, type Per } from './price.ts';
import { fitsPer, quantitiesOf, type Quantity } from './quantity.ts';

/** A standard the name of a cost states (`执行标准 1840 元`, `每人每月 2746 元`) while its value is the sum. */
interface Standard {
  readonly fen: Fen;
  readonly per: readonly Per[];
}

const STATED = /标准\s*(?:为|是)?\s*(\d+(?:\.\d+)?)\s*(万元|元)(?!\/)/u;

/**
 * What people × the standard in a cost's name come to, where that is neither the total for a month nor for a year; null where
 * it fits, or where nothing can be worked out.
 */
export const misfitOf = (one: ReviewedIndicator, project: ReviewedProject, total: Fen): Product | null => {
  const standard = standardOf(one.name);
  if (standard === null || one.measure !== 'money') return null;
  const per = standard.per.find((each) => each === 'person' || each === 'item') ?? 'person';
  const counts = unique(
    quantitiesOf(project).filter((quantity) => fitsPer(quantity, per) && quantity.of !== 'unknown'),
  );
  const [count] = counts;
  if (count === undefined || counts.length > 1) return null;
  const once = count.low * standard.fen;
  if ([once, once * 12, standard.fen, standard.fen * 12].some((sum) => sameSum(sum, total))) return null;
  const monthly = standard.per.includes('month') || (!standard.per.includes('year') && once * 2 < total);
  // Nothing says whether it is for a month or a year: the year's pay of people is told, which is what the table is about.
  const sum = monthly || standard.per.length === 0 ? once * 12 : once;
  const months = sum === once ? '' : ' × 12 个月';
  return { low: sum, high: sum, text: `${count.text} × ${money(standard.fen)}${months} = ${money(sum)}` };
};

const standardOf = (name: string): Standard | null => {
  const [priced] = pricesIn(name);
  if (priced !== undefined) return { fen: priced.low, per: priced.per };
  const [, amount = '', unit = ''] = STATED.exec(name) ?? [];
  const fen = parseFen(`${amount}${unit}`, '元');
  return fen === null ? null : { fen, per: [] };
};

const unique = (quantities: readonly Quantity[]): Quantity[] => [
  ...new Map(quantities.map((one) => [one.low, one] as const)).values(),
];
