import { useState } from 'react';
import type { Trouble } from '../lib/errors.ts';
import { troubleOf } from '../lib/errors.ts';
import { useTRPCClient } from '../lib/trpc.ts';
import { useRefreshLists } from '../list/use-rows.ts';
import type { ReadySource } from './sources.ts';

/** What was stored, for the result and its 撤销. */
export interface Stored {
  /** Of the run, for 撤销. */
  readonly importId: string;
  readonly added: number;
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
  readonly ids: readonly string[];
  /** The units they are in. */
  readonly unitIds: readonly string[];
  /** What became of the parts about the whole department, one sentence each. */
  readonly notes: readonly string[];
}

/** Where projects are stored. */
export interface ConfirmTarget {
  readonly unitId: string;
  readonly year: number;
  /** Each into the unit its paper names. */
  readonly byUnit?: boolean;
}

export interface Confirm {
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Stores what is taken of every source. @returns null where it failed; `trouble` then says why */
  readonly confirm: (sources: readonly ReadySource[], target: ConfirmTarget) => Promise<Stored | null>;
  /** @returns what stays all the same, one sentence each; null where it failed */
  readonly undo: (stored: Stored) => Promise<readonly string[] | null>;
}

/** The clerk's yes: one call for all files, stored whole or not at all. */
export const useConfirm = (): Confirm => {
  const client = useTRPCClient();
  const refresh = useRefreshLists();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const attempt = async <T>(act: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    setTrouble(null);
    try {
      return await act();
    } catch (error) {
      setTrouble(troubleOf(error));
      return null;
    } finally {
      setBusy(false);
      await refresh();
    }
  };
  const confirm: Confirm['confirm'] = (sources, { unitId, year, byUnit = false }) =>
    attempt(() => {
      const files = sources.map(({ preview, drafts }) => ({
        importId: preview.importId,
        projects: drafts.map(({ index, take, content }) => ({
          index,
          action: take ? ('add' as const) : ('skip' as const),
          content,
        })),
      }));
      return client.imports.confirm.mutate({ files, unitId, year, byUnit });
    });
  const undo: Confirm['undo'] = async (stored) =>
    (await attempt(() => client.imports.undo.mutate({ importId: stored.importId })))?.notes ?? null;
  return { busy, trouble, confirm, undo };
};
