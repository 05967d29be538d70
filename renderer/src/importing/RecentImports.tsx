import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { whenText } from '../lib/format.ts';
import { useTRPC } from '../lib/trpc.ts';
import type { ImportRun } from './contract.ts';
import { filesText, resultText } from './result-text.ts';
import { useShowImport } from './use-show-import.ts';
import { useUndo } from './use-undo.ts';

/** 最近的导入: what each brought, the way to it, and 撤销. Nothing where there is none yet. */
export const RecentImports = (): ReactElement | null => {
  const trpc = useTRPC();
  const recent = useQuery(trpc.imports.recent.queryOptions());
  if (!recent.data || recent.data.length === 0) return null;
  return (
    <section aria-label="最近的导入">
      <Title order={2} size="h5" mb={6}>
        最近的导入
      </Title>
      <Stack gap={6}>
        {recent.data.map((run) => (
          <Run key={run.importId} run={run} />
        ))}
      </Stack>
    </section>
  );
};

const Run = ({ run }: { readonly run: ImportRun }): ReactElement => {
  const { undo, busy } = useUndo();
  const show = useShowImport();
  const undone = run.undoneAt !== null;
  return (
    <Paper withBorder px="md" py={8}>
      <Group gap="sm" wrap="nowrap">
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text size="sm" fw={600} truncate>
            {filesText(run.files)}
          </Text>
          <Text size="sm" c="dimmed">
            {whenText(run.at, new Date())}，{run.year} 年度，{resultText(run.result)}
            {undone ? '已撤销。' : ''}
          </Text>
        </div>
        {!undone && (
          <>
            <Button size="compact-md" variant="subtle" flex="none" onClick={() => show(run.importId, run.year)}>
              看这些项目
            </Button>
            <Button
              size="compact-md"
              variant="default"
              flex="none"
              loading={busy}
              disabled={run.untouched === 0}
              onClick={() => void undo(run.importId)}
            >
              撤销
            </Button>
          </>
        )}
      </Group>
    </Paper>
  );
};
