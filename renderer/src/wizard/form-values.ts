import type { Path } from 'react-hook-form';
import type { AskedForm } from '../../../shared/forms/form.ts';
import { indicatorsUnder, isEmptyIndicator } from '../../../shared/forms/rows.ts';
import { emptyIndicator, type FieldPath, type Indicator, type ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { readingOf, type IndicatorList } from './indicators.ts';
import { isBlankStep } from './plan.ts';

/**
 * What the wizard edits: the stored content, with a box ready for the goal and for every required level-2 row that
 * has no indicator yet, so that the clerk only types.
 * @param newId makes ids for the added indicators
 */
export const toFormValues = (content: ProjectContent, form: AskedForm, newId: () => string): ProjectContent => {
  const missing = form.indicatorRows.filter(
    (row) => row.requirement !== null && indicatorsUnder(form, content, row).length === 0,
  );
  return structuredClone({
    ...content,
    goals: content.goals.length === 0 ? [''] : content.goals,
    midtermGoals: content.midtermGoals.length === 0 ? [''] : content.midtermGoals,
    indicators: [...content.indicators, ...missing.map((row) => emptyIndicator(newId(), row.kind))],
  });
};

/** What is stored of it: boxes that were left empty are no indicators, no goals and no plan. The inverse of toFormValues. */
export const toStored = (values: ProjectContent): ProjectContent => ({
  ...values,
  goals: values.goals.every(isBlank) ? [] : values.goals,
  midtermGoals: values.midtermGoals.every(isBlank) ? [] : values.midtermGoals,
  spendingPlan: values.spendingPlan.filter((step) => !isBlankStep(step)),
  indicators: values.indicators.filter((indicator) => !isUntouched(indicator)),
  midtermIndicators: values.midtermIndicators.filter((indicator) => !isUntouched(indicator)),
});

/**
 * Every indicator's value that was typed anew is understood anew; the others keep what they were understood as when the
 * project was opened, an imported paper may know it better.
 */
export const withReadings = (values: ProjectContent, opened: ProjectContent): ProjectContent => {
  const read = (list: IndicatorList): Indicator[] => {
    const before = new Map(opened[list].map((indicator) => [indicator.id, indicator]));
    return values[list].map((indicator) => readAnew(indicator, before.get(indicator.id)));
  };
  return { ...values, indicators: read('indicators'), midtermIndicators: read('midtermIndicators') };
};

const readAnew = (indicator: Indicator, old: Indicator | undefined): Indicator => {
  if (old?.printed !== indicator.printed) return { ...indicator, ...readingOf(indicator.printed) };
  return { ...indicator, operator: old.operator, value: old.value, unit: old.unit };
};

/** True where nothing at all was given for the indicator: neither what prints nor what is only kept. */
export const isUntouched = (indicator: Indicator): boolean =>
  isEmptyIndicator(indicator) && [indicator.weight, indicator.basis, indicator.note].every(isBlank);

/**
 * A path of the model as react-hook-form names it. The forms' definitions and gaps carry their paths as text; that each
 * of them exists in ProjectContent is tested (tests/renderer/wizard-parts.test.ts).
 */
export const formPath = (path: FieldPath): Path<ProjectContent> => path as Path<ProjectContent>;
