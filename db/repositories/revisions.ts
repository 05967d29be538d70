import type { FieldChange, Actor, Revision, RevisionAction } from '../types.ts';
import { all, one, run, type Db, type Readable } from '../connection.ts';

/* Who changed what, when: one row a change, written in the transaction of the change itself. */

/** Typing of one operator within this time after its first change is one revision, in milliseconds. */
const SITTING = 10 * 60_000;

/** The revision an edit goes on with, when it belongs to the same sitting; null starts a new one. */
export const openSitting = (db: Readable, project: number, actor: Actor): OpenRevision | null => {
  const last = one<RevisionRow>(db, `${READ} WHERE project = ? ORDER BY revisions.id DESC LIMIT 1`, project);
  if (last?.action !== 'edit' || last.operator !== actor.operator) return null;
  const age = Date.parse(actor.at) - Date.parse(last.since);
  return age >= 0 && age < SITTING ? { id: last.id, changes: parseChanges(last.changes) } : null;
};

/** An edit that is still going on. */
export interface OpenRevision {
  readonly id: number;
  readonly changes: readonly FieldChange[];
}

/** Writes a new revision. Must run inside the transaction of the change. */
export const addRevision = (
  db: Db,
  project: { readonly pk: number; readonly version: number },
  action: RevisionAction,
  changes: readonly FieldChange[],
  actor: Actor,
): void => {
  run(
    db,
    `INSERT INTO revisions (project, version, since, at, operator, action, changes) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[project.pk, project.version, actor.at, actor.at, actor.operator, action, JSON.stringify(changes)],
  );
};

/** Goes on with an open revision: it now reaches to `version`, and its changes are those of the whole sitting. */
export const extendRevision = (
  db: Db,
  id: number,
  version: number,
  changes: readonly FieldChange[],
  at: string,
): void => {
  run(
    db,
    'UPDATE revisions SET version = ?, at = ?, changes = ? WHERE id = ?',
    version,
    at,
    JSON.stringify(changes),
    id,
  );
};

/** The newest revisions of a project, newest first, deleted projects too. */
export const listRevisions = (db: Readable, projectId: string, limit: number): Revision[] =>
  all<RevisionRow>(
    db,
    `${READ} JOIN projects ON projects.pk = revisions.project WHERE projects.id = ? ORDER BY revisions.id DESC LIMIT ?`,
    projectId,
    limit,
  ).map((row) => ({ ...row, projectId, changes: parseChanges(row.changes) }));

interface RevisionRow {
  readonly id: number;
  readonly version: number;
  readonly since: string;
  readonly at: string;
  readonly operator: string;
  readonly action: RevisionAction;
  readonly changes: string;
}

const READ = `SELECT revisions.id, revisions.version, since, at, operator, action, changes FROM revisions`;

// Only addRevision and extendRevision write this column.
const parseChanges = (json: string): FieldChange[] => JSON.parse(json) as FieldChange[];
