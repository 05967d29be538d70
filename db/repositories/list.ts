import { searchKey, searchWords } from '../../shared/model/search.ts';
import type { Fen } from '../../shared/model/money.ts';
import type { ProjectState } from '../../shared/model/project.ts';
import { all, one, tuples, type Readable } from '../connection.ts';
import type { ListPage, ListQuery, ProjectRow } from '../types.ts';

/*
 * 项目一览. What the list is searched, summed and sorted by is kept in memory, one entry a project, because SQLite takes
 * 80 ms to look at 100,000 rows and memory 5. The entries follow the database: before every answer those with a newer
 * `change` are read again, whoever wrote them, this process or another.
 */

/** One page of the list, with count and sums over everything the query finds. */
export const listProjects = (db: Readable, query: ListQuery): ListPage => {
  const list = freshList(db, query);
  const found = find(inOrder(db, list, query.sort), query);
  return { rows: readRows(db, page(found, query)), count: found.length, sums: sumUp(found) };
};

/** Ids of everything a query finds, in the order of the list, for 全选. */
export const listProjectIds = (
  db: Readable,
  query: Pick<ListQuery, 'unitId' | 'year' | 'search' | 'state'>,
): string[] => {
  const list = freshList(db, query);
  return find(inOrder(db, list, 'position'), query).map((entry) => entry.id);
};

type Sort = ListQuery['sort'];

interface Entry {
  readonly pk: number;
  readonly id: string;
  readonly live: boolean;
  readonly state: ProjectState;
  readonly totalFen: Fen | null;
  readonly fiscalFen: Fen | null;
  readonly otherFen: Fen | null;
  /** What the project itself is found by, and what its 实施单位 is found by (one text shared by all of a unit). */
  readonly search: string;
  readonly unit: string;
}

interface List {
  readonly unitId: string;
  readonly year: number;
  readonly entries: Map<number, Entry>;
  /** Sorted ascending, made when first asked for, dropped when a change may have moved an entry. */
  readonly orders: Map<Sort, readonly Entry[]>;
  readonly unitKeys: Map<string, string>;
  /** Highest `change` looked at. */
  seen: number;
}

const lists = new WeakMap<Readable, Map<string, List>>();

/** How many lists stay in memory a connection: this year's and last year's, of two units. */
const KEPT = 4;

const freshList = (db: Readable, { unitId, year }: Pick<ListQuery, 'unitId' | 'year'>): List => {
  let known = lists.get(db);
  if (known === undefined) lists.set(db, (known = new Map<string, List>()));
  const key = `${year} ${unitId}`;
  const list = known.get(key) ?? { unitId, year, entries: new Map(), orders: new Map(), unitKeys: new Map(), seen: 0 };
  known.delete(key);
  known.set(key, list);
  for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
  catchUp(db, list);
  return list;
};

type EntryTuple = [
  pk: number,
  id: string,
  live: number,
  state: ProjectState,
  totalFen: Fen | null,
  fiscalFen: Fen | null,
  otherFen: Fen | null,
  search: string,
  unitName: string,
];

const catchUp = (db: Readable, list: List): void => {
  // Asked first: whatever is written while we look has a higher number and is read the next time.
  const newest = one<{ change: number | null }>(db, 'SELECT max(change) AS change FROM projects')?.change ?? 0;
  if (newest === list.seen) return;
  // The index on `change` serves the few that changed; a whole list is read by unit and year.
  const changed = tuples<EntryTuple>(
    db,
    `SELECT pk, id, deleted_at IS NULL, state, total_fen, fiscal_fen, other_fen, search, implementing_unit
     FROM projects WHERE ${list.seen === 0 ? '+change' : 'change'} > ? AND unit_id = ? AND year = ?`,
    ...[list.seen, list.unitId, list.year],
  );
  list.seen = newest;
  for (const tuple of changed) takeIn(list, toEntry(list, tuple));
};

/** A known entry changes in place: its position never does, so that order stays good. */
const takeIn = (list: List, entry: Entry): void => {
  const known = list.entries.get(entry.pk);
  if (known === undefined) list.entries.set(entry.pk, entry);
  else Object.assign(known, entry);
  for (const sort of [...list.orders.keys()]) if (known === undefined || sort !== 'position') list.orders.delete(sort);
};

const toEntry = (list: List, tuple: EntryTuple): Entry => {
  const [pk, id, live, state, totalFen, fiscalFen, otherFen, search, unitName] = tuple;
  return { pk, id, live: live === 1, state, totalFen, fiscalFen, otherFen, search, unit: unitKey(list, unitName) };
};

const unitKey = (list: List, name: string): string => {
  let key = list.unitKeys.get(name);
  if (key === undefined) list.unitKeys.set(name, (key = searchKey(name)));
  return key;
};

const ORDER_BY: Readonly<Record<Sort, string>> = {
  position: 'position',
  name: 'name_order, position',
  total: 'total_fen, position',
  progress: 'required_done * 1.0 / max(required_all, 1), position',
  state: 'state, position',
  updated: 'updated_at, position',
};

/** All entries in ascending order, deleted ones too; each order has its index in the database. */
const inOrder = (db: Readable, list: List, sort: Sort): readonly Entry[] => {
  const known = list.orders.get(sort);
  if (known !== undefined) return known;
  // One JSON text instead of 100,000 rows: a third of the time.
  const [row] = tuples<[string]>(
    db,
    `SELECT json_group_array(pk) FROM
       (SELECT pk FROM projects WHERE unit_id = ? AND year = ? ORDER BY ${ORDER_BY[sort]})`,
    ...[list.unitId, list.year],
  );
  const pks = JSON.parse(row?.[0] ?? '[]') as number[];
  const order = pks.map((pk) => list.entries.get(pk)).filter((entry) => entry !== undefined);
  list.orders.set(sort, order);
  return order;
};

const find = (order: readonly Entry[], { search, state }: Pick<ListQuery, 'search' | 'state'>): readonly Entry[] => {
  const words = searchWords(search);
  return order.filter(
    (entry) =>
      entry.live &&
      (state === null || entry.state === state) &&
      words.every((word) => entry.search.includes(word) || entry.unit.includes(word)),
  );
};

const page = (found: readonly Entry[], { descending, offset, limit }: ListQuery): Entry[] => {
  if (!descending) return found.slice(offset, offset + limit);
  const end = Math.max(found.length - offset, 0);
  return found.slice(Math.max(end - limit, 0), end).reverse();
};

const sumUp = (found: readonly Entry[]): ListPage['sums'] => {
  const sums = { totalFen: 0, fiscalFen: 0, otherFen: 0, withoutAmount: 0, draft: 0, finished: 0, approved: 0 };
  for (const entry of found) {
    sums.totalFen += entry.totalFen ?? 0;
    sums.fiscalFen += entry.fiscalFen ?? 0;
    sums.otherFen += entry.otherFen ?? 0;
    if (entry.totalFen === null) sums.withoutAmount += 1;
    sums[entry.state] += 1;
  }
  const { draft: drafts, ...rest } = sums;
  return { ...rest, drafts };
};

const readRows = (db: Readable, entries: readonly Entry[]): ProjectRow[] => {
  const rows = all<ProjectRow & { pk: number }>(
    db,
    `SELECT pk, id, position, name, implementing_unit AS implementingUnit, total_fen AS totalFen,
       fiscal_fen AS fiscalFen, other_fen AS otherFen, total_text AS totalText, required_done AS requiredDone,
       required_all AS requiredAll, state, version, updated_at AS updatedAt
     FROM projects WHERE pk IN (SELECT value FROM json_each(?))`,
    JSON.stringify(entries.map(({ pk }) => pk)),
  );
  const byPk = new Map(rows.map(({ pk, ...row }) => [pk, row]));
  return entries.flatMap(({ pk }) => byPk.get(pk) ?? []);
};
