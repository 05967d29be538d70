import { Drawer, Loader, Stack, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { AskedForm } from '../../../shared/forms/form.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { troubleOf } from '../lib/errors.ts';
import { clockText, whenText } from '../lib/format.ts';
import { TroubleText } from '../lib/notify.tsx';
import { useTRPC } from '../lib/trpc.ts';
import { ApprovedDifferences } from './ApprovedDifferences.tsx';
import { ChangeLine } from './ChangeLine.tsx';
import { tellHistory } from './history.ts';

/** 修改记录: who changed what and when, newest first. */
export const HistoryDrawer = ({
  id,
  form,
  content,
  onClose,
}: {
  readonly id: string;
  readonly form: AskedForm;
  readonly content: ProjectContent;
  readonly onClose: () => void;
}): ReactElement => {
  const trpc = useTRPC();
  const history = useQuery(trpc.projects.history.queryOptions({ id }, { gcTime: 0 }));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title="修改记录"
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <ApprovedDifferences id={id} form={form} />
      {history.isPending && <Loader size="sm" aria-label="正在读取" />}
      {history.error && <TroubleText trouble={troubleOf(history.error)} />}
      {history.data && (
        <Timeline bulletSize={14} lineWidth={2}>
          {tellHistory(history.data, form, content).map((entry) => (
            <Timeline.Item key={entry.id} title={`${spanText(entry, new Date())}  ${entry.operator}  ${entry.deed}`}>
              <Stack gap={2}>
                {entry.changes.map((change, place) => (
                  <ChangeLine key={place} change={change} />
                ))}
              </Stack>
            </Timeline.Item>
          ))}
        </Timeline>
      )}
    </Drawer>
  );
};

/** `今天 14:32–14:40`; one moment where it began and ended within a minute. */
const spanText = ({ since, at }: { readonly since: string; readonly at: string }, now: Date): string => {
  const start = whenText(since, now);
  const end = whenText(at, now);
  if (start === end) return end;
  const sameDay = new Date(since).toDateString() === new Date(at).toDateString();
  return `${start}–${sameDay ? clockText(at) : end}`;
};
