import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { wanText } from '../lib/format.ts';
import { STATE_LABELS } from '../list/view.ts';
import type { YearSummary } from './SummaryPage.tsx';

/** The numbers one is asked for: how many projects, how much money, how far. */
export const Figures = ({ summary }: { readonly summary: YearSummary }): ReactElement => {
  const { all, drafts, finished, approved } = summary;
  const states = [
    { label: STATE_LABELS.draft, count: drafts },
    { label: STATE_LABELS.finished, count: finished },
    { label: STATE_LABELS.approved, count: approved },
  ];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      <Figure label="项目" value={`${all.projects} 个`} note={withoutAmount(all.withoutAmount)} />
      <Figure label="资金总额" value={`${wanText(all.totalFen)} 万元`} />
      <Figure label="其中：财政拨款" value={`${wanText(all.fiscalFen)} 万元`} />
      <Figure
        label="填报进度"
        value={states
          .filter(({ count }) => count > 0)
          .map(({ label, count }) => `${label} ${count}`)
          .join(' · ')}
      />
    </SimpleGrid>
  );
};

const withoutAmount = (count: number): string => (count === 0 ? '' : `${count} 个没有金额，未计入合计`);

const Figure = (props: { readonly label: string; readonly value: string; readonly note?: string }): ReactElement => (
  <Paper withBorder p="sm">
    <Text size="sm" c="dimmed">
      {props.label}
    </Text>
    <Text size="lg" fw={600} className="tabular">
      {props.value}
    </Text>
    {props.note !== undefined && props.note !== '' && (
      <Text size="sm" c="orange.9">
        {props.note}
      </Text>
    )}
  </Paper>
);
