import { formGaps } from '../../forms/gaps.ts';
import type { Gap } from '../../forms/form.ts';
import type { FindingKind } from '../finding.ts';
import type { Found, Rule } from '../rule.ts';
import type { ReviewedProject, ReviewedUnit } from '../subject.ts';
import { textAt } from '../text-at.ts';

/** Everything 完成 is refused for. Rows that every project of the unit lacks are told once, by the rule `missing-in-all`. */
export const required: Rule = {
  id: 'required',
  kind: 'empty-field',
  severity: 'error',
  head: '完整性',
  question: '必填的内容都填了吗？数字、单位、合计都对吗？',
  source: '财预〔2015〕88号（规范完整性）；表中“必填”“必填硬性指标”字样',
  project: (project, unit) =>
    formGaps(unit.form, project.content)
      .filter(({ path }) => !lackedByAll(unit, path))
      .map((gap) => found(gap, project)),
};

/** A row that nobody fills in is a habit of the unit, not a slip of one project. */
export const lackedByAll = (unit: ReviewedUnit, path: string): boolean => {
  if (!path.startsWith('kind:') || unit.projects.length < 3) return false;
  return unit.projects.every(({ indicators }) => !indicators.some(({ kind }) => path === `kind:${kind}`));
};

const KINDS: Readonly<Record<Gap['kind'], FindingKind>> = {
  missing: 'empty-field',
  number: 'qualitative-where-number-required',
  unit: 'missing-unit',
  operator: 'missing-operator',
  sum: 'sum-mismatch',
};

const found = ({ kind, path, message }: Gap, project: ReviewedProject): Found => ({
  path,
  message,
  evidence: textAt(project.content, path),
  kind: kindOf(kind, path),
});

const kindOf = (kind: Gap['kind'], path: string): FindingKind => {
  if (kind !== 'missing') return KINDS[kind];
  if (path.startsWith('kind:')) return 'missing-section';
  return path.endsWith('.printed') ? 'missing-value' : 'empty-field';
};
