import { STEPS, type AskedForm, type Gap, type IndicatorRow, type StepId } from '../../../shared/forms/form.ts';
import { rowOf } from '../../../shared/forms/rows.ts';
import { level2KindSchema } from '../../../shared/model/level2.ts';
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

/** The steps on which a form asks for something, in order, and 核对与完成. */
export const stepsOf = (form: AskedForm): readonly StepId[] =>
  STEPS.filter(
    (step) => step === 'check' || form.fields.some((field) => field.step === step) || rowsOfStep(form, step).length > 0,
  );

/** The step an address names; the next one that is shown where that one is not, the first one where it names none. */
export const stepOf = (text: string | undefined, steps: readonly StepId[]): StepId => {
  const named = STEPS.findIndex((step) => step === text);
  return steps.find((step) => STEPS.indexOf(step) >= named) ?? 'check';
};

/** The step before or after; the same one at either end. */
export const neighbour = (steps: readonly StepId[], step: StepId, by: 1 | -1): StepId =>
  steps[steps.indexOf(step) + by] ?? step;

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

/** The step on which a field is filled in; null where no form of the unit asks for it. */
export const stepOfField = (form: AskedForm, content: ProjectContent, path: FieldPath): StepId | null => {
  const [head = '', place] = path.split(/[.:]/u);
  if (head === 'kind') return stepOfRow(form, rowOfKind(form, place ?? ''));
  if (head === 'indicators') return stepOfIndicator(form, content.indicators[Number(place ?? 0)]);
  if (head === 'midtermIndicators') return form.fields.some(({ step }) => step === 'midterm') ? 'midterm' : null;
  const exact = form.fields.find((field) => field.path === path);
  const sameStart = form.fields.find((field) => field.path.split('.')[0] === head);
  return (exact ?? sameStart)?.step ?? null;
};

/**
 * The step of an indicator. One that no row of the form takes stands under the level its paper named, or under the last
 * one; without any indicator the first step of indicators is meant.
 */
export const stepOfIndicator = (
  form: AskedForm,
  indicator: ProjectContent['indicators'][number] | undefined,
): StepId | null => {
  if (indicator === undefined) return form.levels[0]?.step ?? null;
  const row = rowOf(form, indicator.kind);
  if (row !== null) return stepOfRow(form, row);
  return (form.levels.find(({ label }) => label === indicator.level1) ?? form.levels.at(-1))?.step ?? null;
};

/**
 * Where the boxes of a path stand: a paper names an empty row by its own kind (`kind:cost`), the wizard by the kind of the
 * row all forms of the unit have in common (`kind:economicCost`).
 */
export const placeOfPath = (form: AskedForm, path: FieldPath): FieldPath => {
  const kind = /^kind:(.+)$/u.exec(path)?.[1];
  const row = kind === undefined ? null : rowOfKind(form, kind);
  return row === null ? path : `kind:${row.kind}`;
};

const rowOfKind = (form: AskedForm, text: string): IndicatorRow | null => {
  const kind = level2KindSchema.safeParse(text);
  return kind.success ? rowOf(form, kind.data) : null;
};

const stepOfRow = (form: AskedForm, row: IndicatorRow | null): StepId | null =>
  row === null ? null : (form.levels.find(({ label }) => label === row.level1)?.step ?? null);
