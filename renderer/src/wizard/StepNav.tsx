import { Badge, NavLink, Stack } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import type { StepId } from '../../../shared/forms/form.ts';
import { STEP_LABELS } from './steps.ts';

/** The steps and how much each still lacks. Alt+1…9 and Ctrl+↑/↓ do the same. */
export const StepNav = memo(function StepNav({
  steps,
  step,
  counts,
  onStep,
}: {
  readonly steps: readonly StepId[];
  readonly step: StepId;
  readonly counts: Readonly<Record<StepId, number>>;
  readonly onStep: (step: StepId) => void;
}): ReactElement {
  return (
    <Stack component="nav" aria-label="填报步骤" gap={2}>
      {steps.map((each, index) => (
        <NavLink
          key={each}
          component="button"
          active={each === step}
          {...(each === step ? { 'aria-current': 'step' as const } : {})}
          label={`${index + 1}. ${STEP_LABELS[each]}`}
          title={`Alt+${index + 1}`}
          rightSection={<GapCount count={counts[each]} />}
          onClick={() => onStep(each)}
          px="xs"
          py={6}
        />
      ))}
    </Stack>
  );
});

const GapCount = ({ count }: { readonly count: number }): ReactElement =>
  count === 0 ? (
    <Badge color="teal" variant="light" circle aria-label="没有缺项">
      ✓
    </Badge>
  ) : (
    <Badge color="orange" variant="filled" circle aria-label={`还缺 ${count} 项`}>
      {count}
    </Badge>
  );
