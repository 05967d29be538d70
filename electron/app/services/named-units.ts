import { listUnits } from '../../../db/index.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { isNamed, type NamedUnit } from '../../../shared/recognise/named-unit.ts';
import { settingsOf, type Program } from '../program.ts';
import { addUnit, storeUnit } from './start.ts';

/** The stored unit a paper names; the one at hand where it names nobody; null where it is not stored yet. */
export const knownUnit = (program: Program, named: NamedUnit, atHand = settingsOf(program).unitId): Unit | null => {
  const known = listUnits(program.db);
  const own = named.name === '' ? known.find(({ id }) => id === atHand) : undefined;
  return known.find((unit) => isNamed(unit, named)) ?? own ?? null;
};

/** Stores a unit a paper names under an id of its own. Only the first unit of all becomes the one the window works in. */
export const makeUnit = (program: Program, named: Omit<Unit, 'id'>, year: Year): Unit => {
  const unit = { ...named, id: program.newId() };
  (listUnits(program.db).length === 0 ? addUnit : storeUnit)(program, unit, year, settingsOf(program).operator);
  return unit;
};
