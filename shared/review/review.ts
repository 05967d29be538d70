import type { AskedForm, Gap } from '../forms/form.ts';
import { formGaps } from '../forms/gaps.ts';
import type { FieldPath, ProjectContent } from '../model/project.ts';

/** One thing a reviewer at the county would send the table back for. */
export interface Finding {
  /** Name of the project; empty where it has none. */
  readonly project: string;
  readonly kind: string;
  readonly severity: 'error' | 'warning' | 'hint';
  /** The field, as the wizard names it. */
  readonly path: FieldPath;
  /** One Chinese sentence: what is wrong and what to do. */
  readonly message: string;
  /** What stands there now, as typed; empty where nothing does. */
  readonly evidence: string;
}

/** Reviews projects before they are handed in: everything a finished form would be refused for. */
export const review = (form: AskedForm, projects: readonly ProjectContent[]): Finding[] =>
  projects.flatMap((content) => formGaps(form, content).map((gap) => findingOf(gap, content)));

const KINDS: Readonly<Record<Gap['kind'], string>> = {
  missing: 'empty-field',
  number: 'qualitative-where-number-required',
  unit: 'missing-unit',
  operator: 'missing-operator',
  sum: 'sum-mismatch',
};

const findingOf = ({ kind, path, message }: Gap, content: ProjectContent): Finding => ({
  project: content.name,
  kind: KINDS[kind],
  severity: 'error',
  path,
  message,
  evidence: textAt(content, path),
});

/** The text at a path of a project; empty where there is none. */
const textAt = (content: ProjectContent, path: FieldPath): string => {
  let at: unknown = content;
  for (const step of path.split('.')) at = at !== null && typeof at === 'object' ? Reflect.get(at, step) : undefined;
  return typeof at === 'string' ? at : '';
};
