import { askedForm } from '../../../shared/forms/asked.ts';
import type { FormId } from '../../../shared/model/form-id.ts';
import type { Level2Kind } from '../../../shared/model/level2.ts';
import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../../shared/model/project.ts';
import { readValue } from '../../../shared/model/value.ts';
import type { Finding } from '../../../shared/review/finding.ts';
import { review } from '../../../shared/review/review.ts';

/** `['quantity', '培训人数', '30 人']`. */
export type Row = readonly [kind: Level2Kind, name: string, value: string];

export const indicatorOf = ([kind, level3, printed]: Row, index: number): Indicator => {
  const { operator, value, unit } = readValue(printed);
  return { ...emptyIndicator(`i${index}`, kind), level3, printed, operator, value, unit };
};

export interface Draft {
  readonly name?: string;
  readonly total?: string;
  readonly unit?: '万元' | '元';
  readonly goal?: string;
  readonly usage?: string;
  readonly rows: readonly Row[];
}

export const projectOf = ({
  name = '示例经费',
  total = '',
  unit = '万元',
  goal = '',
  usage = '',
  rows,
}: Draft): ProjectContent => ({
  ...emptyContent(),
  name,
  amountUnit: unit,
  usage,
  funds: { total, fiscal: total, other: '0' },
  goals: goal === '' ? [] : [goal],
  indicators: rows.map(indicatorOf),
});

/** Findings of one rule over some projects, by the annex2 of 2024 unless told otherwise. */
export const findingsOf = (
  rule: string,
  drafts: readonly Draft[],
  { form = 'annex2', year = 2024 }: { readonly form?: FormId; readonly year?: number } = {},
): Finding[] =>
  review({
    year,
    names: ['示例县示例镇人民政府'],
    form: askedForm([form], { tree: '88', weightSum: 90 }),
    projects: drafts.map(projectOf),
  }).filter((finding) => finding.rule === rule);

/** One project with these indicators: kinds and severities of what a rule finds, `indicator-misplaced error`. */
export const told = (
  rule: string,
  draft: Draft | readonly Row[],
  options: Parameters<typeof findingsOf>[2] = {},
): string[] =>
  findingsOf(rule, ['rows' in draft ? draft : { rows: draft }], options).map(
    ({ kind, severity }) => `${kind} ${severity}`,
  );
