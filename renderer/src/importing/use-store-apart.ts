import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useSaveSettings } from '../lib/use-save-settings.ts';
import { tellStored } from './ResultNote.tsx';
import type { ReadySource } from './sources.ts';
import type { Confirm, Stored } from './use-confirm.ts';

/** Stores each project in the unit its paper names, and shows one of these units next. */
export const useStoreApart = (
  confirm: Confirm,
  onStored: (stored: Stored) => void,
): ((sources: readonly ReadySource[], year: number) => Promise<void>) => {
  const state = useStart();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const saveSettings = useSaveSettings();
  const [, navigate] = useLocation();
  const unit = currentUnit(state);
  return async (sources, year) => {
    const stored = await confirm.confirm(sources, { unitId: unit?.id ?? '', year, byUnit: true });
    if (!stored) return;
    // Units may have been made.
    await queryClient.invalidateQueries(trpc.start.state.queryFilter());
    if (!unit) {
      navigate('/');
      tellStored(stored, confirm);
      return;
    }
    const shown = stored.unitIds.includes(unit.id) ? unit.id : (stored.unitIds[0] ?? unit.id);
    if (year !== state.settings.year || shown !== unit.id) {
      await saveSettings({ ...state.settings, unitId: shown, year });
    }
    onStored(stored);
  };
};
