import { createContext, useContext } from 'react';
import type { Unit } from '../../../shared/model/unit.ts';
import type { Outputs } from './trpc.ts';

export type StartState = Outputs['start']['state'];

export const StartContext = createContext<StartState | null>(null);

/** What the program said when the window opened (kept fresh): settings, units, years, host. */
export const useStart = (): StartState => {
  const state = useContext(StartContext);
  if (!state) throw new Error('useStart outside of StartGate');
  return state;
};

/** The unit that is being worked for; null before there is one. */
export const currentUnit = (state: StartState): Unit | null =>
  state.units.find((unit) => unit.id === state.settings.unitId) ?? state.units[0] ?? null;
