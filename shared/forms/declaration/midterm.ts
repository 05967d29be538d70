import type { Indicator, ProjectContent } from '../../model/project.ts';
import { fold, isBlank } from '../../model/text.ts';
import type { Constraint, Gap } from '../form.ts';
import { isEmptyIndicator, printedLevel3, printedValue } from '../rows.ts';

/* The 中期 half: what a project of several years promises over all of them. */

const DIGITS = '一二三四五六七八九十';

/** A longer span is no medium term but a mistyped year. */
const MOST_YEARS = 20;

/**
 * First and last year of a project of several years: `2024-2026`, `2024年至2026年`, or `3 年` counted from the budget year;
 * null where 项目期 does not say it, and for a single year.
 */
export const midtermYears = (period: string, year: number): readonly [number, number] | null => {
  const text = fold(period);
  const span = /((?:19|20)\d{2})年?(?:\d{1,2}月)?[-~至到]+((?:19|20)\d{2})/u.exec(text);
  if (span) return within(Number(span[1]), Number(span[2]));
  const count = /^(?:共)?(\d{1,2}|[一二三四五六七八九十])年(?:期)?$/u.exec(text)?.[1];
  if (count === undefined) return null;
  const years = DIGITS.includes(count) ? DIGITS.indexOf(count) + 1 : Number(count);
  return within(year, year + years - 1);
};

const within = (first: number, last: number): readonly [number, number] | null =>
  last > first && last - first < MOST_YEARS ? [first, last] : null;

/** A medium-term indicator has both name and value; none of them is required. */
export const MIDTERM_WHOLE: Constraint = {
  id: 'midterm-whole',
  check: ({ midtermIndicators }: ProjectContent) => midtermIndicators.flatMap(halfGaps),
};

const halfGaps = (indicator: Indicator, index: number): Gap[] => {
  if (isEmptyIndicator(indicator)) return [];
  const name = printedLevel3(indicator).trim();
  const value = printedValue(indicator).trim();
  const gap = (field: 'level3' | 'printed', message: string): Gap[] => [
    { path: `midtermIndicators.${index}.${field}`, step: 'midterm', kind: 'missing', message },
  ];
  if (isBlank(name)) return gap('level3', `中期指标的指标值“${value}”没有三级指标，请写清是什么`);
  return isBlank(value) ? gap('printed', `中期指标“${name}”没有指标值，请填写，如“≥95%”`) : [];
};
