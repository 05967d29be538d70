import type { ReviewedIndicator, ReviewedProject } from '../subject.ts';
import type { Per } from './price.ts';

/** How many of something a project says there are. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** `31 人`, as it is told. */
  readonly text: string;
  readonly of: 'person' | 'item' | 'go' | 'month' | 'unknown';
  /** Its unit as written. */
  readonly unit: string;
  /** Name of the indicator it stands in. */
  readonly name: string;
}

const NAMED = /(\d+(?:\.\d+)?)\s*(人次|名|位|人|个月|月|个|户|村|社区|次|场|期|台|套|处|所|辆)(?!以[上下])/gu;

/** The quantities of the 数量指标 of a project, in their values and their names. */
export const quantitiesOf = (project: ReviewedProject): Quantity[] =>
  project.indicators
    .filter(({ kind }) => kind === 'quantity')
    .flatMap((indicator) => [...inValue(indicator), ...inName(indicator)]);

const inValue = ({ numbers, measure, value, name, printed }: ReviewedIndicator): Quantity[] => {
  const [low, high = low] = numbers;
  if (low === undefined || high === undefined) return [];
  const of = ofMeasure(measure, value.unit, name);
  return of === null ? [] : [{ low, high, text: printed.replace(/^[≥≤=><]\s*/u, ''), of, unit: value.unit, name }];
};

const ofMeasure = (measure: ReviewedIndicator['measure'], unit: string, name: string): Quantity['of'] | null => {
  switch (measure) {
    case 'people':
      return unit.includes('次') ? 'go' : 'person';
    case 'count':
      return /^(?:次|场|期|班|场次|班次)$/u.test(unit) ? 'go' : unit === '户' ? 'person' : 'item';
    case 'none':
    case 'unknown':
      return ofName(name);
    case 'time':
      return unit.includes('月') ? 'month' : null;
    case 'money':
    case 'rate-of-money':
    case 'percent':
      return null;
    case 'other':
      return 'item';
  }
};

/** A number without a unit: what its name asks for. */
const ofName = (name: string): Quantity['of'] => {
  if (/(?:人数|人次|人员|党员|户数)$/u.test(name)) return 'person';
  if (/(?:次数|期数|场次|场数)$/u.test(name)) return 'go';
  return /(?:村数|个数|社区数|组织数量|村数量)$/u.test(name) ? 'item' : 'unknown';
};

const inName = ({ name }: ReviewedIndicator): Quantity[] =>
  Array.from(name.matchAll(NAMED), ([text, number = '', unit = '']) => ({
    low: Number(number),
    high: Number(number),
    text: text.replace(/\s+/gu, ''),
    of: ofNamed(unit),
    unit,
    name,
  }));

const ofNamed = (unit: string): Quantity['of'] => {
  if (/^(?:名|位|人|户)$/u.test(unit)) return 'person';
  if (/^(?:次|场|期|人次)$/u.test(unit)) return 'go';
  return /月/u.test(unit) ? 'month' : 'item';
};

/** Whether a quantity can be what a price is for. A number without a unit can be anything. */
export const fitsPer = (quantity: Quantity, per: Per): boolean => {
  switch (per) {
    case 'person':
      return quantity.of === 'person' || quantity.of === 'unknown';
    case 'item':
      return quantity.of === 'item' || quantity.of === 'unknown';
    case 'go':
      return quantity.of === 'go' || quantity.of === 'unknown';
    case 'month':
    case 'quarter':
    case 'year':
    case 'day':
      return false;
  }
};
