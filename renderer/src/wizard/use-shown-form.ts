import { useState } from 'react';
import { formIdSchema, type FormId } from '../../../shared/model/form-id.ts';
import type { Unit } from '../../../shared/model/unit.ts';

const keyOf = (unitId: string): string => `jixiao paper ${unitId}`;

/** The form whose paper is shown beside the boxes: the one chosen last for this unit, else its first. */
export const useShownForm = ({ id, forms }: Unit): readonly [FormId, (form: FormId) => void] => {
  const [chosen, setChosen] = useState(() => formIdSchema.safeParse(window.localStorage.getItem(keyOf(id))).data);
  const choose = (form: FormId): void => {
    setChosen(form);
    try {
      window.localStorage.setItem(keyOf(id), form);
    } catch {
      // The shelf is full or forbidden: remembered as long as the project is open.
    }
  };
  const [first = 'annex2'] = forms;
  return [chosen !== undefined && forms.includes(chosen) ? chosen : first, choose];
};
