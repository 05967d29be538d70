import { readPercent } from '../../model/percent.ts';
import type { ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import { fundsAddUp, HAS_BENEFIT } from '../constraints.ts';
import type { Constraint, Gap } from '../form.ts';
import { plannedSteps } from './plan.ts';

const planGap = (kind: Gap['kind'], message: string): Gap[] => [{ path: 'spendingPlan', step: 'funds', kind, message }];

/** Every line of 资金支出计划 has a date and a percentage; they do not fall, and the last one is 100. */
const planIsCumulative = ({ spendingPlan }: ProjectContent): Gap[] => {
  const steps = plannedSteps(spendingPlan);
  let before = { by: '', percent: 0 };
  for (const { by, percent } of steps) {
    if (isBlank(by)) return planGap('missing', `资金支出计划的“${percent.trim()}”没有写到什么时候，请填写，如“6月底”`);
    if (isBlank(percent)) return planGap('missing', `资金支出计划的“${by.trim()}”没有填写百分比，请填写，如“50”`);
    const share = readPercent(percent);
    if (share === null) {
      return planGap(
        'number',
        `资金支出计划“${by.trim()}”的“${percent.trim()}”不是 0 到 100 的数字，请填写累计百分比，如“50”`,
      );
    }
    if (share < before.percent) {
      return planGap(
        'sum',
        `资金支出计划“${by.trim()}”是 ${share}%，比“${before.by}”的 ${before.percent}% 少，累计百分比不能下降`,
      );
    }
    before = { by: by.trim(), percent: share };
  }
  return steps.length === 0 || before.percent === 100
    ? []
    : planGap('sum', `资金支出计划最后是 ${before.percent}%，应为 100%，请填写到年底的累计百分比`);
};

/** The rules over several fields of 绩效文本. */
export const CONSTRAINTS: readonly Constraint[] = [
  fundsAddUp({ total: '预算数', fiscal: '财政资金' }),
  { id: 'plan-is-cumulative', check: planIsCumulative },
  HAS_BENEFIT,
];
