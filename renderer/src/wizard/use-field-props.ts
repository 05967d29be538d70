import type { FocusEvent } from 'react';
import { useController } from 'react-hook-form';
import type { FieldDefinition } from '../../../shared/forms/form.ts';
import type { FieldPath } from '../../../shared/model/project.ts';
import { formPath } from './form-values.ts';
import { useHint } from './hints.ts';
import { useWizard } from './wizard-context.ts';

/** What Mantine's boxes take from a field and its definition. */
export const useFieldProps = (path: FieldPath, field: Pick<FieldDefinition, 'label' | 'required' | 'hint'>) => {
  const { control, hints, locked } = useWizard();
  const { field: input, fieldState } = useController({ control, name: formPath(path) });
  const hint = useHint(hints, path);
  return {
    name: path,
    ref: input.ref,
    value: textOf(input.value),
    onChange: input.onChange,
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (isLeftOnPurpose(event)) input.onBlur();
    },
    label: field.label,
    description: field.hint || undefined,
    withAsterisk: field.required,
    error: fieldState.isTouched ? hint : undefined,
    readOnly: locked,
    // Names of projects and numbers are nothing a browser should remember or correct.
    autoComplete: 'off',
    spellCheck: false,
  };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An empty box turns red once the clerk went on to another one, not when the window or a menu took the cursor. */
const isLeftOnPurpose = ({ currentTarget, relatedTarget }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) =>
  currentTarget.value !== '' ||
  relatedTarget instanceof HTMLInputElement ||
  relatedTarget instanceof HTMLTextAreaElement;
