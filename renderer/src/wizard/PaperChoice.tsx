import { SegmentedControl, Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { formById } from '../../../shared/forms/index.ts';
import type { FormId } from '../../../shared/model/form-id.ts';
import classes from './Wizard.module.css';

/** More titles do not fit side by side. */
const SIDE_BY_SIDE = 3;
const LABEL = '看哪张表的纸面';

/** Above the paper, where the unit hands in several forms: which one is shown. */
export const PaperChoice = ({
  forms,
  shown,
  onShow,
}: {
  readonly forms: readonly FormId[];
  readonly shown: FormId;
  readonly onShow: (form: FormId) => void;
}): ReactElement | null => {
  if (forms.length < 2) return null;
  const data = forms.map((id) => ({ value: id, label: formById(id).title }));
  return (
    <div className={classes.paperChoice}>
      {forms.length > SIDE_BY_SIDE ? (
        <Select
          data={data}
          value={shown}
          onChange={(id) => id && onShow(id)}
          allowDeselect={false}
          aria-label={LABEL}
        />
      ) : (
        <SegmentedControl fullWidth data={data} value={shown} onChange={onShow} aria-label={LABEL} />
      )}
    </div>
  );
};
