import type { Finding, Severity } from './finding.ts';
import type { Found, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { subjectOf, type ReviewedProject, type ReviewSubject } from './subject.ts';

export type { Finding } from './finding.ts';

/** What a unit decided about a rule: it is off, or weighs otherwise. Why stays on record beside it. */
export interface RuleSetting {
  readonly rule: string;
  readonly severity: Severity | 'off';
  readonly reason: string;
}

/**
 * Reviews the projects of a unit's year before they are handed in. Pure and never throws; findings come project by project in
 * the order of the rules, those of the unit as a whole last.
 */
export const review = (subject: ReviewSubject, settings: readonly RuleSetting[] = []): Finding[] => {
  const unit = subjectOf(subject);
  const rules = RULES.filter(({ id }) => !settings.some((one) => one.rule === id && one.severity === 'off'));
  const ofProjects = unit.projects.map((project) =>
    rules.flatMap((rule) => (rule.project?.(project, unit) ?? []).map((found) => finding(rule, project, found))),
  );
  const ofUnit = rules.flatMap((rule) => (rule.unit?.(unit) ?? []).map((found) => finding(rule, found.project, found)));
  const own = unit.projects.flatMap(({ at }) => [
    ...(ofProjects[at] ?? []),
    ...ofUnit.filter(({ index }) => index === at),
  ]);
  return [...own, ...ofUnit.filter(({ index }) => index === null)].map((one) => weighed(one, settings));
};

/** What a unit says a rule weighs holds for everything it finds. */
const weighed = (finding: Finding, settings: readonly RuleSetting[]): Finding => {
  const severity = settings.find(({ rule }) => rule === finding.rule)?.severity ?? 'off';
  return severity === 'off' ? finding : { ...finding, severity };
};

const finding = (rule: Rule, project: ReviewedProject | null, found: Found): Finding => ({
  rule: rule.id,
  project: project === null ? null : project.content.name,
  index: project?.at ?? null,
  kind: found.kind ?? rule.kind,
  severity: found.severity ?? rule.severity,
  head: rule.head,
  path: found.path,
  message: found.message,
  evidence: found.evidence,
  ...(found.fix === undefined ? {} : { fix: found.fix }),
});
