import type { ProjectContent } from '../../model/project.ts';
import { fold, isBlank } from '../../model/text.ts';

type Step = ProjectContent['spendingPlan'][number];

/** The lines of a plan that say anything. */
export const plannedSteps = (plan: readonly Step[]): Step[] =>
  plan.filter(({ by, percent }) => !isBlank(by) || !isBlank(percent));

const PERCENT = /^(\d{1,4}(?:\.\d{1,4})?)%?$/u;

/** A cumulative percentage as typed, `25` or `25%`, as a number; null where it is none. */
export const readPercent = (text: string): number | null => {
  const found = PERCENT.exec(fold(text));
  return found?.[1] === undefined ? null : Number(found[1]);
};

/** As it prints: a bare number gets its %, other words stay as typed. */
export const printedPercent = (text: string): string =>
  /^[\d.]+$/u.test(fold(text)) && readPercent(text) !== null ? `${fold(text)}%` : text.trim();
