import { eachIndicator, evidenceOf, shown, valuePath, whose, type Found, type Rule } from '../rule.ts';
import type { ReviewedIndicator } from '../subject.ts';
import { COUNTED, HANDLED, LESS_IS_BETTER, RATED, SPENDING } from '../words/words.ts';
import { WIDE_RANGE } from '../words/thresholds.ts';

const of = (one: ReviewedIndicator, message: string, severity?: Found['severity'], value?: string): Found => ({
  path: valuePath(one),
  evidence: evidenceOf(one),
  message: `${whose(one)}的指标值“${shown(one.printed)}”${message}`,
  ...(severity === undefined ? {} : { severity }),
  ...(value === undefined ? {} : { fix: { label: `改成“${value}”`, changes: [{ path: valuePath(one), value }] } }),
});

/** A share above the whole. */
export const percentOver100: Rule = {
  id: 'percent-over-100',
  kind: 'percent-over-100',
  severity: 'warning',
  head: '可行性',
  question: '有没有超过 100% 的比率，或者“≥100%”？',
  source: '惯例',
  project: eachIndicator((one) => {
    const [number] = one.numbers;
    if (one.measure !== 'percent' || number === undefined) return null;
    if (number > 100) {
      if (COUNTED.test(one.name)) return of(one, '是数量写成了百分比，请写数字和单位。', 'error');
      return /增长|增加|增幅|上升|提高/u.test(one.name) ? null : of(one, '超过了 100%，请核对。');
    }
    if (number < 100 || one.value.operator !== '≥' || /增长|增加|增幅/u.test(one.name)) return null;
    const value = one.printed.replace(/^(?:≥|>=|大于等于|不低于)\s*/u, '=');
    return of(one, '写成了“≥100%”，比率最多 100%，请写“100%”。', 'hint', value);
  }),
};

/** Losses with ≥, good things with ≤, spending with ≥. */
export const direction: Rule = {
  id: 'direction',
  kind: 'operator-direction',
  severity: 'error',
  head: '适当性',
  question: '≥ 和 ≤ 的方向对吗？',
  source: '财预〔2021〕101号（指标值的方向）；惯例',
  project: eachIndicator((one) => {
    const { operator } = one.value;
    const atLeast = operator === '≥' || operator === '>';
    const atMost = operator === '≤' || operator === '<';
    if (!atLeast && !atMost) return null;
    const fewer = LESS_IS_BETTER.test(one.name) && !HANDLED.test(one.name);
    if (fewer && atLeast && one.numbers.some((number) => number > 0))
      return of(one, '是越少越好的事，应该写“≤”。', 'error', one.printed.replace(/^[≥>]=?/u, '≤'));
    if (atMost && isGood(one))
      return of(one, '是越高越好的事，应该写“≥”。', 'error', one.printed.replace(/^[≤<]=?/u, '≥'));
    const money = one.measure === 'money' || one.measure === 'rate-of-money';
    if (!money || !atLeast) return null;
    if (one.kind === 'cost' || one.kind === 'economicCost')
      return of(one, '是花的钱，应该写“≤”。', 'warning', one.printed.replace(/^[≥>]=?/u, '≤'));
    if (SPENDING.test(one.name) && !/收入|增收|收益|产值|税/u.test(one.name))
      return of(one, '是花的钱，一般写“≤”。', 'hint', one.printed.replace(/^[≥>]=?/u, '≤'));
    return null;
  }),
};

const isGood = ({ name, measure }: ReviewedIndicator): boolean =>
  measure === 'percent' &&
  /(?:满意度|合格率|完成率|覆盖率|及时率|达标率|知晓率|参与率|准确率|发放率|到位率|办结率|解决率)$/u.test(name) &&
  !/不合格率|超支/u.test(name);

/** A range whose ends say nothing. */
export const wideRange: Rule = {
  id: 'wide-range',
  kind: 'range-too-wide',
  severity: 'hint',
  head: '可行性',
  question: '范围会不会太宽？',
  source: '财预〔2015〕88号（细化量化）；惯例',
  project: eachIndicator((one) => {
    const [low, high] = one.numbers;
    if (one.value.kind !== 'range' || low === undefined || high === undefined || one.kind === 'cost') return null;
    return low > 0 && high >= low * WIDE_RANGE
      ? of(one, `范围太宽，最多是最少的 ${Math.floor(high / low)} 倍，请写得具体一些。`)
      : null;
  }),
};

/** A percentage of something that has no whole. */
export const unmeasurable: Rule = {
  id: 'unmeasurable',
  kind: 'unmeasurable-percent',
  severity: 'hint',
  head: '相关性',
  question: '写百分比的指标，能算得出来吗？',
  source: '财预〔2015〕88号（指标科学性）；惯例',
  project: (project) => {
    const vague = project.indicators.filter(
      ({ kind, measure, name }) =>
        kind !== 'satisfaction' &&
        kind !== 'quantity' &&
        kind !== 'cost' &&
        kind !== 'timeliness' &&
        measure === 'percent' &&
        !RATED.test(name) &&
        !COUNTED.test(name) &&
        /提升|提高|增强|改善|促进|发挥|保障|满足|加强|规范|水平|能力|作用|效果|意识|显著|工作|发展/u.test(name),
    );
    const [first] = vague;
    if (first === undefined) return [];
    const more = vague.length === 1 ? '' : `等 ${vague.length} 个指标`;
    return [
      {
        path: valuePath(first),
        evidence: vague.map(evidenceOf).join('；'),
        message: `“${shown(first.name)}”${more}用百分比，但没有说明是什么的百分之多少，请改成能算的比率，或者用文字说明。`,
      },
    ];
  },
};
