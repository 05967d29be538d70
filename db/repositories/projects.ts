import { ExpectedError } from '../../shared/model/errors.ts';
import type { ProjectState } from '../../shared/model/project.ts';
import { assertNever } from '../../shared/model/text.ts';
import { write, type Db, type Readable } from '../connection.ts';
import { diffContent, undoChanges } from '../../shared/model/diff.ts';
import type { Actor, ProjectSave, StoredProject } from '../types.ts';
import { wellFormed } from '../well-formed.ts';
import { writeContent, type Edit } from './edits.ts';
import { anyHead, contentOf, liveHead, storedProject, updateHead, type Head } from './heads.ts';
import { addRevision, extendRevision, openSitting } from './revisions.ts';
import { freeze } from './versions.ts';

export { createProjects } from './new-projects.ts';
export { listVersions } from './versions.ts';

/** One project with its content. @throws ExpectedError not-found, deleted ones too */
export const getProject = (db: Readable, id: string): StoredProject => {
  const head = liveHead(db, id);
  return storedProject(head, contentOf(db, head));
};

/** What a project is called, a deleted one too. @throws ExpectedError not-found */
export const projectName = (db: Readable, id: string): string => anyHead(db, id).name;

/** Several projects in the order asked for. @throws ExpectedError not-found where one is missing */
export const getProjects = (db: Readable, ids: readonly string[]): StoredProject[] =>
  ids.map((id) => getProject(db, id));

/**
 * Stores a changed draft. Where nothing differs nothing is written and the version stays.
 * @throws ExpectedError not-found, frozen (finished), stale (somebody saved since `version`)
 */
export const saveProject = (db: Db, save: ProjectSave, actor: Actor): StoredProject =>
  write(db, () => {
    const head = liveHead(db, save.id);
    refuseFrozen(head);
    if (head.version !== save.version) throw stale(head);
    const before = contentOf(db, head);
    const after = wellFormed(save.content);
    const changes = diffContent(before, after);
    if (changes.length > 0) {
      writeContent(db, head, { before, after, changes });
      writeEdit(db, head, { before, after, changes }, actor);
    }
    const { requiredDone, requiredAll } = save.progress;
    if (requiredDone !== head.requiredDone || requiredAll !== head.requiredAll)
      updateHead(db, head.pk, { required_done: requiredDone, required_all: requiredAll });
    if (changes.length > 0) updateHead(db, head.pk, { version: head.version + 1, updated_at: actor.at });
    return storedProject(anyHead(db, save.id), after);
  });

/** Deletes projects so that restoreProjects brings them back as they were; finished ones too. Deleted ones stay so. */
export const removeProjects = (db: Db, ids: readonly string[], actor: Actor): void =>
  write(db, () => {
    for (const id of ids) {
      const head = anyHead(db, id);
      if (head.deletedAt !== null) continue;
      updateHead(db, head.pk, { deleted_at: actor.at });
      addRevision(db, head, 'delete', [{ path: 'deletedAt', before: null, after: actor.at }], actor);
    }
  });

/** Brings deleted projects back as they were. */
export const restoreProjects = (db: Db, ids: readonly string[], actor: Actor): void =>
  write(db, () => {
    for (const id of ids) {
      const head = anyHead(db, id);
      if (head.deletedAt === null) continue;
      updateHead(db, head.pk, { deleted_at: null });
      addRevision(db, head, 'restore', [{ path: 'deletedAt', before: head.deletedAt, after: null }], actor);
    }
  });

/** Freezes a draft and keeps its content as it is now. Whether it may be finished is the caller's business. */
export const finishProject = (db: Db, id: string, actor: Actor): StoredProject =>
  write(db, () => {
    const head = liveHead(db, id);
    refuseFrozen(head);
    freeze(db, head, 'finished', contentOf(db, head), actor);
    changeState(db, head, 'finished', actor);
    return getProject(db, id);
  });

/** Opens a finished project for change: a draft again, one revision further. A draft stays as it is. */
export const reopenProject = (db: Db, id: string, actor: Actor): StoredProject =>
  write(db, () => {
    const head = liveHead(db, id);
    if (head.state !== 'draft') changeState(db, head, 'draft', actor);
    return getProject(db, id);
  });

const writeEdit = (db: Db, head: Head, { before, after, changes }: Edit, actor: Actor): void => {
  const version = head.version + 1;
  const open = openSitting(db, head.pk, actor);
  if (open === null) return addRevision(db, { pk: head.pk, version }, 'edit', changes, actor);
  const start = undoChanges(before, open.changes);
  extendRevision(db, open.id, version, diffContent(start, after), actor.at);
};

const changeState = (db: Db, head: Head, state: ProjectState, actor: Actor): void => {
  const version = head.version + 1;
  const opened = state === 'draft';
  updateHead(db, head.pk, {
    state,
    version,
    revision: opened ? head.revision + 1 : head.revision,
    updated_at: actor.at,
    finished_at: opened ? null : actor.at,
  });
  const change = { path: 'state', before: head.state, after: state };
  addRevision(db, { pk: head.pk, version }, opened ? 'reopen' : 'finish', [change], actor);
};

const refuseFrozen = (head: Head): void => {
  switch (head.state) {
    case 'draft':
      return;
    case 'finished':
      throw new ExpectedError('frozen', `项目“${head.name}”已经完成，不能再改。`, '请先点“修改”，再编辑。');
    case 'approved':
      throw new ExpectedError('frozen', `项目“${head.name}”已经批复，不能再改。`, '确需调整时，请先点“修改”。');
    default:
      assertNever(head.state);
  }
};

const stale = (head: Head): ExpectedError =>
  new ExpectedError(
    'stale',
    `项目“${head.name}”刚才在别处改过，这次没有保存，以免盖掉那边的内容。`,
    '请复制好自己的改动，重新打开这个项目后再填。',
  );
