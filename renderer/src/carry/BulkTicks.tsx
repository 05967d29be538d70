import { Checkbox, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { tickYears, yearsTicked, type Blank, type CarryPlan, type Ticks } from './ticks.ts';

/** What is done with all projects at once. */
export const BulkTicks = ({
  plan,
  ticks,
  onChange,
}: {
  readonly plan: CarryPlan;
  readonly ticks: Ticks;
  readonly onChange: (change: (old: Ticks) => Ticks) => void;
}): ReactElement => {
  const { count, ticked } = yearsTicked(ticks, plan);
  const blank = (key: Blank, label: string): ReactElement => (
    <Checkbox
      label={label}
      checked={ticks[key]}
      onChange={(event) => {
        const { checked } = event.currentTarget;
        onChange((old) => ({ ...old, [key]: checked }));
      }}
    />
  );
  return (
    <Group gap="lg" role="group" aria-label="全部项目">
      <Checkbox
        label={`全部年份改成 ${plan.toYear}（${count} 处）`}
        disabled={count === 0}
        checked={ticked === 'all' && count > 0}
        indeterminate={ticked === 'some'}
        onChange={() => onChange((old) => tickYears(old, plan, ticked !== 'all'))}
      />
      {blank('clearAmounts', '金额清空')}
      {blank('clearValues', '指标值清空')}
      {plan.projects.some(({ code }) => code !== '') && blank('clearCode', '项目编码清空')}
    </Group>
  );
};
