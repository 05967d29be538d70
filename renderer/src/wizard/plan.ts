import { readPercent } from '../../../shared/model/percent.ts';
import type { FieldPath, ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';

/* 资金支出计划: how much of the budget is to be spent by when, in cumulative percent. */

export type SpendingStep = ProjectContent['spendingPlan'][number];

/** The dates most counties ask for. */
export const USUAL_DATES = ['3月底', '6月底', '10月底', '12月底'] as const;

/** `25` → `25%`: as it prints. Anything else stays as typed. */
export const withPercentSign = (text: string): string =>
  readPercent(text) === null || /[%％]\s*$/u.test(text) ? text : `${text.trim()}%`;

export const isBlankStep = ({ by, percent }: SpendingStep): boolean => isBlank(by) && isBlank(percent);

/** What is wrong with which box of the plan, and how far the plan gets. */
export interface PlanCheck {
  readonly problems: ReadonlyMap<FieldPath, string>;
  /** The highest percentage so far, 0 to 100. */
  readonly reached: number;
}

/** Looks at a plan line by line; lines without anything are none. */
export const checkPlan = (plan: readonly SpendingStep[]): PlanCheck => {
  const problems = new Map<FieldPath, string>();
  let reached = 0;
  for (const [index, step] of plan.entries()) {
    if (isBlankStep(step)) continue;
    const path = `spendingPlan.${index}`;
    if (isBlank(step.by)) problems.set(`${path}.by`, '请填写时间，如“6月底”');
    const percent = readPercent(step.percent);
    if (percent === null) problems.set(`${path}.percent`, '请填写 0 到 100 的百分数');
    else if (percent < reached) problems.set(`${path}.percent`, `是累计数，不能小于前面的 ${reached}%`);
    reached = Math.max(reached, percent ?? 0);
  }
  return { problems, reached };
};
