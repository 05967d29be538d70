/** Pairs of neighbouring characters, each as often as it stands there. One character counts as itself. */
export const bigrams = (text: string): string[] => {
  const characters = Array.from(text);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
};

/**
 * How alike two texts are, 0 to 1: the mean of shared bigrams (order of words) and of edits (single wrong characters).
 * Symmetric; 1 only for equal texts.
 */
export const similarity = (one: string, other: string): number => {
  if (one === other) return 1;
  if (one === '' || other === '') return 0;
  const [characters, against] = [Array.from(one), Array.from(other)];
  const longest = Math.max(characters.length, against.length);
  return (dice(bigrams(one), bigrams(other)) + 1 - distance(characters, against) / longest) / 2;
};

const dice = (one: readonly string[], other: readonly string[]): number => {
  const counts = new Map<string, number>();
  for (const pair of one) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of other) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    shared += 1;
    counts.set(pair, left - 1);
  }
  return (2 * shared) / (one.length + other.length);
};

/** Levenshtein: the least number of characters to change, add or take away. */
const distance = (one: readonly string[], other: readonly string[]): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, character] of one.entries()) {
    const next = [at + 1];
    for (const [column, against] of other.entries()) {
      const change = (row[column] ?? 0) + (character === against ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};
