import { STEPS, type AskedForm, type Gap, type IndicatorRow, type StepId } from '../../../shared/forms/form.ts';
import { rowOf } from '../../../shared/forms/rows.ts';
import type { FieldPath, ProjectContent } from '../../../shared/model/project.ts';

/** As the clerk sees the steps. */
export const STEP_LABELS: Readonly<Record<StepId, string>> = {
  basics: '基本信息',
  funds: '资金',
  goals: '年度总体目标',
  midterm: '中期目标',
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  check: '核对与完成',
};

/** The step an address names; the first one where it names none. */
export const stepOf = (text: string | undefined): StepId => STEPS.find((step) => step === text) ?? STEPS[0];

/** The step before or after; the same one at either end. */
export const neighbour = (step: StepId, by: 1 | -1): StepId => STEPS[STEPS.indexOf(step) + by] ?? step;

/** How many gaps each step has; 核对与完成 counts them all. */
export const countGaps = (gaps: readonly Gap[]): Readonly<Record<StepId, number>> => {
  const counts: Record<StepId, number> = {
    basics: 0,
    funds: 0,
    goals: 0,
    midterm: 0,
    cost: 0,
    output: 0,
    benefit: 0,
    satisfaction: 0,
    check: gaps.length,
  };
  for (const gap of gaps) if (gap.step !== 'check') counts[gap.step] += 1;
  return counts;
};

/** The level-2 rows that are filled in on a step. */
export const rowsOfStep = (form: AskedForm, step: StepId): readonly IndicatorRow[] => {
  const levels = form.levels.filter((level) => level.step === step).map((level) => level.label);
  return form.indicatorRows.filter((row) => levels.includes(row.level1));
};

/** The step on which a field is filled in; null where the form prints no such field. */
export const stepOfField = (form: AskedForm, content: ProjectContent, path: FieldPath): StepId | null => {
  const level1 = level1Of(form, content, path);
  if (level1 !== null) return form.levels.find((level) => level.label === level1)?.step ?? lastLevelStep(form);
  const exact = form.fields.find((field) => field.path === path);
  const sameStart = form.fields.find((field) => field.path.split('.')[0] === path.split('.')[0]);
  return (exact ?? sameStart)?.step ?? null;
};

// Indicators that no row of the form takes stand under the level their paper named, or under the last one.
const lastLevelStep = (form: AskedForm): StepId | null => form.levels.at(-1)?.step ?? null;

const level1Of = (form: AskedForm, content: ProjectContent, path: FieldPath): string | null => {
  const row = /^kind:(.+)$/u.exec(path);
  if (row) return form.indicatorRows.find((each) => each.kind === row[1])?.level1 ?? null;
  const indicator = /^indicators\.(\d+)/u.exec(path);
  const found = indicator ? content.indicators[Number(indicator[1])] : undefined;
  return found ? (rowOf(form, found.kind)?.level1 ?? found.level1) : null;
};
