import { useState } from 'react';
import { currentUnit, useStart } from '../lib/start.ts';
import { addresseeOf, targetKey, type Addressee, type Target } from './addressee.ts';
import { hasPaperOfSeveral, sharesOf, type NamedShare } from './by-unit.ts';
import { printedYear, readySources, type Source } from './sources.ts';

/** Where everything goes: whose, which year, apart or together, and whether it is the county's 批复. */
export interface ImportTarget {
  readonly year: number;
  readonly setYear: (year: number) => void;
  /** The year the papers print where it is another one; null where not. */
  readonly otherYear: number | null;
  readonly addressee: Addressee | null;
  readonly target: Target | null;
  readonly setTarget: (key: string) => void;
  readonly shares: readonly NamedShare[];
  readonly apart: boolean;
  readonly setApart: (apart: boolean) => void;
  /** One of the papers is a 批复表, and whether there are others beside it. */
  readonly isApproval: boolean;
  readonly others: boolean;
  readonly approve: boolean;
  readonly setApprove: (approve: boolean) => void;
  /** Id of the unit it goes into; empty where one is made, or each goes into its own. */
  readonly unitId: string;
}

/** What the clerk chose, else what the papers propose. */
export const useTarget = (sources: readonly Source[]): ImportTarget => {
  const state = useStart();
  const [chosenYear, setYear] = useState<number | null>(null);
  const [chosenKey, setTarget] = useState<string | null>(null);
  const [chosenApart, setApart] = useState<boolean | null>(null);
  const [chosenApprove, setApprove] = useState<boolean | null>(null);
  const ready = readySources(sources);
  const unit = currentUnit(state);
  const addressee = unit === null ? null : addresseeOf(ready, unit, state.units);
  const target = addressee && (addressee.targets.find((one) => targetKey(one) === chosenKey) ?? addressee.proposed);
  const printed = printedYear(sources);
  const year = chosenYear ?? (state.empty ? (printed ?? state.settings.year) : state.settings.year);
  const shares = sharesOf(ready);
  const apart = shares.length > 1 && (chosenApart ?? hasPaperOfSeveral(ready));
  const isApproval = ready.some(({ preview }) => preview.isApproval);
  return {
    year,
    setYear,
    otherYear: printed !== null && printed !== year ? printed : null,
    addressee,
    target,
    setTarget,
    shares,
    apart,
    setApart,
    isApproval,
    others: ready.some(({ preview }) => !preview.isApproval),
    approve: chosenApprove ?? isApproval,
    setApprove,
    unitId: target?.kind === 'unit' ? target.unit.id : '',
  };
};
