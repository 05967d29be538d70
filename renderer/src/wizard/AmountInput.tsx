import { Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import type { FieldDefinition } from '../../../shared/forms/form.ts';
import { useFieldProps } from './use-field-props.ts';
import { readAmount } from './funds.ts';
import { useWizard } from './wizard-context.ts';
import classes from './Wizard.module.css';

/** An amount as typed, and below it how it was understood. */
export const AmountInput = ({ field }: { readonly field: FieldDefinition }): ReactElement => {
  const { control } = useWizard();
  const amountUnit = useWatch({ control, name: 'amountUnit' });
  const { description, error, ...props } = useFieldProps(field.path, field);
  const reading = readAmount(props.value, amountUnit);
  return (
    <div>
      <TextInput
        {...props}
        error={error}
        description={description}
        inputMode="decimal"
        rightSection={amountUnit}
        rightSectionWidth={56}
        rightSectionPointerEvents="none"
        classNames={{ input: classes.amount ?? '' }}
      />
      {reading?.kind === 'read' && (
        <Text size="sm" c="dimmed" ta="right" className="tabular">
          {reading.text}
        </Text>
      )}
      {reading?.kind === 'unreadable' && !error && (
        <Text size="sm" c="orange.9" ta="right">
          这不是一个金额，不会计入合计
        </Text>
      )}
    </div>
  );
};
