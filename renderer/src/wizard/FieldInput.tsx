import { Autocomplete, Textarea, TextInput, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import type { ReactElement } from 'react';
import type { FieldDefinition } from '../../../shared/forms/form.ts';
import type { FieldPath } from '../../../shared/model/project.ts';
import { fold } from '../../../shared/model/text.ts';
import { AmountInput } from './AmountInput.tsx';
import { PlanInput } from './PlanInput.tsx';
import { suggestionsFor } from './suggestions.ts';
import { useFieldProps } from './use-field-props.ts';
import { useUsedCategories } from './use-used-categories.ts';
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
    case 'plan':
      return <PlanInput field={field} />;
  }
};

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
  const used = useUsedCategories(suggest === 'categories' && !locked);
  const offered = suggestionsFor(suggest, settings, units, used);
  return (
    <Autocomplete
      {...props}
      data={locked ? [] : offered}
      openOnFocus={false}
      filter={offeredNow}
      onKeyDown={(event) => {
        // Escape closes the list first; only the next one leaves the page.
        if (event.key === 'Escape' && event.currentTarget.getAttribute('aria-expanded') === 'true') {
          event.preventDefault();
        }
      }}
    />
  );
};

// All of them while nothing or one of them stands there (the list is then for looking); else what matches the typing.
const offeredNow: OptionsFilter = ({ options, search }) => {
  const typed = fold(search);
  const texts = options.filter((option): option is ComboboxItem => 'value' in option);
  if (typed === '' || texts.some(({ value }) => fold(value) === typed)) return texts;
  return texts.filter(({ value }) => fold(value).includes(typed));
};
