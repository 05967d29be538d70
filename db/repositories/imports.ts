import { ExpectedError } from '../../shared/model/errors.ts';
import type { Year } from '../../shared/model/unit.ts';
import { all, one, run, type Db, type Readable } from '../connection.ts';
import type { Actor } from '../types.ts';
import { anyHead } from './heads.ts';
import type { ImportedProject } from './imported-projects.ts';

/* The runs of imports: what each did, kept so that it can be told and taken back, after a restart too. */

/** An import about to be written down. `outcome` and `trace` are the app's own JSON. */
export interface NewImport {
  readonly id: string;
  readonly year: Year;
  /** Names of what was read. */
  readonly files: readonly string[];
  /** What it did, as it is shown. */
  readonly outcome: unknown;
  /** What it stored beside projects, as taking back needs it. */
  readonly trace: unknown;
  readonly projects: readonly ImportedProject[];
}

/** A run as it was written down. */
export interface StoredImport extends Omit<NewImport, 'projects'> {
  readonly at: string;
  readonly operator: string;
  /** null where it was not taken back. */
  readonly undoneAt: string | null;
}

/** Writes a run down. Must run inside the transaction of the import. */
export const addImport = (db: Db, { id, year, files, outcome, trace, projects }: NewImport, actor: Actor): void => {
  const pk = run(
    db,
    'INSERT INTO imports (id, at, operator, year, files, outcome, trace) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[id, actor.at, actor.operator, year, JSON.stringify(files), JSON.stringify(outcome), JSON.stringify(trace)],
  );
  for (const { id: project, versionBefore, stateBefore, versionAfter } of projects)
    run(
      db,
      `INSERT INTO import_projects (import, project, version_before, state_before, version_after)
       VALUES (?, ?, ?, ?, ?)`,
      ...[pk, anyHead(db, project).pk, versionBefore, stateBefore, versionAfter],
    );
};

/** The newest runs, newest first. */
export const listImports = (db: Readable, limit: number): StoredImport[] =>
  all<ImportRow>(db, `${READ} ORDER BY pk DESC LIMIT ?`, limit).map(toImport);

/** @throws ExpectedError not-found */
export const getImport = (db: Readable, id: string): StoredImport => {
  const row = one<ImportRow>(db, `${READ} WHERE id = ?`, id);
  if (row) return toImport(row);
  throw new ExpectedError('not-found', '找不到这次导入的记录。', '请刷新后再试。');
};

/** What a run did to projects, the last first, as it is taken back. */
export const importedProjects = (db: Readable, id: string): ImportedProject[] =>
  all<ImportedProject>(
    db,
    `SELECT projects.id, version_before AS versionBefore, state_before AS stateBefore, version_after AS versionAfter
     FROM import_projects JOIN imports ON imports.pk = import JOIN projects ON projects.pk = project
     WHERE imports.id = ? ORDER BY project DESC`,
    id,
  );

/** Notes that a run was taken back. Must run inside the transaction of doing so. */
export const markUndone = (db: Db, id: string, actor: Actor): void => {
  run(db, 'UPDATE imports SET undone_at = ? WHERE id = ?', actor.at, id);
};

/** States of the projects a run stored, as they are now: what was changed since can't be taken back. */
export const countUntouched = (db: Readable, id: string): number =>
  one<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM import_projects JOIN imports ON imports.pk = import
       JOIN projects ON projects.pk = project
     WHERE imports.id = ? AND projects.version = version_after AND deleted_at IS NULL`,
    id,
  )?.count ?? 0;

interface ImportRow extends Omit<StoredImport, 'files' | 'outcome' | 'trace'> {
  readonly files: string;
  readonly outcome: string;
  readonly trace: string;
}

const READ = 'SELECT id, at, operator, year, files, outcome, trace, undone_at AS undoneAt FROM imports';

// Only addImport writes these columns.
const toImport = (row: ImportRow): StoredImport => ({
  ...row,
  files: JSON.parse(row.files) as string[],
  outcome: JSON.parse(row.outcome) as unknown,
  trace: JSON.parse(row.trace) as unknown,
});
