import { createContext, useContext } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { AskedForm } from '../../../shared/forms/form.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Settings, Unit, Year } from '../../../shared/model/unit.ts';
import type { Hints } from './hints.ts';
import type { LastYearStore } from './last-year.ts';
import type { TellDone } from './use-undoable.ts';

/** What every field of the wizard needs. Stable while the project is open: typing re-renders one field, not all. */
export interface WizardTools extends Pick<UseFormReturn<ProjectContent>, 'control' | 'setValue' | 'getValues'> {
  /** What is wrong with which field, for the line below its box. */
  readonly hints: Hints;
  /** What stood in which field last year, for the line below its box. */
  readonly last: LastYearStore;
  /** What the forms of the unit ask for together. */
  readonly form: AskedForm;
  /** The list the project is in. */
  readonly where: { readonly unitId: string; readonly year: Year };
  readonly settings: Settings;
  readonly units: readonly Unit[];
  /** Finished or approved: to read, not to change. */
  readonly locked: boolean;
  /** After a deed on many boxes at once. */
  readonly tellDone: TellDone;
}

export const WizardContext = createContext<WizardTools | null>(null);

/** The tools of the project that is open. */
export const useWizard = (): WizardTools => {
  const tools = useContext(WizardContext);
  if (!tools) throw new Error('useWizard outside of a wizard');
  return tools;
};
