import { Stack } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import type { StepId } from '../../../shared/forms/form.ts';
import { FieldBoxes } from './FieldBoxes.tsx';
import { FundsStep } from './FundsStep.tsx';
import { IndicatorStep } from './IndicatorStep.tsx';
import { MidtermStep } from './MidtermStep.tsx';
import { rowsOfStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** The boxes of one step, made from what the unit's forms ask. */
export const StepFields = memo(function StepFields({ step }: { readonly step: StepId }): ReactElement {
  const { form } = useWizard();
  if (step === 'funds') return <FundsStep />;
  if (step === 'midterm') return <MidtermStep />;
  if (rowsOfStep(form, step).length > 0) return <IndicatorStep step={step} />;
  return (
    <Stack gap="md" maw={640}>
      <FieldBoxes fields={form.fields.filter((field) => field.step === step)} />
    </Stack>
  );
});
