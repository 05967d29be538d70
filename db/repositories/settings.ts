import { settingsSchema, type Settings } from '../../shared/model/unit.ts';
import { all, run, write, type Db, type Readable } from '../connection.ts';
import type { Actor, Recompute } from '../types.ts';
import { addOfficeRevision, fieldChanges } from './office-revisions.ts';
import { countProgressAnew } from './progress.ts';

/** The stored settings. What is not stored yet, or no longer fits the schema, comes from `fallback`. */
export const loadSettings = (db: Readable, fallback: Settings): Settings => {
  const stored = readStored(db);
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const read = schema.safeParse(stored[key]);
    return [key, read.success ? read.data : fallback[key as keyof Settings]] as const;
  });
  return settingsSchema.parse(Object.fromEntries(entries));
};

/**
 * Stores settings, one row a setting, only those that differ.
 * @param recompute where given, and what weights add up to changed: the progress of all projects is counted anew
 */
export const saveSettings = (db: Db, settings: Settings, actor: Actor, recompute?: Recompute): void =>
  write(db, () => {
    const changes = fieldChanges(readStored(db), { ...settings });
    for (const { path, after } of changes)
      run(
        db,
        'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        ...[path, JSON.stringify(after)],
      );
    if (changes.length > 0) addOfficeRevision(db, 'settings', '', changes, actor);
    if (recompute && changes.some(({ path }) => path === 'weightSum')) countProgressAnew(db, null, recompute);
  });

const readStored = (db: Readable): Record<string, unknown> =>
  Object.fromEntries(
    all<{ key: string; value: string }>(db, 'SELECT key, value FROM settings').map(({ key, value }) => [
      key,
      JSON.parse(value) as unknown,
    ]),
  );
