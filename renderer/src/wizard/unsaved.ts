import { z } from 'zod';
import { projectContentSchema, type ProjectContent } from '../../../shared/model/project.ts';
import { keepTyped } from './merge.ts';

/** Text of one project that did not reach the program. */
export interface Unsaved {
  readonly projectId: string;
  /** What was stored when it was typed. */
  readonly base: ProjectContent;
  /** What stood in the window. */
  readonly mine: ProjectContent;
}

/** Keeps what could not be saved beyond the page, the window and the program: nothing typed is ever lost. */
export interface UnsavedStore {
  /**
   * Keeps the newest text of one wizard, in place of what that wizard kept before.
   * @param slot tells wizards of the same project apart: two windows may both have unsaved text
   * @returns false where this machine would not take it: then it lasts only as long as the window
   */
  readonly keep: (slot: string, unsaved: Unsaved) => boolean;
  readonly release: (slot: string, projectId: string) => void;
  /** What is kept of one project, from all its wizards. */
  readonly of: (projectId: string) => readonly Unsaved[];
  /** Everything kept of a project is stored, or not wanted any more. */
  readonly discard: (projectId: string) => void;
  readonly projects: () => readonly string[];
  /** False where something of a project is kept only as long as the window. */
  readonly survives: (projectId: string) => boolean;
}

/** What the store needs of localStorage. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'jixiao unsaved ';

const unsavedSchema = z.object({ projectId: z.string(), base: projectContentSchema, mine: projectContentSchema });

/** A store on a shelf that outlives the window; where that takes nothing, in memory. */
export const createUnsavedStore = (shelf: Shelf): UnsavedStore => {
  const memory = new Map<string, string>();
  const keys = (): string[] => {
    const kept = Array.from({ length: shelf.length }, (_, place) => shelf.key(place) ?? '');
    return [...new Set([...kept.filter((key) => key.startsWith(PREFIX)), ...memory.keys()])].toSorted();
  };
  const keyOf = (slot: string, projectId: string): string => `${PREFIX}${projectId} ${slot}`;
  const remove = (key: string): void => {
    memory.delete(key);
    shelf.removeItem(key);
  };
  const keysOf = (projectId: string): string[] => keys().filter((key) => key.startsWith(keyOf('', projectId)));
  return {
    keep: (slot, unsaved) => {
      const key = keyOf(slot, unsaved.projectId);
      const text = JSON.stringify(unsaved);
      try {
        shelf.setItem(key, text);
        memory.delete(key);
        return true;
      } catch {
        // The shelf is full or forbidden; an older text there must not come back in place of this one.
        shelf.removeItem(key);
        memory.set(key, text);
        return false;
      }
    },
    release: (slot, projectId) => remove(keyOf(slot, projectId)),
    of: (projectId) => keysOf(projectId).flatMap((key) => read(memory.get(key) ?? shelf.getItem(key))),
    discard: (projectId) => keysOf(projectId).forEach(remove),
    survives: (projectId) => keysOf(projectId).every((key) => !memory.has(key)),
    projects: () => [...new Set(keys().map((key) => key.slice(PREFIX.length).split(' ')[0] ?? ''))],
  };
};

const read = (text: string | null): Unsaved[] => {
  try {
    return [unsavedSchema.parse(JSON.parse(text ?? ''))];
  } catch {
    // Of another version of the program: not understood, but not thrown away either.
    return [];
  }
};

/** A project with the kept text on it. */
export interface PutBack {
  readonly content: ProjectContent;
  /** False where it is stored already, word for word. */
  readonly needed: boolean;
  /** True where somebody changed the same fields meanwhile: the clerk must say which text holds. */
  readonly conflict: boolean;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Puts kept text onto what is stored now, each with the three-way merge of a save that was refused. */
export const putBack = (stored: ProjectContent, kept: readonly Unsaved[]): PutBack => {
  let content = stored;
  let conflict = false;
  for (const { base, mine } of kept) {
    const merged = keepTyped(base, mine, content);
    // Nobody's text was overwritten where it makes no difference whose text goes first.
    conflict ||= !same(merged, keepTyped(base, content, mine));
    content = merged;
  }
  return { content, needed: !same(content, stored), conflict };
};

/** The window's own store. */
export const unsavedStore = createUnsavedStore(window.localStorage);
