import type { Fen } from '../../shared/model/money.ts';
import type { ProjectState } from '../../shared/model/project.ts';
import { searchKey } from '../../shared/model/search.ts';
import { one, tuples, type Readable } from '../connection.ts';
import type { ListPage, ListQuery } from '../types.ts';

/*
 * What 项目一览 is searched, summed and sorted by is kept in memory, one entry a project: SQLite takes 80 ms to look at
 * 100,000 rows, memory 5. The entries follow the database: before every answer those with a newer `change` are read
 * again, whoever wrote them, this process or another.
 */

/** One project as the list knows it. */
export interface Entry {
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

/** All projects of one unit and year. */
export interface List {
  readonly unitId: string;
  readonly year: number;
  /** Position 1 is in slot 0 and so on; deleted projects keep their slot. */
  readonly entries: Entry[];
  /** Slots in ascending order, by what they are sorted by; made when first asked for. */
  readonly orders: Map<ListQuery['sort'], Uint32Array>;
  /** The last search. */
  found: Found | null;
  readonly unitKeys: Map<string, string>;
  /** Highest `change` looked at. */
  seen: number;
}

/** What a query finds, remembered until something changes: scrolling and sorting ask for the same again and again. */
export interface Found {
  readonly key: string;
  /** 1 for every slot that is found. */
  readonly hits: Uint8Array;
  readonly count: number;
  readonly sums: ListPage['sums'];
}

const lists = new WeakMap<Readable, Map<string, List>>();

/** How many lists stay in memory a connection: this year's and last year's, of two units. */
const KEPT = 4;

/** The list of a unit and year as it stands in the database now. */
export const freshList = (db: Readable, { unitId, year }: Pick<ListQuery, 'unitId' | 'year'>): List => {
  let known = lists.get(db);
  if (known === undefined) lists.set(db, (known = new Map<string, List>()));
  const key = `${year} ${unitId}`;
  const list = known.get(key) ?? emptyList(unitId, year);
  known.delete(key);
  known.set(key, list);
  for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
  catchUp(db, list);
  return list;
};

const emptyList = (unitId: string, year: number): List => ({
  unitId,
  year,
  entries: [],
  orders: new Map(),
  found: null,
  unitKeys: new Map(),
  seen: 0,
});

type EntryTuple = [
  position: number,
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
  // A plus keeps SQLite off an index: a whole list is read by unit and year, the few that changed by `change`.
  const which =
    list.seen === 0 ? '+change > ? AND unit_id = ? AND year = ?' : 'change > ? AND +unit_id = ? AND +year = ?';
  const changed = tuples<EntryTuple>(
    db,
    `SELECT position, id, deleted_at IS NULL, state, total_fen, fiscal_fen, other_fen, search, implementing_unit
     FROM projects WHERE ${which} ORDER BY position`,
    ...[list.seen, list.unitId, list.year],
  );
  list.seen = newest;
  if (changed.length === 0) return;
  list.orders.clear();
  list.found = null;
  for (const tuple of changed) list.entries[tuple[0] - 1] = toEntry(list, tuple);
};

const toEntry = (list: List, tuple: EntryTuple): Entry => {
  const [, id, live, state, totalFen, fiscalFen, otherFen, search, unitName] = tuple;
  return { id, live: live === 1, state, totalFen, fiscalFen, otherFen, search, unit: unitKey(list, unitName) };
};

const unitKey = (list: List, name: string): string => {
  let key = list.unitKeys.get(name);
  if (key === undefined) list.unitKeys.set(name, (key = searchKey(name)));
  return key;
};
