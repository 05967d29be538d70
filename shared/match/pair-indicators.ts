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
  const keys = new Map([...stored, ...read].map((indicator) => [indicator, strictKey(indicator.level3)]));
  const keyOf = (indicator: Indicator): string => keys.get(indicator) ?? '';
  const twins = new Map<Indicator, Indicator>();
  const free = new Set(stored);
  const pairUp = (fits: (before: Indicator, after: Indicator) => boolean): void => {
    if (free.size === 0 || twins.size === read.length) return;
    for (const after of read) {
      if (twins.has(after)) continue;
      const before = firstOf(free, (candidate) => fits(candidate, after));
      if (before === null) continue;
      twins.set(after, before);
      free.delete(before);
    }
  };
  const sameName = (one: Indicator, other: Indicator): boolean => keyOf(one) !== '' && keyOf(one) === keyOf(other);
  const sameRow = (one: Indicator, other: Indicator): boolean => one.kind === other.kind;
  pairUp((before, after) => sameRow(before, after) && sameName(before, after) && before.printed === after.printed);
  pairUp((before, after) => sameRow(before, after) && sameName(before, after));
  pairUp(sameName);
  pairUp((before, after) => sameRow(before, after) && similarity(keyOf(before), keyOf(after)) >= ALIKE);
  pairUp(sameRow);
  return read.map((after) => ({ before: twins.get(after) ?? null, after }));
};

const firstOf = (items: ReadonlySet<Indicator>, fits: (item: Indicator) => boolean): Indicator | null => {
  for (const item of items) if (fits(item)) return item;
  return null;
};
