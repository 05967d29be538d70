import type { KeptText } from './text-store.ts';

/** What is stored with the kept text on it. */
export interface PutBack<Content> {
  readonly content: Content;
  /** False where it is stored already, word for word. */
  readonly needed: boolean;
  /** True where somebody changed the same fields meanwhile: the clerk must say which text holds. */
  readonly conflict: boolean;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Puts kept text onto what is stored now.
 * @param merge the three-way merge of a save that was refused: base, mine, theirs
 */
export const putBackWith = <Content>(
  merge: (base: Content, mine: Content, theirs: Content) => Content,
  stored: Content,
  kept: readonly KeptText<Content>[],
): PutBack<Content> => {
  let content = stored;
  let conflict = false;
  for (const { base, mine } of kept) {
    const merged = merge(base, mine, content);
    // Nobody's text was overwritten where it makes no difference whose text goes first.
    conflict ||= !same(merged, merge(base, content, mine));
    content = merged;
  }
  return { content, needed: !same(content, stored), conflict };
};
