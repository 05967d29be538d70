import type { FieldPath, Indicator, ProjectContent } from '../model/project.ts';
import { readValue } from '../model/value.ts';

/** A text of a project that a year can stand in. */
export interface PlacedText {
  readonly path: FieldPath;
  readonly text: string;
}

const LINES = [
  'name',
  'departmentAndCode',
  'implementingUnit',
  'attribute',
  'period',
  'category',
  'usage',
] as const satisfies readonly (keyof ProjectContent)[];
const GOALS = ['goals', 'midtermGoals'] as const;
const INDICATORS = ['indicators', 'midtermIndicators'] as const;
const PARTS = [
  'level1',
  'level2',
  'level3',
  'description',
  'printed',
  'basis',
  'note',
] as const satisfies readonly (keyof Indicator)[];

/** Lists of indicators a project has. */
export type IndicatorListName = (typeof INDICATORS)[number];

/**
 * Every filled text of a project in printed order, with its path; amounts, weights and codes are none: their digits are no years.
 */
export const textsOf = (content: ProjectContent): PlacedText[] =>
  [
    ...LINES.map((key) => ({ path: key, text: content[key] })),
    ...content.spendingPlan.map(({ by }, index) => ({ path: `spendingPlan.${index}.by`, text: by })),
    ...GOALS.flatMap((list) => content[list].map((text, index) => ({ path: `${list}.${index}`, text }))),
    ...INDICATORS.flatMap((list) => content[list].flatMap((indicator, index) => partsOf(list, index, indicator))),
  ].filter(({ text }) => text !== '');

const partsOf = (list: IndicatorListName, index: number, indicator: Indicator): PlacedText[] =>
  PARTS.map((part) => ({ path: `${list}.${index}.${part}`, text: indicator[part] }));

/**
 * The content with other texts at some of the paths of {@link textsOf}; a changed 指标值 is understood anew.
 * @param texts new text by path; paths that are not there are left out
 */
export const withTexts = (content: ProjectContent, texts: ReadonlyMap<FieldPath, string>): ProjectContent => {
  if (texts.size === 0) return content;
  const at = (path: FieldPath, old: string): string => texts.get(path) ?? old;
  const list = (name: (typeof GOALS)[number]): string[] =>
    content[name].map((text, index) => at(`${name}.${index}`, text));
  const rows = (name: IndicatorListName): Indicator[] =>
    content[name].map((indicator, index) => withParts(indicator, (part) => texts.get(`${name}.${index}.${part}`)));
  return {
    ...content,
    ...Object.fromEntries(LINES.map((key) => [key, at(key, content[key])])),
    spendingPlan: content.spendingPlan.map((step, index) => ({ ...step, by: at(`spendingPlan.${index}.by`, step.by) })),
    goals: list('goals'),
    midtermGoals: list('midtermGoals'),
    indicators: rows('indicators'),
    midtermIndicators: rows('midtermIndicators'),
  };
};

const withParts = (indicator: Indicator, textOf: (part: string) => string | undefined): Indicator => {
  const changed = PARTS.flatMap((part) => {
    const text = textOf(part);
    return text === undefined || text === indicator[part] ? [] : [[part, text] as const];
  });
  if (changed.length === 0) return indicator;
  const next = { ...indicator, ...Object.fromEntries(changed) };
  if (next.printed === indicator.printed) return next;
  const { operator, value, unit } = readValue(next.printed);
  return { ...next, operator, value, unit };
};
