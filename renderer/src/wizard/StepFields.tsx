import { Stack } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import type { FieldDefinition, StepId } from '../../../shared/forms/form.ts';
import { FieldInput } from './FieldInput.tsx';
import { FundsStep } from './FundsStep.tsx';
import { IndicatorStep } from './IndicatorStep.tsx';
import { rowsOfStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** The boxes of one step, made from the form's definition. */
export const StepFields = memo(function StepFields({ step }: { readonly step: StepId }): ReactElement {
  const { form } = useWizard();
  if (step === 'funds') return <FundsStep />;
  if (rowsOfStep(form, step).length > 0) return <IndicatorStep step={step} />;
  return (
    <Stack gap="md" maw={640}>
      {form.fields
        .filter((field) => field.step === step)
        .map((field) =>
          field.path === 'goals.0' ? (
            <GoalBoxes key={field.path} field={field} />
          ) : (
            <FieldInput key={field.path} field={field} />
          ),
        )}
    </Stack>
  );
});

/** Imported papers may have several goals; each keeps its box. A new project has one. */
const GoalBoxes = ({ field }: { readonly field: FieldDefinition }): ReactElement => {
  const { getValues } = useWizard();
  const goals = getValues('goals');
  return (
    <>
      {goals.map((_goal, index) => (
        <FieldInput
          key={index}
          field={{ ...field, required: field.required && index === 0, hint: index === 0 ? field.hint : '' }}
          path={`goals.${index}`}
          label={index === 0 ? field.label : `${field.label}（第 ${index + 1} 段）`}
        />
      ))}
    </>
  );
};
