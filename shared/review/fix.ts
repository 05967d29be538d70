import type { ProjectContent } from '../model/project.ts';
import { projectContentSchema } from '../model/project.ts';
import { readValue } from '../model/value.ts';
import type { Fix } from './finding.ts';

/**
 * A project with a fix taken. Paths that are not there any more are left alone, and a value set anew is understood anew.
 * Pure: taking it back is putting the former content back.
 */
export const applyFix = (content: ProjectContent, fix: Fix): ProjectContent => {
  const fixed = structuredClone(content);
  for (const { path, value } of fix.changes) setAt(fixed, path.split('.'), value);
  const parsed = projectContentSchema.safeParse({ ...fixed, indicators: fixed.indicators.map(reread(content)) });
  // A change no project can hold is none.
  return parsed.success ? parsed.data : content;
};

const setAt = (root: object, steps: readonly string[], value: string): void => {
  const last = steps.at(-1) ?? '';
  let at: unknown = root;
  for (const step of steps.slice(0, -1)) at = at !== null && typeof at === 'object' ? Reflect.get(at, step) : undefined;
  if (at !== null && typeof at === 'object' && last in at) Reflect.set(at, last, value);
};

type Indicator = ProjectContent['indicators'][number];

/** Operator, number and unit say how the printed value is understood; a row moved to has its own labels. */
const reread =
  (before: ProjectContent) =>
  (indicator: Indicator, index: number): Indicator => {
    const old = before.indicators[index];
    const moved = old !== undefined && old.kind !== indicator.kind;
    const labels = moved ? { level1: '', level2: '', requirement: null } : {};
    if (old?.printed === indicator.printed) return { ...indicator, ...labels };
    const { operator, value, unit } = readValue(indicator.printed);
    return { ...indicator, ...labels, operator, value, unit };
  };
