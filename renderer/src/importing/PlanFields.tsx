import { Group, Input, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ProjectContent } from '../../../shared/model/project.ts';

type Plan = ProjectContent['spendingPlan'];

/** 资金支出计划: a box a date. */
export const PlanFields = ({
  plan,
  onChange,
}: {
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
}): ReactElement => (
  <Input.Wrapper label="资金支出计划（%）" labelElement="div">
    <Group gap="sm">
      {plan.map(({ by, percent }, index) => (
        <TextInput
          key={index}
          w={150}
          aria-label={`${by}支出`}
          leftSection={by}
          leftSectionWidth={64}
          value={percent}
          maxLength={2000}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            onChange(plan.map((step, place) => (place === index ? { ...step, percent: typed } : step)));
          }}
        />
      ))}
    </Group>
  </Input.Wrapper>
);
