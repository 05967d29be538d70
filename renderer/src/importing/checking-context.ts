import { createContext, useContext } from 'react';
import type { Alternative } from '../../../shared/recognise/recognised.ts';
import type { DraftDoubt, ImportDraft } from './draft.ts';
import type { FieldKey } from './field-keys.ts';

/** The draft that is being checked, and what can be done with its doubts. */
export interface Checking {
  readonly draft: ImportDraft;
  readonly accept: (doubt: number) => void;
  readonly take: (doubt: number, alternative: Alternative) => void;
  readonly reopen: (doubt: number) => void;
  /** Other projects with the very same doubt, still open. */
  readonly alike: (doubt: DraftDoubt) => number;
  readonly acceptAlike: (doubt: DraftDoubt) => void;
}

export const CheckingContext = createContext<Checking | null>(null);

export const useChecking = (): Checking => {
  const checking = useContext(CheckingContext);
  if (!checking) throw new Error('useChecking outside of CheckView');
  return checking;
};

/** The doubts that are shown at one field. */
export const useDoubtsAt = (field: FieldKey): readonly DraftDoubt[] =>
  useChecking().draft.doubts.filter((one) => one.field === field);
