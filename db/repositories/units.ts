import { ExpectedError } from '../../shared/model/errors.ts';
import type { Unit, Year } from '../../shared/model/unit.ts';
import { all, one, run, write, type Db, type Readable, type SqlValue } from '../connection.ts';
import type { Actor, Recompute } from '../types.ts';
import { addOfficeRevision, fieldChanges } from './office-revisions.ts';
import { countProgressAnew } from './progress.ts';

/** All units, in the order they were made. */
export const listUnits = (db: Readable): Unit[] => all<UnitRow>(db, `${READ} ORDER BY pk`).map(toUnit);

/** Stores a new unit. */
export const createUnit = (db: Db, unit: Unit, actor: Actor): Unit =>
  write(db, () => {
    run(
      db,
      `INSERT INTO units (name, department, department_code, code, forms, tree, reviewer, id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...columns(unit),
    );
    addOfficeRevision(db, 'unit', unit.id, fieldChanges({}, { ...unit }), actor);
    return unit;
  });

/**
 * Stores a changed unit; nothing is written where nothing differs.
 * @param recompute where given, and the unit's forms or its tree changed: the progress of all its projects is counted anew
 * @throws ExpectedError not-found
 */
export const saveUnit = (db: Db, unit: Unit, actor: Actor, recompute?: Recompute): Unit =>
  write(db, () => {
    const row = one<UnitRow>(db, `${READ} WHERE id = ?`, unit.id);
    if (row === undefined) throw unknownUnit();
    const changes = fieldChanges({ ...toUnit(row) }, { ...unit });
    if (changes.length === 0) return unit;
    run(
      db,
      `UPDATE units SET name = ?, department = ?, department_code = ?, code = ?, forms = ?, tree = ?, reviewer = ?
       WHERE id = ?`,
      ...columns(unit),
    );
    addOfficeRevision(db, 'unit', unit.id, changes, actor);
    if (recompute && changes.some(({ path }) => path === 'forms' || path === 'tree'))
      countProgressAnew(db, unit.id, recompute);
    return unit;
  });

/** The years a unit declares for, newest first. */
export const listYears = (db: Readable, unitId: string): Year[] =>
  all<{ year: Year }>(db, 'SELECT year FROM unit_years WHERE unit_id = ? ORDER BY year DESC', unitId).map(
    ({ year }) => year,
  );

/** Adds a year to a unit; one that is there already stays. @throws ExpectedError not-found */
export const addYear = (db: Db, unitId: string, year: Year, actor: Actor): void =>
  write(db, () => {
    refuseUnknownUnit(db, unitId);
    if (listYears(db, unitId).includes(year)) return;
    run(db, 'INSERT INTO unit_years (unit_id, year) VALUES (?, ?)', unitId, year);
    addOfficeRevision(db, 'year', unitId, [{ path: 'year', before: null, after: year }], actor);
  });

/** @throws ExpectedError not-found where there is no such unit */
export const refuseUnknownUnit = (db: Readable, unitId: string): void => {
  if (one(db, 'SELECT 1 FROM units WHERE id = ?', unitId) === undefined) throw unknownUnit();
};

interface UnitRow extends Omit<Unit, 'forms'> {
  readonly forms: string;
}

const READ = 'SELECT id, name, department, department_code AS departmentCode, code, forms, tree, reviewer FROM units';

// Only createUnit, saveUnit and the column's default write `forms`.
const toUnit = (row: UnitRow): Unit => ({ ...row, forms: JSON.parse(row.forms) as Unit['forms'] });

/** The columns of a unit, its id last. */
const columns = (unit: Unit): SqlValue[] => [
  unit.name,
  unit.department,
  unit.departmentCode,
  unit.code,
  JSON.stringify(unit.forms),
  unit.tree,
  unit.reviewer,
  unit.id,
];

const unknownUnit = (): ExpectedError => new ExpectedError('not-found', '找不到这个单位。', '请先在设置里新建单位。');
