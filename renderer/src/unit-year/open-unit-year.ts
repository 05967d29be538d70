import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '../../../electron/app/router.ts';
import { departed } from '../lib/departures.ts';
import type { Outputs } from '../lib/trpc.ts';
import { keyText, putBack, type UnitYearKey, type UnitYearStore } from './unsaved.ts';

export type StoredUnitYear = Outputs['unitYears']['get'];
type UnitYears = TRPCClient<AppRouter>['unitYears'];

/** A unit's year as it was opened. */
export interface OpenedUnitYear {
  readonly stored: StoredUnitYear;
  /** What became of text that could not be saved before: none, stored now, or the clerk must decide. */
  readonly unsaved: 'none' | 'back' | 'asking';
}

/**
 * Reads a unit's year, and stores what of it could not be saved before, where nobody is overwritten by that.
 * @throws where it can't be read
 */
export const openUnitYear = async (
  unitYears: UnitYears,
  store: UnitYearStore,
  key: UnitYearKey,
): Promise<OpenedUnitYear> => {
  const id = keyText(key);
  await departed(id);
  const stored = await unitYears.get.query({ ...key });
  const { content, needed, conflict } = putBack(stored.content, store.of(id));
  if (!needed) {
    store.discard(id);
    return { stored, unsaved: 'none' };
  }
  if (conflict) return { stored, unsaved: 'asking' };
  try {
    const saved = await unitYears.save.mutate({ ...key, version: stored.version, content });
    store.discard(id);
    return { stored: saved, unsaved: 'back' };
  } catch {
    return { stored, unsaved: 'asking' };
  }
};

/** The clerk wants the kept text: it goes over what is stored now. @throws where the program refuses even that */
export const bringBack = async (unitYears: UnitYears, store: UnitYearStore, key: UnitYearKey): Promise<void> => {
  const { version, content } = await unitYears.get.query({ ...key });
  const back = putBack(content, store.of(keyText(key)));
  if (back.needed) await unitYears.save.mutate({ ...key, version, content: back.content });
  store.discard(keyText(key));
};
