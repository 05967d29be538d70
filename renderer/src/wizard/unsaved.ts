import { projectContentSchema, type ProjectContent } from '../../../shared/model/project.ts';
import { putBackWith, type PutBack } from '../lib/put-back.ts';
import { createTextStore, type KeptText, type Shelf } from '../lib/text-store.ts';
import { keepTyped } from './merge.ts';

/** Text of one project that did not reach the program. */
export interface Unsaved extends KeptText<ProjectContent> {
  readonly projectId: string;
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

/** A store on a shelf that outlives the window; where that takes nothing, in memory. */
export const createUnsavedStore = (shelf: Shelf): UnsavedStore => {
  const { ids, ...store } = createTextStore(shelf, 'jixiao unsaved ', projectContentSchema);
  return {
    ...store,
    keep: (slot, { projectId, base, mine }) => store.keep(slot, projectId, { base, mine }),
    of: (projectId) => store.of(projectId).map((kept) => ({ projectId, ...kept })),
    projects: ids,
  };
};

/** Puts kept text onto what is stored now, each with the three-way merge of a save that was refused. */
export const putBack = (stored: ProjectContent, kept: readonly Unsaved[]): PutBack<ProjectContent> =>
  putBackWith(keepTyped, stored, kept);

/** The window's own store. */
export const unsavedStore = createUnsavedStore(window.localStorage);
