import { Accordion, Alert, Button, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { FORMS } from '../../../shared/forms/index.ts';
import { formOf } from '../../../shared/recognise/layout.ts';
import { TroubleText } from '../lib/notify.tsx';
import { DraftItem } from './DraftItem.tsx';
import type { ImportDraft, ReadySource, Source, SourcesAction } from './sources.ts';

export interface SourceListProps {
  readonly sources: readonly Source[];
  readonly dispatch: (action: SourcesAction) => void;
}

/** Every file that was given: what was read of it, or why it could not be read. */
export const SourceList = ({ sources, dispatch }: SourceListProps): ReactElement => (
  <Stack>
    {troublesFirst(sources).map((source) => {
      const remove = (): void => dispatch({ type: 'remove', key: source.key });
      switch (source.state) {
        case 'reading':
          return (
            <Paper key={source.key} withBorder p="md">
              <Group role="status">
                <Loader size="sm" />
                <Text>正在读取“{source.name}”…</Text>
              </Group>
            </Paper>
          );
        case 'failed':
          return (
            <Alert
              key={source.key}
              color="red"
              title={source.name}
              withCloseButton
              closeButtonLabel="移除"
              onClose={remove}
            >
              <TroubleText trouble={source.trouble} />
            </Alert>
          );
        case 'ready':
          return <ReadyFile key={source.key} source={source} dispatch={dispatch} onRemove={remove} />;
      }
    })}
  </Stack>
);

// Under a long list of projects nobody would see that a file could not be read.
const troublesFirst = (sources: readonly Source[]): Source[] => [
  ...sources.filter(({ state }) => state !== 'ready'),
  ...sources.filter(({ state }) => state === 'ready'),
];

/** Drawn at first; a county's file with hundreds of projects is drawn further on demand. */
const SHOWN_AT_FIRST = 100;

const ReadyFile = ({
  source,
  dispatch,
  onRemove,
}: Pick<SourceListProps, 'dispatch'> & {
  readonly source: ReadySource;
  readonly onRemove: () => void;
}): ReactElement => {
  const doubtful = source.drafts.filter(({ doubts }) => doubts.count > 0);
  const [opened, setOpened] = useState<string[]>(() => doubtful.slice(0, 1).map(({ index }) => String(index)));
  const [checked, setChecked] = useState<ReadonlySet<number>>(new Set());
  const [onlyDoubtful, setOnlyDoubtful] = useState(false);
  const [lookAt, setLookAt] = useState<number | null>(null);
  const items = useRef<HTMLElement>(null);
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const change = useCallbackRef((index: number, draft: Partial<ImportDraft>) =>
    dispatch({ type: 'change', key: source.key, index, change: draft }),
  );
  const markChecked = useCallbackRef((index: number) => {
    const now = new Set([...checked, index]);
    const next = doubtful.find((draft) => draft.index > index && !now.has(draft.index));
    setChecked(now);
    setOpened((old) => [...old.filter((one) => one !== String(index)), ...(next ? [String(next.index)] : [])]);
    if (next) setLookAt(next.index);
  });
  // Once the next one is open and the one before it closed, bring it to the top.
  useEffect(() => {
    if (lookAt !== null) items.current?.querySelector(`[data-index="${lookAt}"]`)?.scrollIntoView({ block: 'start' });
  }, [lookAt]);
  const toCheck = doubtful.filter(({ index }) => !checked.has(index)).length;
  const shown = onlyDoubtful ? doubtful : source.drafts;
  const { document } = source.preview.recognised;
  return (
    <section aria-label={source.name} ref={items}>
      <Group mb={6} gap="sm">
        <Text fw={600}>{source.name}</Text>
        <Text size="sm" c="dimmed">
          {[
            FORMS.find(({ id }) => id === document.layout)?.title,
            document.department,
            document.year && `${document.year} 年度`,
            `读到 ${source.drafts.length} 个项目`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Group ml="auto" gap="xs">
          {doubtful.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => setOnlyDoubtful(!onlyDoubtful)}>
              {onlyDoubtful ? '显示全部' : `只看要核对的（还有 ${toCheck} 个）`}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onRemove}>
            移除这个文件
          </Button>
        </Group>
      </Group>
      {source.preview.notes.map((note) => (
        <Alert key={note} color="orange" variant="light" mb={6} p="xs">
          {note}
        </Alert>
      ))}
      <Accordion
        multiple
        variant="contained"
        order={2}
        chevronPosition="left"
        keepMounted={false}
        transitionDuration={0}
        value={opened}
        onChange={setOpened}
      >
        {shown.slice(0, limit).map((draft) => (
          <DraftItem
            key={draft.index}
            value={String(draft.index)}
            draft={draft}
            layout={formOf(document.layout)}
            opened={opened.includes(String(draft.index))}
            checked={checked.has(draft.index)}
            onChange={change}
            onChecked={markChecked}
          />
        ))}
      </Accordion>
      {shown.length > limit && (
        <Button mt="xs" variant="subtle" fullWidth onClick={() => setLimit(limit + SHOWN_AT_FIRST)}>
          再显示 {Math.min(SHOWN_AT_FIRST, shown.length - limit)} 个（共 {shown.length} 个）
        </Button>
      )}
    </section>
  );
};
