import { all, run, write, type Db, type Readable } from '../connection.ts';
import type { Actor, StoredMapping } from '../types.ts';

/* How tables of no known form are read, as a clerk said once. */

/** Every kept mapping, the newest first. */
export const listMappings = (db: Readable): StoredMapping[] =>
  all<MappingRow>(db, `${READ} ORDER BY pk DESC`).map(toMapping);

/** The newest mapping of a signature; null where there is none. */
export const findMapping = (db: Readable, signature: string): StoredMapping | null => {
  const [row] = all<MappingRow>(db, `${READ} WHERE signature = ? ORDER BY pk DESC LIMIT 1`, signature);
  return row ? toMapping(row) : null;
};

/** Keeps a mapping: a new one, or in place of the one with the same id. */
export const saveMapping = (db: Db, { id, name, signature, mapping }: StoredMapping, actor: Actor): void => {
  write(db, () =>
    run(
      db,
      `INSERT INTO mappings (id, name, signature, at, operator, mapping) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, signature = excluded.signature, at = excluded.at,
         operator = excluded.operator, mapping = excluded.mapping`,
      ...[id, name, signature, actor.at, actor.operator, JSON.stringify(mapping)],
    ),
  );
};

/** Forgets a mapping; projects that were read by it stay as they are. */
export const removeMapping = (db: Db, id: string): void => {
  write(db, () => run(db, 'DELETE FROM mappings WHERE id = ?', id));
};

interface MappingRow extends Omit<StoredMapping, 'mapping'> {
  readonly mapping: string;
}

const READ = 'SELECT id, name, signature, mapping FROM mappings';

// Only saveMapping writes this column.
const toMapping = (row: MappingRow): StoredMapping => ({ ...row, mapping: JSON.parse(row.mapping) as unknown });
