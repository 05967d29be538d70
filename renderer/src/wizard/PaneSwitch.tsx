import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';

/** Which of form and paper is shown. */
export interface Panes {
  /** No room for both. */
  readonly narrow: boolean;
  readonly form: boolean;
  readonly paper: boolean;
  readonly showForm: () => void;
  readonly showPaper: (visible: boolean) => void;
}

/** In a narrow window: changes between form and paper. */
export const PaneSwitch = ({ panes }: { readonly panes: Panes }): ReactElement => (
  <SegmentedControl
    mb="sm"
    fullWidth
    aria-label="看表格还是纸面"
    value={panes.paper ? 'paper' : 'form'}
    onChange={(value) => panes.showPaper(value === 'paper')}
    data={[
      { value: 'form', label: '填写' },
      { value: 'paper', label: '纸面' },
    ]}
  />
);
