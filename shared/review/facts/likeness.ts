import { fold } from '../../model/text.ts';

/** Letters of a text without marks, digits and white space: what copies keep. */
export const bareText = (text: string): string => fold(text).replace(/[^\p{L}]/gu, '');

/**
 * How alike two texts are by the pairs of letters they share (Dice), 0 to 1. Linear in their lengths.
 */
export const likeness = (one: string, other: string): number => {
  const [first, second] = [pairs(bareText(one)), pairs(bareText(other))];
  const size = sum(first) + sum(second);
  if (size === 0) return 0;
  let common = 0;
  for (const [pair, count] of first) common += Math.min(count, second.get(pair) ?? 0);
  return (2 * common) / size;
};

const pairs = (text: string): Map<string, number> => {
  const found = new Map<string, number>();
  const letters = Array.from(text);
  for (let at = 1; at < letters.length; at += 1) {
    const pair = `${letters[at - 1] ?? ''}${letters[at] ?? ''}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
};

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0);

/** Letters in a row that two texts share where one was copied from the other. */
const SHINGLE = 8;

/**
 * For each text the first earlier one that is nearly the same, as an index; -1 where there is none. Only texts with a run of letters in
 * common are compared, so that thousands take a moment.
 * @param least likeness from which two texts are twins, 0 to 1
 * @param shortest texts with fewer letters have no twin
 */
export const earlierTwins = (texts: readonly string[], least: number, shortest: number): number[] => {
  const seen = new Map<string, number[]>();
  return texts.map((text, at) => {
    const bare = bareText(text);
    if (bare.length < shortest) return -1;
    const runs = runsOf(bare);
    const candidates = new Set(runs.flatMap((run) => seen.get(run) ?? []));
    for (const run of runs) seen.set(run, [...(seen.get(run) ?? []), at].slice(0, MOST_BEFORE));
    return [...candidates].sort((a, b) => a - b).find((other) => likeness(text, texts[other] ?? '') >= least) ?? -1;
  });
};

/** A run that stands in more texts than this is a phrase of the trade. */
const MOST_BEFORE = 8;

/** Every fourth run is enough to find a copy. */
const runsOf = (bare: string): string[] => {
  const runs: string[] = [];
  for (let at = 0; at + SHINGLE <= bare.length; at += 1) {
    const run = bare.slice(at, at + SHINGLE);
    // By its letters, not by its place: the same run is taken in both texts.
    if ((run.charCodeAt(0) + run.charCodeAt(3)) % 4 === 0) runs.push(run);
  }
  return runs;
};
