import { Button, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Layout } from '../../../shared/recognise/layout.ts';
import { troubleOf } from '../lib/errors.ts';
import { TroubleText } from '../lib/notify.tsx';
import { useTRPC } from '../lib/trpc.ts';
import type { HistoryChange } from '../wizard/history.ts';
import classes from './Check.module.css';
import { comparedWith } from './differing.ts';
import type { FieldKey } from './field-keys.ts';

export interface DifferencesProps {
  readonly storedId: string;
  readonly content: ProjectContent;
  readonly layout: Layout | null;
  readonly approve: boolean;
  readonly onField: (field: FieldKey) => void;
}

/** What differs between the stored project and what was read, side by side, as it stands now; a click goes to the box. */
export const Differences = ({ storedId, content, layout, approve, onField }: DifferencesProps): ReactElement => {
  const trpc = useTRPC();
  const stored = useQuery(trpc.projects.get.queryOptions({ id: storedId }));
  const compared = useMemo(
    () => (stored.data ? comparedWith(stored.data.content, content, layout) : null),
    [stored.data, content, layout],
  );
  return (
    <section className={classes.differences} aria-label={approve ? '申报数和批复数' : '和已存的比较'}>
      <div className={classes.two}>
        <Text size="sm" fw={600}>
          {approve ? '申报的' : '已存的'}
        </Text>
        <Text size="sm" fw={600}>
          {approve ? '批复的' : '文件里的'}
        </Text>
      </div>
      {stored.isPending && <Loader size="sm" aria-label="正在读取" />}
      {stored.error && <TroubleText trouble={troubleOf(stored.error)} />}
      {compared?.changes.length === 0 && <Text size="sm">已经没有不同了。</Text>}
      {compared?.changes.map((change) => (
        <Difference key={change.path} change={change} onGo={() => onField(compared.fieldOf(change.path))} />
      ))}
    </section>
  );
};

const Difference = ({
  change: { label, before, after },
  onGo,
}: {
  readonly change: HistoryChange;
  readonly onGo: () => void;
}): ReactElement => (
  <div className={classes.difference}>
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{label}</Text>
      <Button size="compact-sm" variant="subtle" flex="none" aria-label={`去“${label}”这一栏`} onClick={onGo}>
        去这一栏
      </Button>
    </Group>
    <div className={classes.two}>
      <div className={classes.side}>{before || '（空）'}</div>
      <div className={classes.side} data-new>
        {after || '（空）'}
      </div>
    </div>
  </div>
);
