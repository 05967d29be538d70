import { ExpectedError } from '../../shared/model/errors.ts';
import type { ProjectContent, ProjectState } from '../../shared/model/project.ts';
import { all, write, type Db } from '../connection.ts';
import { diffContent, undoChanges } from '../../shared/model/diff.ts';
import type { Actor, FieldChange, ProjectSave, StoredProject } from '../types.ts';
import { wellFormed } from '../well-formed.ts';
import { writeContent } from './edits.ts';
import { anyHead, contentOf, liveHead, storedProject, updateHead, type Head } from './heads.ts';
import { addRevision } from './revisions.ts';
import { dropVersion, freeze, renameVersion } from './versions.ts';

/*
 * What an import does to stored projects, and taking it back. A frozen content is never lost: a finished or approved project is
 * opened again as a revision of its own, and what was frozen before stays among its versions.
 */

/**
 * Stores what an import read over a project. A frozen one is opened again first; where nothing differs nothing happens.
 * @throws ExpectedError not-found, stale (somebody saved since `version`)
 */
export const updateProject = (db: Db, save: ProjectSave, actor: Actor): StoredProject =>
  write(db, () => {
    const { before, after, changes } = editOf(db, save);
    if (changes.length > 0) {
      const head = openAgain(db, save.id, actor);
      writeContent(db, head, { before, after, changes });
      stepOn(db, head, { state: 'draft' }, actor);
      addRevision(db, { pk: head.pk, version: head.version + 1 }, 'update', changes, actor);
    }
    writeProgress(db, save);
    return read(db, save.id);
  });

/**
 * Stores what the county approved: what stood there before is kept as declared, a draft too; then the project is frozen as
 * approved. One that was approved before is approved anew, and both stay among its versions.
 * @throws ExpectedError not-found, stale (somebody saved since `version`)
 */
export const approveProject = (db: Db, save: ProjectSave, actor: Actor): StoredProject =>
  write(db, () => {
    const { before, after, changes } = editOf(db, save);
    const head = liveHead(db, save.id);
    if (head.state === 'approved' && changes.length === 0) return read(db, save.id);
    keepDeclared(db, head, before, actor);
    writeContent(db, head, { before, after, changes });
    const revision = head.revision + 1;
    stepOn(db, head, { state: 'approved', revision, finished_at: actor.at }, actor);
    freeze(db, { pk: head.pk, revision }, 'approved', after, actor);
    const state: FieldChange[] =
      head.state === 'approved' ? [] : [{ path: 'state', before: head.state, after: 'approved' }];
    addRevision(db, { pk: head.pk, version: head.version + 1 }, 'approve', [...state, ...changes], actor);
    writeProgress(db, save);
    return read(db, save.id);
  });

/** Freezes a new project as approved: an approval that nothing was declared for here. */
export const approveNew = (db: Db, id: string, actor: Actor): StoredProject =>
  write(db, () => {
    const head = liveHead(db, id);
    freeze(db, head, 'approved', contentOf(db, head), actor);
    stepOn(db, head, { state: 'approved', finished_at: actor.at }, actor);
    const change = { path: 'state', before: head.state, after: 'approved' };
    addRevision(db, { pk: head.pk, version: head.version + 1 }, 'approve', [change], actor);
    return read(db, id);
  });

/** What an import did to one project; `versionBefore` and `stateBefore` are null where it made it. */
export interface ImportedProject {
  readonly id: string;
  readonly versionBefore: number | null;
  readonly stateBefore: ProjectState | null;
  readonly versionAfter: number;
}

/** Whether a project could be put back: `changed` since then, or `gone` (deleted) already. */
export type PutBack = 'done' | 'changed' | 'gone';

/**
 * Takes back what an import did to one project: one it made is deleted (restoreProjects brings it back), one it changed gets
 * its former content and state again, as a revision of its own. Refused where somebody changed it since.
 */
export const takeBack = (
  db: Db,
  { id, versionBefore, stateBefore, versionAfter }: ImportedProject,
  progress: (content: ProjectContent, unitId: string) => ProjectSave['progress'],
  actor: Actor,
): PutBack =>
  write(db, () => {
    const head = anyHead(db, id);
    if (head.deletedAt !== null) return 'gone';
    if (head.version !== versionAfter) return 'changed';
    if (versionBefore === null || stateBefore === null) {
      updateHead(db, head.pk, { deleted_at: actor.at });
      addRevision(db, head, 'undo', [{ path: 'deletedAt', before: null, after: actor.at }], actor);
      return 'done';
    }
    const after = contentOf(db, head);
    const before = contentBefore(db, head, after, versionBefore);
    restoreFormer(db, head, { after, before, stateBefore }, actor);
    writeProgress(db, { id, progress: progress(before, head.unitId) });
    return 'done';
  });

/** Undoes every change since a version, newest first; that version is the one before an import. */
const contentBefore = (db: Db, head: Head, after: ProjectContent, version: number): ProjectContent =>
  all<{ changes: string }>(
    db,
    'SELECT changes FROM revisions WHERE project = ? AND version > ? ORDER BY id DESC',
    ...[head.pk, version],
  )
    .map(({ changes }) => JSON.parse(changes) as FieldChange[])
    .reduce((content, changes) => undoChanges(content, changes.filter(isOfContent)), after);

const isOfContent = ({ path }: FieldChange): boolean => path !== 'state' && path !== 'deletedAt';

interface Former {
  readonly after: ProjectContent;
  readonly before: ProjectContent;
  readonly stateBefore: ProjectState;
}

const restoreFormer = (db: Db, head: Head, { after, before, stateBefore }: Former, actor: Actor): void => {
  const changes = diffContent(after, before);
  writeContent(db, head, { before: after, after: before, changes });
  forgetApproval(db, head, stateBefore);
  const revision = head.revision + 1;
  const frozen = stateBefore !== 'draft';
  stepOn(db, head, { state: stateBefore, revision, finished_at: frozen ? actor.at : null }, actor);
  if (frozen) freeze(db, { pk: head.pk, revision }, stateBefore, before, actor);
  const state: FieldChange[] =
    head.state === stateBefore ? [] : [{ path: 'state', before: head.state, after: stateBefore }];
  addRevision(db, { pk: head.pk, version: head.version + 1 }, 'undo', [...state, ...changes], actor);
};

/** An approval that is taken back was none: what it froze itself goes, what was finished is called so again. */
const forgetApproval = (db: Db, { pk, state, revision }: Head, stateBefore: ProjectState): void => {
  if (state !== 'approved') return;
  dropVersion(db, pk, revision);
  if (stateBefore === 'draft') dropVersion(db, pk, revision - 1);
  else renameVersion(db, pk, revision - 1, 'declared', 'finished');
};

const editOf = (
  db: Db,
  save: ProjectSave,
): { before: ProjectContent; after: ProjectContent; changes: FieldChange[] } => {
  const head = liveHead(db, save.id);
  if (head.version !== save.version) throw staleImport(head);
  const before = contentOf(db, head);
  const after = wellFormed(save.content);
  return { before, after, changes: diffContent(before, after) };
};

/** A frozen project is opened as a revision of its own; a draft stays as it is. */
const openAgain = (db: Db, id: string, actor: Actor): Head => {
  const head = liveHead(db, id);
  if (head.state === 'draft') return head;
  stepOn(db, head, { state: 'draft', revision: head.revision + 1, finished_at: null }, actor);
  const change = { path: 'state', before: head.state, after: 'draft' };
  addRevision(db, { pk: head.pk, version: head.version + 1 }, 'reopen', [change], actor);
  return liveHead(db, id);
};

const keepDeclared = (db: Db, head: Head, content: ProjectContent, actor: Actor): void => {
  if (head.state === 'draft') freeze(db, head, 'declared', content, actor);
  if (head.state === 'finished') renameVersion(db, head.pk, head.revision, 'finished', 'declared');
};

type Step = Partial<Record<'state' | 'revision' | 'finished_at', string | number | null>>;

/** Writes what changed of the head, one version further. */
const stepOn = (db: Db, head: Head, step: Step, actor: Actor): void => {
  updateHead(db, head.pk, { ...step, version: head.version + 1, updated_at: actor.at });
};

const writeProgress = (db: Db, { id, progress }: Pick<ProjectSave, 'id' | 'progress'>): void => {
  const head = anyHead(db, id);
  const { requiredDone, requiredAll } = progress;
  if (requiredDone === head.requiredDone && requiredAll === head.requiredAll) return;
  updateHead(db, head.pk, { required_done: requiredDone, required_all: requiredAll });
};

const read = (db: Db, id: string): StoredProject => {
  const head = liveHead(db, id);
  return storedProject(head, contentOf(db, head));
};

const staleImport = (head: Head): ExpectedError =>
  new ExpectedError(
    'stale',
    `项目“${head.name}”核对以后又在别处改过，这次导入没有存入，以免盖掉那边的内容。`,
    '请重新核对这个项目后再存入。',
  );
