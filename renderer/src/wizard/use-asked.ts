import { useMemo } from 'react';
import { askedOf } from '../../../shared/forms/asked.ts';
import type { AskedForm, StepId } from '../../../shared/forms/form.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import { stepsOf } from './steps.ts';

export interface Asked {
  readonly unit: Unit;
  /** What the forms of the unit ask for together. */
  readonly form: AskedForm;
  readonly steps: readonly StepId[];
}

/** What is asked for a project of a unit. */
export const useAsked = (unitId: string): Asked => {
  const state = useStart();
  const { settings, units } = state;
  const unit = units.find(({ id }) => id === unitId) ?? currentUnit(state);
  if (unit === null) throw new Error('a project without any unit');
  return useMemo(() => {
    const form = askedOf(unit, settings);
    return { unit, form, steps: stepsOf(form) };
  }, [unit, settings]);
};
