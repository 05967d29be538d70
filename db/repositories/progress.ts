import { all, type Db } from '../connection.ts';
import type { Recompute } from '../types.ts';
import { anyHead, contentOf, updateHead } from './heads.ts';

/**
 * Counts anew how much of what is required is there, in every project of a unit (null: of all units), deleted ones too.
 * No project changes by it: version, time and revisions stay. Must run inside a transaction.
 */
export const countProgressAnew = (db: Db, unitId: string | null, recompute: Recompute): void => {
  const ids = all<{ id: string }>(db, 'SELECT id FROM projects WHERE unit_id = ? OR ? IS NULL', unitId, unitId);
  for (const { id } of ids) {
    const head = anyHead(db, id);
    const { requiredDone, requiredAll } = recompute(head.unitId, contentOf(db, head));
    if (requiredDone === head.requiredDone && requiredAll === head.requiredAll) continue;
    updateHead(db, head.pk, { required_done: requiredDone, required_all: requiredAll });
  }
};
