import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '../../../electron/app/router.ts';
import { troubleOf } from '../lib/errors.ts';
import type { StoredProject } from './save-project.ts';
import { putBack, type UnsavedStore } from './unsaved.ts';

type Projects = TRPCClient<AppRouter>['projects'];

/** A project as it was opened. */
export interface OpenedProject {
  readonly project: StoredProject;
  /**
   * What became of text that could not be saved before. none: there was none. back: it is stored now. asking: the
   * project is locked, somebody changed the same fields, or it still can't be saved: the clerk decides.
   */
  readonly unsaved: 'none' | 'back' | 'asking';
}

/**
 * Reads a project, and stores what of it could not be saved before, where nobody is overwritten by that.
 * @throws where the project can't be read
 */
export const openProject = async (projects: Projects, store: UnsavedStore, id: string): Promise<OpenedProject> => {
  const project = await projects.get.query({ id });
  const { content, needed, conflict } = putBack(project.content, store.of(id));
  if (!needed) {
    if (store.of(id).length > 0) store.discard(id);
    return { project, unsaved: 'none' };
  }
  if (conflict || project.state !== 'draft') return { project, unsaved: 'asking' };
  try {
    const { version, updatedAt } = await projects.save.mutate({ id, version: project.version, content });
    store.discard(id);
    return { project: { ...project, content, version, updatedAt }, unsaved: 'back' };
  } catch {
    return { project, unsaved: 'asking' };
  }
};

/**
 * The clerk wants the kept text: puts it onto what is stored now, whatever stands in the way; a deleted project is
 * restored, a finished one reopened.
 * @throws where the program refuses even that; the text stays kept
 */
export const bringBack = async (projects: Projects, store: UnsavedStore, id: string): Promise<void> => {
  const project = await openForWriting(projects, id);
  const { content, needed } = putBack(project.content, store.of(id));
  if (needed) await projects.save.mutate({ id, version: project.version, content });
  store.discard(id);
};

const openForWriting = async (projects: Projects, id: string): Promise<StoredProject> => {
  const project = await projects.get.query({ id }).catch(async (error: unknown) => {
    if (troubleOf(error).code !== 'not-found') throw error;
    await projects.restore.mutate({ ids: [id] });
    return projects.get.query({ id });
  });
  return project.state === 'draft' ? project : projects.reopen.mutate({ id });
};
