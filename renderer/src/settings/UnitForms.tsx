import { Badge, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { FORMS } from '../../../shared/forms/index.ts';
import type { FormDefinition, FormId } from '../../../shared/forms/form.ts';
import { aboutPaper, formWithRegion } from '../papers/papers.ts';

export interface UnitFormsProps {
  readonly value: readonly FormId[];
  readonly onChange: (forms: FormId[]) => void;
}

/** Beside the list where nothing is ticked; not stored like that. */
const NO_FORM = '请至少选一种表';

/** Which official forms a unit hands in: at least one; the first is the main one. */
export const UnitForms = ({ value, onChange }: UnitFormsProps): ReactElement => (
  <Checkbox.Group
    label="用哪些表"
    description="填写的步骤和必填的内容跟着变；换表不会丢掉已经填好的内容"
    error={value.length === 0 ? NO_FORM : null}
    value={[...value]}
    // The main one stays in front: newly ticked ones come behind.
    onChange={(ticked) => {
      const forms = [...value, ...FORMS.map(({ id }) => id).filter((id) => !value.includes(id))];
      onChange(forms.filter((id) => ticked.includes(id)));
    }}
  >
    <Stack gap={6} mt={6}>
      {FORMS.map((form) => (
        <FormLine
          key={form.id}
          form={form}
          place={value.indexOf(form.id)}
          onMain={() => onChange([form.id, ...value.filter((id) => id !== form.id)])}
        />
      ))}
    </Stack>
  </Checkbox.Group>
);

const FormLine = ({
  form,
  place,
  onMain,
}: {
  readonly form: FormDefinition;
  /** Among those used, from 0; -1 where not used. */
  readonly place: number;
  readonly onMain: () => void;
}): ReactElement => (
  <Group gap="sm" wrap="nowrap" align="flex-start">
    <Checkbox flex={1} value={form.id} label={formWithRegion(form)} description={aboutPaper(form)} />
    {place === 0 && (
      <Badge variant="light" size="lg" radius="sm" flex="none">
        首选
      </Badge>
    )}
    {place > 0 && (
      <Button size="compact-sm" variant="subtle" flex="none" onClick={onMain} aria-label={`${form.title}设为首选`}>
        设为首选
      </Button>
    )}
  </Group>
);

/** What 首选 means, under the list. */
export const MainFormHint = (): ReactElement => (
  <Text size="sm" c="dimmed">
    “首选”的表在填写时显示在右边，打印和导出时先选中它。
  </Text>
);
