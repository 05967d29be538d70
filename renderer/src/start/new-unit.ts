import { isBlank } from '../../../shared/model/text.ts';
import { UNIT_DEFAULTS, type Year } from '../../../shared/model/unit.ts';
import type { Inputs } from '../lib/trpc.ts';

export type NewUnit = Inputs['start']['createUnit'];

/** A unit nothing is said of yet. */
export const blankUnit = (year: Year, operator: string): NewUnit => ({
  name: '',
  department: '',
  departmentCode: '',
  code: '',
  ...UNIT_DEFAULTS,
  year,
  operator,
});

/** The unit as it will be stored: a department left blank is the unit itself. */
export const completed = (unit: NewUnit): NewUnit => ({
  ...unit,
  name: unit.name.trim(),
  department: isBlank(unit.department) ? unit.name.trim() : unit.department.trim(),
});

/** The same for one more unit: who fills in is known by then. */
export const furtherUnit = (unit: NewUnit): Inputs['units']['create'] => {
  const { name, department, departmentCode, code, forms, tree, reviewer, year } = completed(unit);
  return { name, department, departmentCode, code, forms, tree, reviewer, year };
};
