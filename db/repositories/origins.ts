import { all, one, type Readable } from '../connection.ts';

/* 结转: which project of last year one goes back to. The link stays when either is deleted. */

/** Id of the project it was carried over from; null where it was not. */
export const carriedFrom = (db: Readable, id: string): string | null =>
  one<{ origin: string | null }>(db, 'SELECT carried_from AS origin FROM projects WHERE id = ?', id)?.origin ?? null;

/** Ids of the projects that were carried over from one, those that are not deleted. */
export const carriedTo = (db: Readable, id: string): string[] =>
  all<{ id: string }>(db, 'SELECT id FROM projects WHERE carried_from = ? AND deleted_at IS NULL ORDER BY pk', id).map(
    (row) => row.id,
  );
