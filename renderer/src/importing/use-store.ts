import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { troubleOf, type Trouble } from '../lib/errors.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import { useSaveSettings } from '../lib/use-save-settings.ts';
import { useRefreshLists } from '../list/use-rows.ts';
import type { ImportResult } from './contract.ts';
import { confirmation, type ConfirmFile } from './confirmation.ts';
import type { ImportDraft } from './draft.ts';
import { useImporting } from './importing-context.ts';
import { readySources } from './sources.ts';
import { useRefreshMatches, type Matches } from './use-matches.ts';
import type { ImportTarget } from './use-target.ts';

export interface Store {
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /**
   * Stores what is taken of every file: all of it, or nothing.
   * @param which leaves the others on the page for later
   * @param unitId where it goes, in place of the one that was chosen: a unit that was just made
   * @returns what came of it; null where it failed, `trouble` then says why
   */
  readonly store: (which: (draft: ImportDraft) => boolean, unitId?: string) => Promise<ImportResult | null>;
}

/** The clerk's yes: one call for all files. */
export const useStore = (target: ImportTarget, matches: Matches): Store => {
  const client = useTRPCClient();
  const refresh = useRefreshLists();
  const refreshMatches = useRefreshMatches();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const state = useStart();
  const saveSettings = useSaveSettings();
  const { sources, dispatch, setResult } = useImporting();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const send = async (files: readonly ConfirmFile[], unitId: string): Promise<ImportResult> => {
    const { year, apart, approve } = target;
    const result = await client.imports.confirm.mutate({
      files: files.map(({ importId, projects }) => ({ importId, projects: [...projects] })),
      unitId,
      year,
      byUnit: apart,
      approve,
    });
    // Units may have been made, and years.
    if (apart) await queryClient.invalidateQueries(trpc.start.state.queryFilter());
    const unit = currentUnit(state);
    const shown = result.unitIds.includes(unit?.id ?? '') ? unit?.id : result.unitIds[0];
    // The clerk wants to see what was stored.
    if (unit && shown !== undefined && (year !== state.settings.year || shown !== unit.id)) {
      await saveSettings({ ...state.settings, unitId: shown, year });
    }
    return result;
  };
  const store: Store['store'] = async (which, unitId = target.unitId) => {
    setBusy(true);
    setTrouble(null);
    const ready = readySources(sources);
    const files = confirmation(ready, matches, which);
    let gone: ReadonlySet<string> = new Set();
    try {
      const result = await send(files, unitId);
      gone = new Set(ready.filter(({ drafts }) => drafts.every(which)).map(({ preview }) => preview.importId));
      dispatch({ type: 'stored', done: new Map(files.map(({ key, done }) => [key, done])) });
      setResult(result);
      return result;
    } catch (error) {
      setTrouble(troubleOf(error));
      return null;
    } finally {
      setBusy(false);
      await Promise.all([
        refresh(),
        queryClient.invalidateQueries(trpc.imports.recent.queryFilter()),
        refreshMatches(gone),
      ]);
    }
  };
  return { busy, trouble, store };
};
