import { eachIndicator, evidenceOf, shown, valuePath, whose, type Found, type Rule } from '../rule.ts';
import type { ReviewedIndicator } from '../subject.ts';
import { COUNTED, COUNTS_PEOPLE, LESS_IS_BETTER, PRICED, RATED, TIMED } from '../words/words.ts';

/** A count with a percent sign, a cost in 人, a time that is a rate. */
export const valueFitsName: Rule = {
  id: 'value-fits-name',
  kind: 'value-unit-inconsistent',
  severity: 'warning',
  head: '相关性',
  question: '指标值的单位和指标名称说的是不是一回事？',
  source: '财预〔2015〕88号（指标科学性）；惯例',
  project: eachIndicator(
    (one) => costInCounts(one) ?? percentOfCount(one) ?? rateAsQuantity(one) ?? peopleInPieces(one),
  ),
};

const COSTS: readonly string[] = ['cost', 'economicCost'];

const of = (one: ReviewedIndicator, severity: Found['severity'], message: string): Found => ({
  path: valuePath(one),
  evidence: evidenceOf(one),
  ...(severity === undefined ? {} : { severity }),
  message: `${whose(one)}的指标值是“${shown(one.printed)}”，${message}`,
});

const costInCounts = (one: ReviewedIndicator): Found | null => {
  if (!COSTS.includes(one.kind) || (one.measure !== 'people' && one.measure !== 'count')) return null;
  return of(one, 'error', '成本指标要写钱，单位应该是元或者万元。');
};

const NUMBER_NAMED = /(\d+(?:\.\d+)?)\s*(名|位|人|个|户|次|场|期|台|套)/u;

const percentOfCount = (one: ReviewedIndicator): Found | null => {
  if (one.measure !== 'percent' || RATED.test(one.name)) return null;
  const named = one.kind === 'quantity' ? NUMBER_NAMED.exec(one.name) : null;
  if (named !== null) {
    const meant = `${named[1] ?? ''} ${named[2] === '名' || named[2] === '位' ? '人' : (named[2] ?? '')}`;
    return { ...of(one, 'warning', `名称里写明了 ${named[0]}，请改成数量，如“${meant}”。`), fix: valueFix(one, meant) };
  }
  if (COUNTED.test(one.name))
    return of(
      one,
      one.kind === 'quantity' || COUNTS_PEOPLE.test(one.name) ? 'error' : 'warning',
      '名称问的是多少，不能用百分比，请写数字和单位。',
    );
  if (TIMED.test(one.name)) return of(one, 'warning', '名称问的是时间，不能用百分比，请写日期或者期限。');
  if (PRICED.test(one.name) && (COSTS.includes(one.kind) || /单价|成本$|金额|总额/u.test(one.name)))
    return of(one, 'warning', '名称问的是钱，不能用百分比，请写金额。');
  return null;
};

const valueFix = (one: ReviewedIndicator, value: string): NonNullable<Found['fix']> => ({
  label: `改成“${value}”`,
  changes: [{ path: valuePath(one), value }],
});

/** 覆盖率 under 数量指标: a rate is no quantity. */
const rateAsQuantity = (one: ReviewedIndicator): Found | null => {
  if (one.kind !== 'quantity' || one.measure !== 'percent' || LESS_IS_BETTER.test(one.name)) return null;
  const severity = one.requirement === 'hard' ? 'warning' : 'hint';
  return of(one, severity, '数量指标要写有多少，百分比属于质量指标，请改写成数量。');
};

const peopleInPieces = (one: ReviewedIndicator): Found | null => {
  if (COUNTS_PEOPLE.test(one.name) && one.measure === 'count' && !/名额$|人次$/u.test(one.name)) {
    return {
      ...of(one, 'hint', '人数的单位一般写“人”。'),
      fix: valueFix(one, one.printed.replace(one.value.unit, '人')),
    };
  }
  if (/人次$/u.test(one.name) && /^(?:人|次|个)$/u.test(one.value.unit)) {
    return {
      ...of(one, 'hint', '名称是人次，单位也应该写“人次”。'),
      fix: valueFix(one, one.printed.replace(/[人次个]\s*$/u, '人次')),
    };
  }
  const operator = /[≥≤]\s*\d/u.exec(one.name);
  if (operator === null || one.value.operator !== '' || one.numbers.length === 0) return null;
  return of(one, 'hint', `名称里写了“${operator[0]}”，指标值里却没有符号，请写进指标值，名称里不写。`);
};
