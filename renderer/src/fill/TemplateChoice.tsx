import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FileDrop } from '../lib/FileDrop.tsx';
import { tellTrouble } from '../lib/notify.tsx';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';

export interface TemplateChoiceProps {
  readonly onFile: (file: File) => void;
  readonly onKept: (id: string) => void;
}

/** A file to choose or drop, and the forms that were kept. */
export const TemplateChoice = ({ onFile, onKept }: TemplateChoiceProps): ReactElement => (
  <>
    <FileDrop
      onFiles={([file]) => {
        if (file) onFile(file);
      }}
      accept=".xlsx,.docx"
      hint="县里下发的空表，或者去年填好的表：Excel（xlsx）或 Word（docx）。xls、et、doc、wps 请先另存为 xlsx 或 docx"
    />
    <KeptTemplates onKept={onKept} />
  </>
);

const KeptTemplates = ({ onKept }: Pick<TemplateChoiceProps, 'onKept'>): ReactElement | null => {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const kept = useQuery(trpc.fill.list.queryOptions());
  const remove = (id: string): void => {
    client.fill.remove.mutate({ id }).then((list) => cache.setQueryData(trpc.fill.list.queryKey(), list), tellTrouble);
  };
  if (!kept.data || kept.data.length === 0) return null;
  return (
    <Paper component="section" aria-label="记住的表样" withBorder p="md">
      <Stack gap="xs">
        <Title order={2} size="h5">
          记住的表样
        </Title>
        {kept.data.map(({ id, name, file }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {name}
              {name === file ? '' : `（${file}）`}
            </Text>
            <Group gap="xs" wrap="nowrap" flex="none">
              <Button size="compact-sm" onClick={() => onKept(id)}>
                用它填
              </Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => remove(id)}>
                删除
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
};
