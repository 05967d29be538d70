import { askedForm } from '../../../shared/forms/asked.ts';
import type { AskedForm } from '../../../shared/forms/form.ts';
import { FORMS } from '../../../shared/forms/index.ts';
import type { Level2Kind } from '../../../shared/model/level2.ts';
import type { Indicator, ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import type { IndicatorTree } from '../../../shared/model/unit.ts';
import type { Layout } from '../../../shared/recognise/layout.ts';

/** What an indicator may say beside its name and value. */
export type IndicatorPart = 'weight' | 'description' | 'basis' | 'actual' | 'score' | 'deviation';

/** What of a read project is shown: what its table has, and whatever else was read. */
export interface ShownParts {
  /** Paths of fields beside funds and goals, which every table has. */
  readonly fields: ReadonlySet<OwnField>;
  readonly indicator: readonly IndicatorPart[];
  /** Indicators of the 中期 half, which is taken over as it was read. */
  readonly midterm: number;
}

const OWN_FIELDS = [
  'name',
  'code',
  'category',
  'departmentAndCode',
  'implementingUnit',
  'attribute',
  'period',
  'usage',
  'spendingPlan',
  'goalsActual',
  'evaluationScore',
  'execution',
] as const satisfies readonly (keyof ProjectContent)[];

/** A field that only some tables have. */
export type OwnField = (typeof OWN_FIELDS)[number];

/** The words of the forms for them. */
export const PART_LABELS: Readonly<Record<IndicatorPart, string>> = {
  weight: '权重',
  description: '绩效指标描述',
  basis: '指标值确定依据',
  actual: '实际完成值',
  score: '得分',
  deviation: '偏差原因分析及改进措施',
};

const INDICATOR_PARTS: readonly IndicatorPart[] = ['weight', 'description', 'basis', 'actual', 'score', 'deviation'];

/** What of a read project is shown for checking, once and for all: however it is edited, no box vanishes. */
export const shownParts = (content: ProjectContent, layout: Layout | null): ShownParts => {
  const asked = new Set(askedBy(layout).fields.map(({ path }) => path));
  const present = (field: OwnField): boolean => hasText(content[field]);
  return {
    fields: new Set(OWN_FIELDS.filter((field) => asked.has(field) || present(field))),
    indicator: INDICATOR_PARTS.filter((part) => content.indicators.some((indicator) => !isBlank(indicator[part]))),
    midterm: content.midtermIndicators.length,
  };
};

const hasText = (value: unknown): boolean =>
  typeof value === 'string' ? !isBlank(value) : Object.values(value ?? {}).some(hasText);

/** What the table that was read asks for; the usual one where it is not known, or none that is printed. */
export const askedBy = (layout: Layout | null, tree: IndicatorTree = '88'): AskedForm =>
  askedForm([FORMS.find(({ id }) => id === layout)?.id ?? 'annex2'], { tree, weightSum: 90 });

const COSTS: readonly Level2Kind[] = ['economicCost', 'socialCost', 'ecologicalCost'];

const treeOf = (indicators: readonly Indicator[]): IndicatorTree =>
  indicators.some(({ kind }) => COSTS.includes(kind)) ? '101' : '88';

/** The rows an indicator may belong to, by the table that was read. */
export const rowsOf = (
  layout: Layout | null,
  indicators: readonly Indicator[],
): readonly { readonly value: Level2Kind; readonly label: string }[] =>
  askedBy(layout, treeOf(indicators)).indicatorRows.map(({ kind, level2 }) => ({ value: kind, label: level2 }));
