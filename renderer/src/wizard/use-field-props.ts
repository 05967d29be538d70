import { createElement, Fragment, type FocusEvent, type ReactNode } from 'react';
import { useController } from 'react-hook-form';
import type { FieldDefinition } from '../../../shared/forms/form.ts';
import type { FieldPath } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { formPath } from './form-values.ts';
import { useHint } from './hints.ts';
import { LastYearLine } from './LastYearLine.tsx';
import { useWizard } from './wizard-context.ts';

/** What Mantine's boxes take from a field and its definition. */
export const useFieldProps = (path: FieldPath, field: Pick<FieldDefinition, 'label' | 'required' | 'hint'>) => {
  const { control, hints, locked } = useWizard();
  const { field: input, fieldState } = useController({ control, name: formPath(path) });
  const hint = useHint(hints, path);
  const value = textOf(input.value);
  // Gaps are found a moment after the typing: a box just filled in must not say that it is blank, and grow, and move the
  // button that is being clicked.
  const error = hint?.missing === true && !isBlank(value) ? undefined : hint?.message;
  return {
    name: path,
    ref: input.ref,
    value,
    onChange: input.onChange,
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (isLeftOnPurpose(event)) input.onBlur();
    },
    label: field.label,
    description: field.hint || undefined,
    withAsterisk: field.required,
    error: fieldState.isTouched ? error : undefined,
    // Below the box itself: what stood there last year.
    inputContainer: (box: ReactNode) => createElement(Fragment, null, box, createElement(LastYearLine, { path })),
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
