import { z } from 'zod';

/** What was typed and did not reach the program. */
export interface KeptText<Content> {
  /** What was stored when it was typed. */
  readonly base: Content;
  /** What stood in the window. */
  readonly mine: Content;
}

/** Keeps what could not be saved beyond the page, the window and the program: nothing typed is ever lost. */
export interface TextStore<Content> {
  /**
   * Keeps the newest text of one page, in place of what that page kept before.
   * @param slot tells pages of the same thing apart: two windows may both have unsaved text
   * @param id of what the text belongs to; without blanks
   * @returns false where this machine would not take it: then it lasts only as long as the window
   */
  readonly keep: (slot: string, id: string, text: KeptText<Content>) => boolean;
  readonly release: (slot: string, id: string) => void;
  /** What is kept for one thing, from all its pages. */
  readonly of: (id: string) => readonly KeptText<Content>[];
  /** Everything kept for it is stored, or not wanted any more. */
  readonly discard: (id: string) => void;
  readonly ids: () => readonly string[];
  /** False where something of it is kept only as long as the window. */
  readonly survives: (id: string) => boolean;
}

/** What the store needs of localStorage. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * A store on a shelf that outlives the window; where that takes nothing, in memory.
 * @param prefix of its own names on the shelf
 * @param content what is understood; anything else is left lying
 */
export const createTextStore = <Content>(
  shelf: Shelf,
  prefix: string,
  content: z.ZodType<Content>,
): TextStore<Content> => {
  const memory = new Map<string, string>();
  const schema = z.object({ base: content, mine: content });
  const keys = (): string[] => {
    const kept = Array.from({ length: shelf.length }, (_, place) => shelf.key(place) ?? '');
    return [...new Set([...kept.filter((key) => key.startsWith(prefix)), ...memory.keys()])].toSorted();
  };
  const keyOf = (slot: string, id: string): string => `${prefix}${id} ${slot}`;
  const remove = (key: string): void => {
    memory.delete(key);
    shelf.removeItem(key);
  };
  const keysOf = (id: string): string[] => keys().filter((key) => key.startsWith(keyOf('', id)));
  const read = (text: string | null): KeptText<Content>[] => {
    try {
      return [schema.parse(JSON.parse(text ?? ''))];
    } catch {
      // Of another version of the program: not understood, but not thrown away either.
      return [];
    }
  };
  return {
    keep: (slot, id, text) => {
      const key = keyOf(slot, id);
      const written = JSON.stringify(text);
      try {
        shelf.setItem(key, written);
        memory.delete(key);
        return true;
      } catch {
        // The shelf is full or forbidden; an older text there must not come back in place of this one.
        shelf.removeItem(key);
        memory.set(key, written);
        return false;
      }
    },
    release: (slot, id) => remove(keyOf(slot, id)),
    of: (id) => keysOf(id).flatMap((key) => read(memory.get(key) ?? shelf.getItem(key))),
    discard: (id) => keysOf(id).forEach(remove),
    survives: (id) => keysOf(id).every((key) => !memory.has(key)),
    ids: () => [...new Set(keys().map((key) => key.slice(prefix.length).split(' ')[0] ?? ''))],
  };
};
