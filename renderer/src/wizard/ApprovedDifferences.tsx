import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { AskedForm } from '../../../shared/forms/form.ts';
import { troubleOf } from '../lib/errors.ts';
import { whenText } from '../lib/format.ts';
import { TroubleText } from '../lib/notify.tsx';
import { useTRPC } from '../lib/trpc.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { describeChanges } from './history.ts';

/** What the county approved otherwise than it was declared; nothing where nothing was approved or declared. */
export const ApprovedDifferences = ({
  id,
  form,
}: {
  readonly id: string;
  readonly form: AskedForm;
}): ReactElement | null => {
  const trpc = useTRPC();
  const both = useQuery(trpc.projects.declaredApproved.queryOptions({ id }, { gcTime: 0 }));
  if (both.error) return <TroubleText trouble={troubleOf(both.error)} />;
  if (!both.data) return null;
  const { approved, differences } = both.data;
  const changes = describeChanges(differences, form, approved.content);
  return (
    <Alert color="blue" title={`申报与批复的差别（${whenText(approved.at, new Date())} 批复）`} mb="md">
      {changes.length === 0 && <Text size="sm">批复的内容与申报的相同。</Text>}
      <Stack gap={2}>
        {changes.map((change, place) => (
          <ChangeLine key={place} change={change} words={WORDS} />
        ))}
      </Stack>
    </Alert>
  );
};

const WORDS = {
  added: (label: string, after: string) => `${label}：申报没有填，批复为“${after}”`,
  cleared: (label: string, before: string) => `${label}：申报为“${before}”，批复没有`,
  changed: (label: string, before: string, after: string) => `${label}：申报“${before}”，批复“${after}”`,
};
