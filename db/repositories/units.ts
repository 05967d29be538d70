import { ExpectedError } from '../../shared/model/errors.ts';
import type { Unit, Year } from '../../shared/model/unit.ts';
import { all, one, run, write, type Db, type Readable } from '../connection.ts';
import type { Actor } from '../types.ts';
import { addOfficeRevision, fieldChanges } from './office-revisions.ts';

/** All units, in the order they were made. */
export const listUnits = (db: Readable): Unit[] => all<Unit>(db, `${READ} ORDER BY pk`);

/** Stores a new unit. */
export const createUnit = (db: Db, unit: Unit, actor: Actor): Unit =>
  write(db, () => {
    run(
      db,
      'INSERT INTO units (id, name, department, department_code, code) VALUES (?, ?, ?, ?, ?)',
      ...[unit.id, unit.name, unit.department, unit.departmentCode, unit.code],
    );
    addOfficeRevision(db, 'unit', unit.id, fieldChanges({}, { ...unit }), actor);
    return unit;
  });

/** Stores a changed unit; nothing is written where nothing differs. @throws ExpectedError not-found */
export const saveUnit = (db: Db, unit: Unit, actor: Actor): Unit =>
  write(db, () => {
    const before = one<Unit>(db, `${READ} WHERE id = ?`, unit.id);
    if (before === undefined) throw unknownUnit();
    const changes = fieldChanges({ ...before }, { ...unit });
    if (changes.length === 0) return unit;
    run(
      db,
      'UPDATE units SET name = ?, department = ?, department_code = ?, code = ? WHERE id = ?',
      ...[unit.name, unit.department, unit.departmentCode, unit.code, unit.id],
    );
    addOfficeRevision(db, 'unit', unit.id, changes, actor);
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
    if (one(db, 'SELECT 1 FROM units WHERE id = ?', unitId) === undefined) throw unknownUnit();
    if (listYears(db, unitId).includes(year)) return;
    run(db, 'INSERT INTO unit_years (unit_id, year) VALUES (?, ?)', unitId, year);
    addOfficeRevision(db, 'year', unitId, [{ path: 'year', before: null, after: year }], actor);
  });

const READ = 'SELECT id, name, department, department_code AS departmentCode, code FROM units';

const unknownUnit = (): ExpectedError => new ExpectedError('not-found', '找不到这个单位。', '请先在设置里新建单位。');
