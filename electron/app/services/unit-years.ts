import { getUnitYear, saveUnitYear } from '../../../db/index.ts';
import { actorOf, unitOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';

export const unitYearService = (program: Program): Services['unitYears'] => ({
  get: ({ unitId, year }) => getUnitYear(program.db, unitOf(program, unitId).id, year),
  save: (save) => saveUnitYear(program.db, save, actorOf(program)),
});
