import { Checkbox, SimpleGrid } from '@mantine/core';
import type { ReactElement } from 'react';
import { FORMS } from '../../../shared/forms/index.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { aboutPaper, formWithRegion } from '../papers/papers.ts';

/** 用哪种表 of a new unit, by where it is used; one stays ticked. */
export const FormsQuestion = ({
  value,
  onChange,
}: {
  readonly value: readonly FormId[];
  readonly onChange: (forms: FormId[]) => void;
}): ReactElement => (
  <Checkbox.Group
    label="用哪种表"
    description="选县财政局要的表，可以多选；以后在“设置”里随时能改"
    value={[...value]}
    onChange={(ticked) => onChange(FORMS.map(({ id }) => id).filter((id) => ticked.includes(id)))}
  >
    <SimpleGrid cols={2} spacing="sm" verticalSpacing={6} mt={6}>
      {FORMS.map((form) => (
        <Checkbox
          key={form.id}
          value={form.id}
          disabled={value.length === 1 && value[0] === form.id}
          label={formWithRegion(form)}
          description={aboutPaper(form)}
        />
      ))}
    </SimpleGrid>
  </Checkbox.Group>
);
