import { all, run, type Db, type Readable } from '../connection.ts';
import type { Actor, FieldChange } from '../types.ts';

/** A change of a unit, of its years, or of the settings. */
export interface OfficeRevision {
  readonly id: number;
  readonly subject: 'unit' | 'year' | 'settings';
  /** Id of the unit; empty for settings. */
  readonly subjectId: string;
  readonly at: string;
  readonly operator: string;
  readonly changes: readonly FieldChange[];
}

/** Writes who changed what beside the projects. Must run inside the transaction of the change. */
export const addOfficeRevision = (
  db: Db,
  subject: OfficeRevision['subject'],
  subjectId: string,
  changes: readonly FieldChange[],
  actor: Actor,
): void => {
  run(
    db,
    'INSERT INTO office_revisions (subject, subject_id, at, operator, changes) VALUES (?, ?, ?, ?, ?)',
    ...[subject, subjectId, actor.at, actor.operator, JSON.stringify(changes)],
  );
};

/** The newest changes beside the projects, newest first. */
export const listOfficeRevisions = (db: Readable, limit: number): OfficeRevision[] =>
  all<Omit<OfficeRevision, 'changes'> & { changes: string }>(
    db,
    `SELECT id, subject, subject_id AS subjectId, at, operator, changes FROM office_revisions
     ORDER BY id DESC LIMIT ?`,
    limit,
  ).map((row) => ({ ...row, changes: JSON.parse(row.changes) as FieldChange[] }));

/** The fields of `after` that `before` has otherwise; compared as they are stored, as JSON. */
export const fieldChanges = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] =>
  Object.entries(after)
    .filter(([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value))
    .map(([path, value]) => ({ path, before: before[path] ?? null, after: value }));
