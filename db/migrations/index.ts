import type { Db, Readable } from '../connection.ts';
import { foundation } from './001-foundation.ts';
import { everyForm } from './002-every-form.ts';
import { importsAndApproval } from './003-imports-and-approval.ts';
import { templates } from './004-templates.ts';
import type { Migration } from './migration.ts';

export type { Migration };

/** Every step from an empty file to today's schema, in order. */
export const MIGRATIONS: readonly Migration[] = [foundation, everyForm, importsAndApproval, templates];

/** Marks a file as ours among all SQLite files: the letters JXTB as a number. */
export const APPLICATION_ID = 0x4a585442;

/** The step a database stands at; 0 for an empty file. */
export const schemaVersion = (db: Readable): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings a database to the last step, each step in one transaction with its user_version: a kill or an error in the
 * middle leaves the database as it was before that step, and of two processes that start at once one does the work.
 */
export const migrate = (db: Db, steps: readonly Migration[]): void => {
  checkContiguous(steps);
  for (const step of steps)
    db.transaction(() => {
      if (schemaVersion(db) >= step.number) return;
      db.exec(step.sql);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${step.number}`);
    }).immediate();
};

const checkContiguous = (steps: readonly Migration[]): void => {
  const wrong = steps.findIndex((step, index) => step.number !== index + 1);
  if (wrong >= 0) throw new Error(`migration ${String(steps[wrong]?.name)} must have the number ${wrong + 1}`);
};
