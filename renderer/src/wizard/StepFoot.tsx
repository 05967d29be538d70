import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import type { StepId } from '../../../shared/forms/form.ts';
import { neighbour, STEP_LABELS } from './steps.ts';
import classes from './Wizard.module.css';

/** Below the form: the steps before and after; at the end 完成. */
export const StepFoot = ({
  steps,
  step,
  onStep,
  finish,
}: {
  readonly steps: readonly StepId[];
  readonly step: StepId;
  readonly onStep: (step: StepId) => void;
  /** Null for a project that is finished already. */
  readonly finish: { readonly busy: boolean; readonly complete: boolean; readonly run: () => void } | null;
}): ReactElement => {
  const before = neighbour(steps, step, -1);
  const after = neighbour(steps, step, 1);
  return (
    <div className={classes.foot}>
      <Button variant="default" disabled={before === step} title="Ctrl+↑" onClick={() => onStep(before)}>
        上一步
      </Button>
      {after !== step && (
        <Button title="Ctrl+↓" onClick={() => onStep(after)}>
          下一步：{STEP_LABELS[after]}
        </Button>
      )}
      {after === step && finish && (
        <Button
          loading={finish.busy}
          variant={finish.complete ? 'filled' : 'default'}
          data-first=""
          data-enter-stop=""
          onClick={finish.run}
        >
          完成
        </Button>
      )}
    </div>
  );
};
