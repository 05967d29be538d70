import { fold } from '../../model/text.ts';
import { eachIndicator, evidenceOf, namePath, shown, valuePath, whose, type Found, type Rule } from '../rule.ts';
import type { ReviewedIndicator } from '../subject.ts';
import { LOW_SATISFACTION, USUAL_SATISFACTION } from '../words/thresholds.ts';
import { DONE, SATISFIED } from '../words/words.ts';

const ofSatisfaction = (check: (one: ReviewedIndicator, number: number | null) => Found | null) =>
  eachIndicator((one) => (one.kind === 'satisfaction' ? check(one, one.numbers[0] ?? null) : null));

const value = (one: ReviewedIndicator, message: string, fixed?: string, severity?: Found['severity']): Found => ({
  path: valuePath(one),
  evidence: evidenceOf(one),
  message: `${whose(one)}的指标值“${shown(one.printed)}”${message}`,
  ...(severity === undefined ? {} : { severity }),
  ...(fixed === undefined
    ? {}
    : { fix: { label: `改成“${fixed}”`, changes: [{ path: valuePath(one), value: fixed }] } }),
});

/** Nobody is always satisfied. */
export const allSatisfied: Rule = {
  id: 'all-satisfied',
  kind: 'satisfaction-unrealistic',
  severity: 'hint',
  head: '可行性',
  question: '满意度是不是定成了 100%？',
  source: '惯例',
  project: ofSatisfaction((one, number) =>
    number === 100 && one.measure === 'percent' ? value(one, '要求人人满意，很难做到，一般写“≥95%”。', '≥95%') : null,
  ),
};

/** Less than what is usual. */
export const lowSatisfaction: Rule = {
  id: 'low-satisfaction',
  kind: 'satisfaction-below-common-threshold',
  severity: 'warning',
  head: '适当性',
  question: '满意度是不是定得太低？',
  source: '惯例（一般不低于 90%）',
  project: ofSatisfaction((one, number) => {
    if (number === null || one.measure !== 'percent' || number >= USUAL_SATISFACTION) return null;
    return value(
      one,
      `低于一般的 ${USUAL_SATISFACTION}%，请核对。`,
      undefined,
      number < LOW_SATISFACTION ? 'warning' : 'hint',
    );
  }),
};

/** 95% of what? At least. */
export const satisfactionOperator: Rule = {
  id: 'satisfaction-operator',
  kind: 'missing-operator',
  severity: 'hint',
  head: '完整性',
  question: '满意度写“≥”了吗？',
  source: '惯例',
  project: ofSatisfaction((one, number) =>
    number !== null && one.value.operator === '' && one.measure === 'percent' && number < 100
      ? value(one, '没有写“≥”，满意度一般写“至少多少”。', `≥${one.printed}`)
      : null,
  ),
};

/** Of whom, and what? */
export const satisfactionName: Rule = {
  id: 'satisfaction-name',
  kind: 'unclear-indicator',
  severity: 'hint',
  head: '完整性',
  question: '满意度写清是谁的满意度了吗？',
  source: '财预〔2015〕88号（明确清晰性）；惯例',
  project: ofSatisfaction((one) => {
    const bare = fold(one.name).replace(/指标$/u, '');
    const message = /^(?:服务对象)?满意度$|^满意$/u.test(bare)
      ? /^服务对象/u.test(bare)
        ? null
        : '没有写是谁的满意度，请写成“群众满意度”“受益村民满意度”等。'
      : SATISFIED.test(one.name) || DONE.test(one.name)
        ? null
        : '只写了对象，请写成“某某满意度”。';
    return message === null
      ? null
      : { path: namePath(one), evidence: evidenceOf(one), message: `${whose(one)}${message}` };
  }),
};
