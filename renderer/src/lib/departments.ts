import { sameDepartment } from '../../../shared/model/department.ts';
import type { Unit } from '../../../shared/model/unit.ts';

/** Units of one 主管部门, in the order in which they were made. */
export interface Department {
  readonly name: string;
  readonly units: readonly Unit[];
}

/** All units, put together by their department. */
export const unitsByDepartment = (units: readonly Unit[]): readonly Department[] => {
  const found: { name: string; units: Unit[] }[] = [];
  for (const unit of units) {
    const known = found.find(({ units: [first] }) => first !== undefined && sameDepartment(first, unit));
    if (known) known.units.push(unit);
    else found.push({ name: unit.department || unit.name, units: [unit] });
  }
  return found;
};

/** The unit and those under the same department. */
export const siblingsOf = (unit: Unit, units: readonly Unit[]): readonly Unit[] =>
  units.filter((other) => other.id === unit.id || sameDepartment(unit, other));
