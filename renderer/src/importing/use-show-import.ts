import { useLocation } from 'wouter';
import { tellTrouble } from '../lib/notify.tsx';
import { currentUnit, useStart } from '../lib/start.ts';
import { rememberFor } from '../lib/use-remembered.ts';
import { useSaveSettings } from '../lib/use-save-settings.ts';
import { initialView, viewKey } from '../list/view.ts';

/** Goes to 项目一览 with only what one import stored. @returns takes the year it was stored in */
export const useShowImport = (): ((importId: string, year?: number) => void) => {
  const state = useStart();
  const saveSettings = useSaveSettings();
  const [, navigate] = useLocation();
  return (importId, year = state.settings.year) => {
    const show = (): void => {
      rememberFor(viewKey(currentUnit(state)?.id ?? '', year), { ...initialView, importId });
      navigate('/');
    };
    if (year === state.settings.year) show();
    else saveSettings({ ...state.settings, year }).then(show, tellTrouble);
  };
};
