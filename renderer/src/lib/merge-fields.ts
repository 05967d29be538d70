const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Puts what was typed here onto a newer stored version, field by field: what differs from what both started from keeps
 * the text typed here, everything else is as it is stored now.
 */
export const mergeFields = <T extends object>(base: T, mine: T, theirs: T): T => {
  const merged = { ...theirs };
  for (const key of Object.keys(mine) as (keyof T)[]) if (!same(mine[key], base[key])) merged[key] = mine[key];
  return merged;
};
