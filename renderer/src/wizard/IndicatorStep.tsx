import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { IndicatorRow, StepId } from '../../../shared/forms/form.ts';
import { rowOf } from '../../../shared/forms/rows.ts';
import type { Indicator } from '../../../shared/model/project.ts';
import { IndicatorGroup, type IndicatorList } from './IndicatorGroup.tsx';
import { rowsOfStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** The level-2 rows of a step, each with its level-3 indicators. */
export const IndicatorStep = ({ step }: { readonly step: StepId }): ReactElement => {
  const { control, form } = useWizard();
  // `id` is a field of the indicator: react-hook-form keeps its own key under another name.
  const list = useFieldArray({ control, name: 'indicators', keyName: 'key' });
  const belongs = (indicator: Indicator, row: IndicatorRow): boolean => rowOf(form, indicator.kind) === row;
  const groups = rowsOfStep(form, step).map((row) => ({
    row,
    positions: list.fields.flatMap((indicator, position) => (belongs(indicator, row) ? [position] : [])),
  }));
  const firstFilled = groups.find(({ positions }) => positions.length > 0);
  return (
    <Stack gap="sm">
      {groups.map((group) => (
        <IndicatorGroup key={group.row.kind} {...group} list={list} labelled={group === firstFilled} />
      ))}
      <OtherIndicators step={step} list={list} />
    </Stack>
  );
};

/** Indicators of an imported paper under a label this form does not have: still there, still printed. */
const OtherIndicators = ({
  step,
  list,
}: {
  readonly step: StepId;
  readonly list: IndicatorList;
}): ReactElement | null => {
  const { form } = useWizard();
  const positions = list.fields.flatMap((indicator, position) =>
    rowOf(form, indicator.kind) === null && stepOfOther(form.levels, indicator) === step ? [position] : [],
  );
  if (positions.length === 0) return null;
  return <IndicatorGroup row={OTHER} list={list} positions={positions} labelled={false} />;
};

const stepOfOther = (
  levels: readonly { readonly label: string; readonly step: StepId }[],
  indicator: Pick<Indicator, 'level1'>,
): StepId | undefined => (levels.find(({ label }) => label === indicator.level1) ?? levels.at(-1))?.step;

const OTHER: IndicatorRow = {
  kind: 'other',
  level1: '',
  level2: '其他指标',
  printed: '其他指标（原表）',
  requirement: null,
  example: '',
  hint: '这张表没有对应的二级指标，按原表打印。',
};
