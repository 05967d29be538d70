import { Checkbox, SimpleGrid } from '@mantine/core';
import type { ReactElement } from 'react';
import { FORMS } from '../../../shared/forms/index.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { aboutPaper, formWithRegion } from '../papers/papers.ts';

/** 用哪种表 of a new unit, by where it is used. */
export const FormsQuestion = ({
  value,
  error,
  onChange,
}: {
  readonly value: readonly FormId[];
  readonly error: string | null;
  readonly onChange: (forms: FormId[]) => void;
}): ReactElement => (
  <Checkbox.Group
    label="用哪种表"
    description="选县财政局要的表，可以多选；以后在“设置”里随时能改"
    error={error}
    value={[...value]}
    onChange={(ticked) => onChange(FORMS.map(({ id }) => id).filter((id) => ticked.includes(id)))}
  >
    <SimpleGrid cols={2} spacing="sm" verticalSpacing={6} mt={6}>
      {FORMS.map((form) => (
        <Checkbox key={form.id} value={form.id} label={formWithRegion(form)} description={aboutPaper(form)} />
      ))}
    </SimpleGrid>
  </Checkbox.Group>
);
