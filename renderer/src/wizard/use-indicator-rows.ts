import { useFieldArray } from 'react-hook-form';
import type { Indicator } from '../../../shared/model/project.ts';
import type { IndicatorList } from './indicators.ts';
import { useWizard } from './wizard-context.ts';

/** What the editor sees of a list of indicators and does with it. */
export interface IndicatorRows {
  readonly name: IndicatorList;
  readonly fields: readonly (Indicator & { readonly key: string })[];
  readonly append: (indicator: Indicator, options: { readonly shouldFocus: false }) => void;
  readonly insert: (index: number, indicator: Indicator, options: { readonly shouldFocus: false }) => void;
  readonly remove: (index: number) => void;
  readonly swap: (index: number, other: number) => void;
}

/** The indicators of a list in the open project. */
export const useIndicatorRows = (name: IndicatorList): IndicatorRows => {
  const { control } = useWizard();
  // `id` is a field of the indicator: react-hook-form keeps its own key under another name.
  const list = useFieldArray({ control, name, keyName: 'key' });
  return { name, ...list };
};
