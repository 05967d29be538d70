import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import type { IndicatorRow, StepId } from '../../../shared/forms/form.ts';
import { rowOf } from '../../../shared/forms/rows.ts';
import { IndicatorGroup } from './IndicatorGroup.tsx';
import { rowsOfStep, stepOfIndicator } from './steps.ts';
import { useIndicatorRows } from './use-indicator-rows.ts';
import type { IndicatorList } from './indicators.ts';
import { useWizard } from './wizard-context.ts';

/** The level-2 rows of a step, each with its level-3 indicators. */
export const IndicatorStep = ({ step }: { readonly step: StepId }): ReactElement => {
  const { form } = useWizard();
  return <IndicatorEditor name="indicators" rows={rowsOfStep(form, step)} step={step} />;
};

/** Rows of a form with the indicators of one list; at their end those that no row of the form takes. */
export const IndicatorEditor = ({
  name,
  rows,
  step,
}: {
  readonly name: IndicatorList;
  readonly rows: readonly IndicatorRow[];
  /** Only the others of this step; null for all of them. */
  readonly step: StepId | null;
}): ReactElement => {
  const { form } = useWizard();
  const list = useIndicatorRows(name);
  const placesWhere = (belongs: (indicator: (typeof list.fields)[number]) => boolean): number[] =>
    list.fields.flatMap((indicator, place) => (belongs(indicator) ? [place] : []));
  const groups = rows.map((row) => ({
    row,
    positions: placesWhere(({ kind }) => rowOf(form, kind)?.kind === row.kind),
  }));
  const others = placesWhere(
    (indicator) => rowOf(form, indicator.kind) === null && (step === null || stepOfIndicator(form, indicator) === step),
  );
  const firstFilled = groups.find(({ positions }) => positions.length > 0);
  return (
    <Stack gap="sm">
      {groups.map((group) => (
        <IndicatorGroup key={group.row.kind} {...group} list={list} labelled={group === firstFilled} />
      ))}
      {others.length > 0 && <IndicatorGroup row={OTHER} list={list} positions={others} labelled={false} />}
    </Stack>
  );
};

/** Indicators of an imported paper under a label this form does not have: still there, still printed. */
const OTHER: IndicatorRow = {
  kind: 'other',
  level1: '',
  level2: '其他指标',
  printed: '其他指标（原表）',
  requirement: null,
  example: '',
  hint: '这张表没有对应的二级指标，按原表打印。',
};
