import { listMappings, removeMapping, saveMapping } from '../../../db/index.ts';
import { actorOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';

/** How tables of no known form are read, as a clerk said once. */
export const mappingService = (program: Program): Services['mappings'] => ({
  list: () => listMappings(program.db),
  save: ({ id = program.newId(), name, signature, mapping }) => {
    const kept = { id, name, signature, mapping };
    saveMapping(program.db, kept, actorOf(program));
    return kept;
  },
  remove: (id) => {
    removeMapping(program.db, id);
    return { count: 1 };
  },
});
