import { Alert, Button, Center, Group, Loader, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { siblingsOf } from '../lib/departments.ts';
import { troubleOf } from '../lib/errors.ts';
import { TroubleText } from '../lib/notify.tsx';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPC, type Outputs } from '../lib/trpc.ts';
import { useKeys } from '../lib/use-keys.ts';
import { useRemembered } from '../lib/use-remembered.ts';
import { Notes } from '../papers/Notes.tsx';
import { previewHref } from '../preview/selection.ts';
import { CategoryBars } from './CategoryBars.tsx';
import { Figures } from './Figures.tsx';
import { PrintedTotal } from './PrintedTotal.tsx';
import { SourceBar } from './SourceBar.tsx';
import { UnitTable } from './UnitTable.tsx';

export type YearSummary = Outputs['summary']['get'];

type ScopeId = 'unit' | 'department';

/** 汇总 of the year: what the unit, or the whole department, declares in all. */
export const SummaryPage = (): ReactElement => {
  const trpc = useTRPC();
  const state = useStart();
  const unit = currentUnit(state);
  if (!unit) throw new Error('a summary without a unit');
  const { year } = state.settings;
  const siblings = siblingsOf(unit, state.units);
  const [remembered, setScope] = useRemembered<ScopeId>('summary scope', 'unit');
  const scope = siblings.length > 1 ? remembered : 'unit';
  const summary = useQuery(
    trpc.summary.get.queryOptions({ unitId: unit.id, year, scope }, { placeholderData: keepPreviousData }),
  );
  return (
    <Stack w="100%" maw={1080} mx="auto" p="md" gap="md">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {year} 年度汇总
        </Title>
        {siblings.length > 1 && (
          <SegmentedControl
            aria-label="汇总范围"
            value={scope}
            data={[
              { value: 'unit', label: '本单位' },
              { value: 'department', label: `主管部门（${siblings.length} 个单位）` },
            ]}
            onChange={(value) => setScope(() => (value === 'department' ? 'department' : 'unit'))}
          />
        )}
        <Actions ids={summary.data?.ids ?? []} />
      </Group>
      <Text size="sm" c="dimmed" mt={-8}>
        {scope === 'unit' ? unit.name : unit.department}
      </Text>
      {summary.error && (
        <Alert color="red">
          <TroubleText trouble={troubleOf(summary.error)} />
        </Alert>
      )}
      {summary.data && <Sums summary={summary.data} scope={scope} />}
      {scope === 'unit' && <PrintedTotal key={`${unit.id} ${year}`} unitId={unit.id} year={year} />}
      {summary.isPending && (
        <Center p="xl">
          <Loader aria-label="正在汇总" />
        </Center>
      )}
    </Stack>
  );
};

const Sums = ({ summary, scope }: { readonly summary: YearSummary; readonly scope: ScopeId }): ReactElement =>
  summary.all.projects === 0 ? (
    <Text>这一年还没有项目。</Text>
  ) : (
    <>
      <Figures summary={summary} />
      <Notes notes={summary.notes} />
      <SourceBar sums={summary.all} />
      <CategoryBars categories={summary.byCategory} />
      {scope === 'department' && <UnitTable units={summary.units} all={summary.all} />}
    </>
  );

const Actions = ({ ids }: { readonly ids: readonly string[] }): ReactElement => {
  const [, navigate] = useLocation();
  const [exporting, setExporting] = useState(false);
  const print = (): void => {
    if (ids.length > 0) navigate(previewHref(ids, 'summary'));
  };
  useKeys({ 'Ctrl+P': print, Escape: () => navigate('/') });
  return (
    <Group gap="xs">
      <Button variant="default" onClick={print} disabled={ids.length === 0} title="Ctrl+P">
        打印汇总表
      </Button>
      <Button onClick={() => setExporting(true)} disabled={ids.length === 0}>
        导出汇总表
      </Button>
      <ExportDialog ids={ids} paper="summary" opened={exporting} onClose={() => setExporting(false)} />
    </Group>
  );
};
