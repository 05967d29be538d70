import type { FieldPath } from '../model/project.ts';

/** What a finding is about: the words in which a county's review sorts faults; one kind may have several rules. */
export const FINDING_KINDS = [
  'missing-section',
  'empty-field',
  'missing-value',
  'missing-code',
  'qualitative-where-number-required',
  'missing-unit',
  'missing-operator',
  'sum-mismatch',
  'amount-unit-mismatch',
  'stale-year',
  'stale-policy',
  'cost-exceeds-budget',
  'cost-not-equal-budget',
  'cost-without-amount',
  'value-unit-inconsistent',
  'unit-style-inconsistent',
  'indicator-misplaced',
  'duplicate-indicator',
  'repeated-text',
  'placeholder',
  'template-values',
  'percent-over-100',
  'operator-direction',
  'range-too-wide',
  'unmeasurable-percent',
  'unclear-indicator',
  'satisfaction-unrealistic',
  'satisfaction-below-common-threshold',
  'copy-paste-mismatch',
  'project-name-goal-mismatch',
  'goal-indicator-mismatch',
  'cross-project-inconsistency',
  'typo',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** error: will be sent back. warning: very likely wrong. hint: could be better. */
export type Severity = 'error' | 'warning' | 'hint';

/** The four heads of 项目支出绩效目标审核表 (财预〔2015〕88号). */
export const REVIEW_HEADS = ['完整性', '相关性', '适当性', '可行性'] as const;
export type ReviewHead = (typeof REVIEW_HEADS)[number];

/** What one click can do about a finding: texts of a project set anew, by content path (`indicators.2.printed`). */
export interface Fix {
  /** Short enough for a button, in Chinese. */
  readonly label: string;
  readonly changes: readonly { readonly path: FieldPath; readonly value: string }[];
}

/** One thing a reviewer at the county would send a table back for. */
export interface Finding {
  /** Id of the rule that found it. */
  readonly rule: string;
  /** Name of the project; null where it is about the unit's projects as a whole. */
  readonly project: string | null;
  /** Place of the project in what was reviewed, from 0; null as above. */
  readonly index: number | null;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly head: ReviewHead;
  /** The field, as the wizard names it. */
  readonly path: FieldPath;
  /** What is wrong, why, and what to do, in Chinese. */
  readonly message: string;
  /** What stands there now, as typed; empty where nothing does. */
  readonly evidence: string;
  readonly fix?: Fix;
}
