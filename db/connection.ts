import type Database from 'better-sqlite3';
import { expectedDatabaseError } from './errors.ts';

/** The open database of one installation; the only thing that may write. */
export type Db = Database.Database;

/** What reading needs: functions that take this are used on read-only connections (backups, doctor) too. */
export type Readable = Pick<Db, 'prepare' | 'pragma'>;

/** What SQLite stores and what it is asked with. */
export type SqlValue = string | number | null | Buffer;

type Statement = Database.Statement<SqlValue[]>;

const prepared = new WeakMap<Readable, Map<string, Statement>>();

/** Prepares each SQL text once a connection. Texts come from the source code alone, so there are few. */
const statement = (db: Readable, sql: string, prepare: (sql: string) => Statement): Statement => {
  let known = prepared.get(db);
  if (known === undefined) prepared.set(db, (known = new Map<string, Statement>()));
  let found = known.get(sql);
  if (found === undefined) known.set(sql, (found = prepare(sql)));
  return found;
};

const plain = (db: Readable, sql: string): Statement => statement(db, sql, (text) => db.prepare(text));

/** All rows of a query. The row type stands beside the SQL it describes. */
export const all = <Row>(db: Readable, sql: string, ...values: SqlValue[]): Row[] =>
  plain(db, sql).all(...values) as Row[];

/** All rows of a query as tuples, for the few queries that read very many. */
export const tuples = <Tuple extends readonly SqlValue[]>(db: Readable, sql: string, ...values: SqlValue[]): Tuple[] =>
  statement(db, `${sql} -- tuples`, (text) => db.prepare<SqlValue[]>(text).raw()).all(...values) as Tuple[];

/** The first row of a query, or undefined. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names what the SQL beside it answers
export const one = <Row>(db: Readable, sql: string, ...values: SqlValue[]): Row | undefined =>
  plain(db, sql).get(...values) as Row | undefined;

/** Runs one change; answers the rowid SQLite gave, for inserts. */
export const run = (db: Db, sql: string, ...values: SqlValue[]): number =>
  Number(plain(db, sql).run(...values).lastInsertRowid);

/**
 * Runs a change in one transaction that takes the write lock at once, so that waiting for another process happens
 * here and nowhere else. Everything of it is stored, or nothing. Known SQLite errors come out as ExpectedError.
 */
export const write = <Result>(db: Db, change: () => Result): Result => {
  try {
    return db.transaction(change).immediate();
  } catch (error) {
    throw expectedDatabaseError(error);
  }
};
