import { listProjects } from '../../../db/index.ts';
import { fold } from '../../../shared/model/text.ts';
import type { Year } from '../../../shared/model/unit.ts';
import type { Program } from '../program.ts';

/** A stored project as it is found by name. */
export interface StoredName {
  readonly id: string;
  readonly name: string;
}

/** Stored projects of a unit's year by their folded names. */
export const namesIn = (program: Program, unitId: string, year: Year): Map<string, StoredName> => {
  const { rows } = listProjects(program.db, {
    ...{ unitId, year, search: '', sort: 'position', descending: false, state: null, offset: 0 },
    limit: 1_000_000,
  });
  return new Map(rows.map(({ id, name }) => [fold(name), { id, name }]));
};
