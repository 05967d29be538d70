import { listUnits } from '../../../db/index.ts';
import { fold, isBlank } from '../../../shared/model/text.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { unitOf, type Program } from '../program.ts';

/** What tells a department: its code where both print one, else its name; a unit without any is a department of its own. */
type Department = Pick<Unit, 'name' | 'department' | 'departmentCode'>;

/** Whether two units stand under the same department, so that one table may hold both. */
export const sameDepartment = (one: Department, other: Department): boolean =>
  isBlank(one.departmentCode) || isBlank(other.departmentCode)
    ? fold(one.department || one.name) === fold(other.department || other.name)
    : fold(one.departmentCode) === fold(other.departmentCode);

/** All units of a unit's department, itself among them, in the order they were made. @throws ExpectedError not-found */
export const unitsOfDepartment = (program: Program, unitId: string): Unit[] => {
  const own = unitOf(program, unitId);
  return listUnits(program.db).filter((unit) => unit.id === own.id || sameDepartment(unit, own));
};
