import { listUnits } from '../../../db/index.ts';
import { sameDepartment } from '../../../shared/model/department.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { unitOf, type Program } from '../program.ts';

/** All units of a unit's department, itself among them, in the order they were made. @throws ExpectedError not-found */
export const unitsOfDepartment = (program: Program, unitId: string): Unit[] => {
  const own = unitOf(program, unitId);
  return listUnits(program.db).filter((unit) => unit.id === own.id || sameDepartment(unit, own));
};
