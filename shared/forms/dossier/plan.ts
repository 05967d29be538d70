import { readPercent } from '../../model/percent.ts';
import type { ProjectContent } from '../../model/project.ts';
import { fold, isBlank } from '../../model/text.ts';

type Step = ProjectContent['spendingPlan'][number];

/** The lines of a plan that say anything. */
export const plannedSteps = (plan: readonly Step[]): Step[] =>
  plan.filter(({ by, percent }) => !isBlank(by) || !isBlank(percent));

/** As it prints: a bare number gets its %, other words stay as typed. */
export const printedPercent = (text: string): string =>
  /^[\d.]+$/u.test(fold(text)) && readPercent(text) !== null ? `${fold(text)}%` : text.trim();
