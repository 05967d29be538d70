import { parseFen, printFen } from '../../model/money.ts';
import type { ProjectContent } from '../../model/project.ts';
import { fold, isBlank } from '../../model/text.ts';
import type { Constraint, Gap } from '../form.ts';
import { isEmptyIndicator } from '../rows.ts';
import { plannedSteps, readPercent } from './plan.ts';

/** 预算数 = 财政资金 + 其他资金, to the 分. 其他资金 left blank counts as 0. */
const fundsAddUp = ({ funds, amountUnit }: ProjectContent): Gap[] => {
  const total = parseFen(funds.total, amountUnit);
  const fiscal = parseFen(funds.fiscal, amountUnit);
  const other = isBlank(funds.other) ? 0 : parseFen(funds.other, amountUnit);
  if (total === null || fiscal === null || other === null || total === fiscal + other) return [];
  const print = (fen: number): string => `${printFen(fen, amountUnit)} ${amountUnit}`;
  const message =
    `预算数 ${print(total)}，财政资金 ${print(fiscal)} 与其他资金 ${print(other)} 之和是 ${print(fiscal + other)}，` +
    '两者应相等，请核对这三项金额';
  return [{ path: 'funds.total', step: 'funds', kind: 'sum', message }];
};

const planGap = (kind: Gap['kind'], message: string): Gap[] => [{ path: 'spendingPlan', step: 'funds', kind, message }];

/** Every line of 资金支出计划 has a date and a percentage; they do not fall, and the last one is 100. */
const planIsCumulative = ({ spendingPlan }: ProjectContent): Gap[] => {
  const steps = plannedSteps(spendingPlan);
  let before = { by: '', percent: 0 };
  for (const { by, percent } of steps) {
    if (isBlank(by)) return planGap('missing', `资金支出计划的“${percent.trim()}”没有写到什么时候，请填写，如“6月底”`);
    if (isBlank(percent)) return planGap('missing', `资金支出计划的“${by.trim()}”没有填写百分比，请填写，如“50”`);
    const share = readPercent(percent);
    if (share === null || share > 100) {
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

const BENEFITS: ReadonlySet<string> = new Set(['economic', 'social', 'ecological', 'sustainable']);

/** 效益指标: any of the four, one at least. */
const hasBenefit = ({ indicators }: ProjectContent): Gap[] => {
  const found = indicators.some(
    (indicator) =>
      !isEmptyIndicator(indicator) &&
      (BENEFITS.has(indicator.kind) || (indicator.kind === 'other' && fold(indicator.level1) === '效益指标')),
  );
  const message = '效益指标至少填写一条，如社会效益指标“基层治理能力”填“有效提升”';
  return found ? [] : [{ path: 'kind:social', step: 'benefit', kind: 'missing', message }];
};

/** The rules over several fields of 绩效文本. */
export const CONSTRAINTS: readonly Constraint[] = [
  { id: 'funds-add-up', check: fundsAddUp },
  { id: 'plan-is-cumulative', check: planIsCumulative },
  { id: 'has-benefit', check: hasBenefit },
];
