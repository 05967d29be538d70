import type { Indicator } from '../model/project.ts';
import { fold } from '../model/text.ts';
import { yearlessName } from './same-project.ts';

/** Indicators of two years laid side by side. */
export interface Pairs {
  /** Per indicator of this year: where it stands last year; null for a new one. */
  readonly lastOf: readonly (number | null)[];
  /** Indexes of those of last year that are gone. */
  readonly gone: readonly number[];
}

/** Below this two names are of different things. */
const ALIKE = 0.5;

/**
 * Pairs this year's indicators with last year's: by id (a project that was taken over keeps them), then by name under the
 * same level-2 row, then by the name most alike there.
 */
export const pairIndicators = (now: readonly Indicator[], last: readonly Indicator[]): Pairs => {
  const lastOf: (number | null)[] = now.map(() => null);
  const free = new Set(last.keys());
  const take = (index: number, found: number | undefined): void => {
    if (found === undefined || lastOf[index] !== null || !free.delete(found)) return;
    lastOf[index] = found;
  };
  const each = (find: (indicator: Indicator) => number | undefined): void =>
    now.forEach((indicator, index) => lastOf[index] === null && take(index, find(indicator)));
  const among = (fits: (one: Indicator) => boolean): number | undefined =>
    [...free].find((index) => last[index] !== undefined && fits(last[index]));

  each(({ id }) => among((one) => one.id === id));
  each(({ kind, level3 }) =>
    among((one) => one.kind === kind && keyOf(level3) !== '' && keyOf(one.level3) === keyOf(level3)),
  );
  each((indicator) => mostAlike(indicator, last, free));
  return { lastOf, gone: [...free] };
};

const keyOf = (level3: string): string => yearlessName(level3);

const mostAlike = (indicator: Indicator, last: readonly Indicator[], free: ReadonlySet<number>): number | undefined => {
  let best: number | undefined;
  let score = ALIKE;
  for (const index of free) {
    const one = last[index];
    if (one?.kind !== indicator.kind) continue;
    const likeness = alike(keyOf(indicator.level3), keyOf(one.level3));
    if (likeness >= score) [best, score] = [index, likeness];
  }
  return best;
};

/** Dice's coefficient over pairs of signs: 1 for the same, 0 for nothing in common. */
const alike = (one: string, other: string): number => {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const [a, b] = [pairs(one), pairs(other)];
  if (a.length + b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count > 0) common += 1;
    left.set(pair, count - 1);
  }
  return (2 * common) / (a.length + b.length);
};

/** Whether two texts say the same: blanks and the width of signs make no difference. */
export const saysTheSame = (one: string, other: string): boolean => one === other || fold(one) === fold(other);
