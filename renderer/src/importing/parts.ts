import { askedForm } from '../../../shared/forms/asked.ts';
import { FORMS } from '../../../shared/forms/index.ts';
import type { FormId } from '../../../shared/model/form-id.ts';
import type { Level2Kind } from '../../../shared/model/level2.ts';
import type { Indicator, ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import type { IndicatorTree } from '../../../shared/model/unit.ts';

/** What an indicator may say beside its name and value. */
export type IndicatorPart = 'weight' | 'description' | 'basis';

/** What a read project says beyond what every table has: only that is shown, however it is edited later. */
export interface ShownParts {
  readonly code: boolean;
  readonly category: boolean;
  readonly usage: boolean;
  readonly plan: boolean;
  readonly indicator: readonly IndicatorPart[];
  /** The 中期 half, which is taken over as it was read. */
  readonly midterm: number;
}

const INDICATOR_PARTS: readonly IndicatorPart[] = ['weight', 'description', 'basis'];

/** What of a read project is shown for checking. */
export const shownParts = (content: ProjectContent): ShownParts => ({
  code: !isBlank(content.code),
  category: !isBlank(content.category),
  usage: !isBlank(content.usage),
  plan: content.spendingPlan.length > 0,
  indicator: INDICATOR_PARTS.filter((part) => content.indicators.some((indicator) => !isBlank(indicator[part]))),
  midterm: content.midtermIndicators.length,
});

const COSTS: readonly Level2Kind[] = ['economicCost', 'socialCost', 'ecologicalCost'];

const treeOf = (indicators: readonly Indicator[]): IndicatorTree =>
  indicators.some(({ kind }) => COSTS.includes(kind)) ? '101' : '88';

/** The rows an indicator may belong to, by the table that was read; every row there is where the table is not known. */
export const rowsOf = (
  layout: FormId | null,
  indicators: readonly Indicator[],
): readonly { readonly value: Level2Kind; readonly label: string }[] => {
  const ids = FORMS.map(({ id }) => id).filter((id) => layout === null || id === layout);
  const { indicatorRows } = askedForm(ids, { tree: treeOf(indicators), weightSum: 90 });
  return indicatorRows.map(({ kind, level2 }) => ({ value: kind, label: level2 }));
};

/** The paths of the fields that are shown for this project alone. */
export const fieldsOf = ({ code, category, usage, plan }: ShownParts): string[] => [
  ...(code ? ['code'] : []),
  ...(category ? ['category'] : []),
  ...(usage ? ['usage'] : []),
  ...(plan ? ['spendingPlan'] : []),
];
