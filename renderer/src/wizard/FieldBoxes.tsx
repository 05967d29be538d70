import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import type { FieldDefinition } from '../../../shared/forms/form.ts';
import { FieldInput } from './FieldInput.tsx';
import { useWizard } from './wizard-context.ts';

/** The boxes of some fields of a form, one below the other. */
export const FieldBoxes = ({ fields }: { readonly fields: readonly FieldDefinition[] }): ReactElement => (
  <>
    {fields.map((field) => {
      if (field.path === 'goals.0') return <GoalBoxes key={field.path} field={field} list="goals" />;
      if (field.path === 'midtermGoals.0') return <GoalBoxes key={field.path} field={field} list="midtermGoals" />;
      return <FieldInput key={field.path} field={field} />;
    })}
  </>
);

/** Imported papers may have several goals; each keeps its box. A new project has one. */
const GoalBoxes = ({
  field,
  list,
}: {
  readonly field: FieldDefinition;
  readonly list: 'goals' | 'midtermGoals';
}): ReactElement => {
  const { control } = useWizard();
  const goals = useWatch({ control, name: list });
  return (
    <>
      {(goals.length === 0 ? [''] : goals).map((_goal, index) => (
        <FieldInput
          key={index}
          field={{ ...field, required: field.required && index === 0, hint: index === 0 ? field.hint : '' }}
          path={`${list}.${index}`}
          label={index === 0 ? field.label : `${field.label}（第 ${index + 1} 段）`}
        />
      ))}
    </>
  );
};
