import { fitsPer, quantitiesOf } from '../facts/quantity.ts';
import { priceOf } from '../facts/price.ts';
import { eachIndicator, evidenceOf, shown, valuePath, whose, type Found, type Rule } from '../rule.ts';
import type { ReviewedIndicator, ReviewedProject } from '../subject.ts';
import { RATED } from '../words/words.ts';

/** A number that does not say of what; a standard that does not say for whom and how long. Hard rows are told by `required`. */
export const missingUnit: Rule = {
  id: 'missing-unit',
  kind: 'missing-unit',
  severity: 'hint',
  head: '完整性',
  question: '数字都带单位了吗？标准写清是每人、每月还是每年了吗？',
  source: '财预〔2015〕88号（明确清晰性）；惯例',
  project: eachIndicator((one, project) => bare(one) ?? wan(one) ?? standard(one, project)),
};

const found = (
  one: ReviewedIndicator,
  message: string,
  severity: Found['severity'] = 'hint',
  value?: string,
): Found => ({
  path: valuePath(one),
  evidence: evidenceOf(one),
  severity,
  message: `${whose(one)}的指标值“${shown(one.printed)}”${message}`,
  ...(value === undefined ? {} : { fix: { label: `改成“${value}”`, changes: [{ path: valuePath(one), value }] } }),
});

/** Growth of at least 0 needs no unit. */
const bare = (one: ReviewedIndicator): Found | null => {
  if (one.requirement === 'hard' || one.measure !== 'none' || one.numbers.length === 0) return null;
  if (RATED.test(one.name) && one.numbers.every((number) => number === 0)) return null;
  return found(one, '没有单位，请写上，如“人”“次”“%”。', 'warning');
};

const wan = (one: ReviewedIndicator): Found | null =>
  /万(?:\/|$)/u.test(one.value.unit) && one.measure !== 'people'
    ? found(one, '的单位只写了“万”，请写“万元”。', 'hint', one.printed.replace(/万(?!元)/u, '万元'))
    : null;

/** 2556 元/月 of 31 people; 执行标准 1840 元. */
const standard = (one: ReviewedIndicator, project: ReviewedProject): Found | null => {
  const price = priceOf(one);
  if (price === null || (one.kind !== 'cost' && one.kind !== 'economicCost')) return null;
  const many = quantitiesOf(project).some((quantity) => fitsPer(quantity, 'person') && quantity.low > 1);
  const monthly = price.per.includes('month') && !price.per.includes('person') && !price.per.includes('item');
  if (monthly && many && !/每(?:人|名|位)|月工资/u.test(one.name))
    return found(one, '只写了每月，没有写每人，请写成“元/人/月”。');
  const named = /标准\s*(\d+(?:\.\d+)?)\s*元$/u.exec(one.name);
  return named !== null && many ? found(one, `的名称里写“${named[0]}”，没有写每人每月还是每年，请写清。`) : null;
};
