import type { Level2Kind } from '../../shared/model/level2.ts';
import { emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { sampleProjects } from '../../shared/sample/index.ts';

/** Ids in the order they are asked for: `i1`, `i2`, … */
export const counter = (): (() => string) => {
  let id = 0;
  return () => `i${(id += 1)}`;
};

export const samples = (): ProjectContent[] => sampleProjects(counter());

/** The first sample project, which every form of annex2 calls complete. */
export const good = (changes: Partial<ProjectContent> = {}): ProjectContent => {
  const [first] = samples();
  if (first === undefined) throw new Error('no samples');
  return { ...first, ...changes };
};

export const indicator = (
  kind: Level2Kind,
  level3: string,
  printed: string,
  more: Partial<Indicator> = {},
): Indicator => ({ ...emptyIndicator(`${kind}-${level3}-${printed}`, kind), level3, printed, ...more });

/** A good project whose indicators of one kind are replaced. */
export const withIndicators = (kind: Level2Kind, replacement: readonly Indicator[]): ProjectContent => {
  const content = good();
  return { ...content, indicators: [...replacement, ...content.indicators.filter((one) => one.kind !== kind)] };
};
