import { fold, isBlank } from './text.ts';
import type { Unit } from './unit.ts';

/** What tells a department: its code where both print one, else its name; a unit without any is a department of its own. */
export type DepartmentOf = Pick<Unit, 'name' | 'department' | 'departmentCode'>;

/** Whether two units stand under the same department, so that one table may hold both. */
export const sameDepartment = (one: DepartmentOf, other: DepartmentOf): boolean =>
  isBlank(one.departmentCode) || isBlank(other.departmentCode)
    ? fold(one.department || one.name) === fold(other.department || other.name)
    : fold(one.departmentCode) === fold(other.departmentCode);
