import type { Indicator } from '../model/project.ts';
import { strictKey } from './names.ts';
import { similarity } from './similarity.ts';

/** An indicator of a paper beside its stored twin; null where it has none. */
export interface IndicatorPair {
  readonly before: Indicator | null;
  readonly after: Indicator;
}

/** Below this two names in the same row of the form are taken for another indicator, until only places are left. */
const ALIKE = 0.6;

/**
 * Pairs the indicators of a paper with those that are stored: by name within a row of the form, by name alone, by a name that
 * is nearly the same, then by place within the row. Each is in one pair at most; the pairs stand in the order of the paper.
 */
export const pairIndicators = (stored: readonly Indicator[], read: readonly Indicator[]): IndicatorPair[] => {
  const twins = new Map<Indicator, Indicator>();
  const free = new Set(stored);
  const pairUp = (fits: (before: Indicator, after: Indicator) => boolean): void => {
    for (const after of read) {
      if (twins.has(after)) continue;
      const before = [...free].find((candidate) => fits(candidate, after));
      if (before === undefined) continue;
      twins.set(after, before);
      free.delete(before);
    }
  };
  pairUp((before, after) => before.kind === after.kind && sameName(before, after) && before.printed === after.printed);
  pairUp((before, after) => before.kind === after.kind && sameName(before, after));
  pairUp(sameName);
  pairUp((before, after) => before.kind === after.kind && likeness(before, after) >= ALIKE);
  pairUp((before, after) => before.kind === after.kind);
  return read.map((after) => ({ before: twins.get(after) ?? null, after }));
};

const sameName = (one: Indicator, other: Indicator): boolean => {
  const key = strictKey(one.level3);
  return key !== '' && key === strictKey(other.level3);
};

const likeness = (one: Indicator, other: Indicator): number =>
  similarity(strictKey(one.level3), strictKey(other.level3));
