import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useController } from 'react-hook-form';
import type { FieldDefinition } from '../../../shared/forms/form.ts';
import type { FieldPath } from '../../../shared/model/project.ts';
import { AmountInput } from './AmountInput.tsx';
import { formPath } from './form-values.ts';
import { suggestionsFor } from './suggestions.ts';
import { useWizard } from './wizard-context.ts';

/** The box of one field of the form, whatever its kind. `path` and `label` differ from the definition's for further goals. */
export const FieldInput = ({
  field,
  path = field.path,
  label = field.label,
}: {
  readonly field: FieldDefinition;
  readonly path?: FieldPath;
  readonly label?: string;
}): ReactElement => {
  switch (field.kind) {
    case 'amount':
      return <AmountInput field={field} />;
    case 'longText':
      return <LongTextInput field={field} path={path} label={label} />;
    case 'text':
      return field.suggest ? <SuggestInput field={field} suggest={field.suggest} /> : <LineInput field={field} />;
  }
};

/** What Mantine's boxes take from a field and its definition. */
export const useFieldProps = (path: FieldPath, field: Pick<FieldDefinition, 'label' | 'required' | 'hint'>) => {
  const { control, locked } = useWizard();
  const { field: input, fieldState } = useController({ control, name: formPath(path) });
  return {
    name: path,
    ref: input.ref,
    value: textOf(input.value),
    onChange: input.onChange,
    onBlur: input.onBlur,
    label: field.label,
    description: field.hint || undefined,
    withAsterisk: field.required,
    error: fieldState.error?.message,
    readOnly: locked,
    // Names of projects and numbers are nothing a browser should remember or correct.
    autoComplete: 'off',
    spellCheck: false,
  };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const LineInput = ({ field }: { readonly field: FieldDefinition }): ReactElement => {
  const props = useFieldProps(field.path, field);
  return <TextInput {...props} />;
};

const LongTextInput = ({
  field,
  path,
  label,
}: {
  readonly field: FieldDefinition;
  readonly path: FieldPath;
  readonly label: string;
}): ReactElement => {
  const props = useFieldProps(path, { ...field, label });
  return <Textarea {...props} autosize minRows={6} maxRows={18} data-lines="" />;
};

const SuggestInput = ({
  field,
  suggest,
}: {
  readonly field: FieldDefinition;
  readonly suggest: NonNullable<FieldDefinition['suggest']>;
}): ReactElement => {
  const { settings, units, locked } = useWizard();
  const props = useFieldProps(field.path, field);
  const offered = suggestionsFor(suggest, settings, units);
  // What is chosen already need not be offered again: the list would only cover the fields below.
  const useful = offered.length === 1 && offered[0] === props.value ? [] : offered;
  return (
    <Autocomplete
      {...props}
      data={locked ? [] : useful}
      openOnFocus={false}
      filter={({ options }) => options}
      onKeyDown={(event) => {
        // Escape closes the list first; only the next one leaves the page.
        if (event.key === 'Escape' && event.currentTarget.getAttribute('aria-expanded') === 'true') {
          event.preventDefault();
        }
      }}
    />
  );
};
