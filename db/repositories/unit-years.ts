import { ExpectedError } from '../../shared/model/errors.ts';
import { emptyUnitYear, type UnitYearContent } from '../../shared/model/unit-year.ts';
import type { Year } from '../../shared/model/unit.ts';
import { one, run, write, type Db, type Readable } from '../connection.ts';
import type { Actor, StoredUnitYear, UnitYearSave } from '../types.ts';
import { wellFormed } from '../well-formed.ts';
import { addOfficeRevision, fieldChanges } from './office-revisions.ts';
import { refuseUnknownUnit } from './units.ts';

/** What a unit declares for a year beside its projects; empty, at version 0, where nothing is stored yet. */
export const getUnitYear = (db: Readable, unitId: string, year: Year): StoredUnitYear => {
  const row = one<UnitYearRow>(db, READ, unitId, year);
  if (row === undefined) return { unitId, year, version: 0, content: emptyUnitYear(), updatedAt: '' };
  const { version, updatedAt, ...content } = row;
  return { unitId, year, version, content, updatedAt };
};

/**
 * Stores it. Where nothing differs nothing is written and the version stays.
 * @throws ExpectedError not-found (no such unit), stale (somebody saved since `version`)
 */
export const saveUnitYear = (db: Db, save: UnitYearSave, actor: Actor): StoredUnitYear =>
  write(db, () => {
    const { unitId, year } = save;
    refuseUnknownUnit(db, unitId);
    const before = getUnitYear(db, unitId, year);
    if (before.version !== save.version) throw stale(year);
    const content = wellFormed(save.content);
    const changes = fieldChanges({ ...before.content }, { ...content });
    if (changes.length === 0) return before;
    const after = { unitId, year, version: before.version + 1, content, updatedAt: actor.at };
    store(db, after);
    const paths = changes.map((change) => ({ ...change, path: `${year}.${change.path}` }));
    addOfficeRevision(db, 'year', unitId, paths, actor);
    return after;
  });

interface UnitYearRow extends UnitYearContent {
  readonly version: number;
  readonly updatedAt: string;
}

const READ = `
SELECT version, updated_at AS updatedAt, overall_goals AS overallGoals, sub_goals AS subGoals, safeguards,
  printed_total AS printedTotal
FROM unit_year_contents WHERE unit_id = ? AND year = ?`;

const store = (db: Db, { unitId, year, version, content, updatedAt }: StoredUnitYear): void => {
  run(db, 'INSERT INTO unit_years (unit_id, year) VALUES (?, ?) ON CONFLICT DO NOTHING', unitId, year);
  run(
    db,
    `INSERT INTO unit_year_contents
       (unit_id, year, version, updated_at, overall_goals, sub_goals, safeguards, printed_total)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (unit_id, year) DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at,
       overall_goals = excluded.overall_goals, sub_goals = excluded.sub_goals, safeguards = excluded.safeguards,
       printed_total = excluded.printed_total`,
    ...[unitId, year, version, updatedAt],
    ...[content.overallGoals, content.subGoals, content.safeguards, content.printedTotal],
  );
};

const stale = (year: Year): ExpectedError =>
  new ExpectedError(
    'stale',
    `${year} 年的部门整体内容刚才在别处改过，这次没有保存，以免盖掉那边的内容。`,
    '请复制好自己的改动，重新打开这一页后再填。',
  );
