import type { FieldPath } from '../model/project.ts';
import type { FindingKind, Fix, ReviewHead, Severity } from './finding.ts';
import type { ReviewedIndicator, ReviewedProject, ReviewedUnit } from './subject.ts';

/** What a rule found, before it is known whose rule it was. */
export interface Found {
  readonly path: FieldPath;
  readonly message: string;
  readonly evidence: string;
  /** Where it weighs less or more than the rule does. */
  readonly severity?: Severity;
  /** Where a rule tells several kinds of fault apart. */
  readonly kind?: FindingKind;
  readonly fix?: Fix;
}

/** What a rule over all projects of a unit found: at one of them, or at none. */
export interface FoundInUnit extends Found {
  readonly project: ReviewedProject | null;
}

/** One question of the review. A file of shared/review/rules each. */
export interface Rule {
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly head: ReviewHead;
  /** What it asks, in Chinese, as a clerk or a reviewer would ask it. */
  readonly question: string;
  /** Where it comes from: a document's number, or 惯例. */
  readonly source: string;
  readonly project?: (project: ReviewedProject, unit: ReviewedUnit) => readonly Found[];
  readonly unit?: (unit: ReviewedUnit) => readonly FoundInUnit[];
}

/** Enough of a text to find it by. */
export const shown = (text: string): string => {
  const letters = Array.from(text.trim().replace(/\s+/gu, ' '));
  return letters.length > 24 ? `${letters.slice(0, 24).join('')}…` : letters.join('');
};

/** `数量指标“培训人数”`. */
export const whose = ({ row, name }: ReviewedIndicator): string => (name === '' ? row : `${row}“${shown(name)}”`);

export const namePath = ({ index }: ReviewedIndicator): FieldPath => `indicators.${index}.level3`;
export const valuePath = ({ index }: ReviewedIndicator): FieldPath => `indicators.${index}.printed`;

/** Name and value as they stand. */
export const evidenceOf = ({ name, printed }: ReviewedIndicator): string => `${name} ${printed}`.trim();

/** A rule that looks at each indicator by itself. */
export const eachIndicator =
  (check: (indicator: ReviewedIndicator, project: ReviewedProject, unit: ReviewedUnit) => Found | null) =>
  (project: ReviewedProject, unit: ReviewedUnit): Found[] =>
    project.indicators.flatMap((indicator) => check(indicator, project, unit) ?? []);
