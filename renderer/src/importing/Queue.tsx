import { Alert, Button, CloseButton, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { TroubleText } from '../lib/notify.tsx';
import { MapByHand } from '../mapping/MapByHand.tsx';
import classes from './Import.module.css';
import { useImporting } from './importing-context.ts';
import { isBusy, type Source } from './sources.ts';

/** Files that are on their way, and those that could not be read, each with its sentence: the rest goes on meanwhile. */
export const Queue = (): ReactElement | null => {
  const { sources, cancelAll } = useImporting();
  const shown = sources.filter(({ state }) => state !== 'ready');
  const busy = shown.filter(isBusy);
  if (shown.length === 0) return null;
  const done = sources.length - busy.length;
  return (
    <section aria-label="正在读取的文件" className={classes.queue}>
      {busy.length > 0 && (
        <Group gap="sm" mb={6} role="status">
          <Text size="sm" fw={600}>
            正在读取，{sources.length} 个文件里读完了 {done} 个
          </Text>
          <Button size="compact-sm" variant="default" ml="auto" onClick={cancelAll}>
            全部取消
          </Button>
        </Group>
      )}
      <Stack gap={6} className={classes.queued}>
        {[...shown]
          .sort((one, other) => rank(one) - rank(other))
          .map((source) => (
            <QueuedFile key={source.key} source={source} />
          ))}
      </Stack>
    </section>
  );
};

// What needs the clerk stands above what goes by itself.
const RANKS: Readonly<Record<Source['state'], number>> = {
  failed: 0,
  unknown: 0,
  reading: 1,
  queued: 2,
  cancelled: 3,
  ready: 4,
};
const rank = ({ state }: Source): number => RANKS[state];

const QueuedFile = ({ source }: { readonly source: Source }): ReactElement | null => {
  const { dispatch, cancel, again } = useImporting();
  const remove = (): void => dispatch({ type: 'remove', key: source.key });
  const { name, key } = source;
  switch (source.state) {
    case 'queued':
    case 'reading':
      return <ReadingFile source={source} onCancel={() => cancel(key)} />;
    case 'cancelled':
      return (
        <Paper withBorder px="md" py={6}>
          <Group gap="sm">
            <Text size="sm" c="dimmed">
              “{name}”没有读，已取消。
            </Text>
            <Button size="compact-sm" variant="default" ml="auto" onClick={() => again(source)}>
              再读一次
            </Button>
            <CloseButton aria-label={`移除 ${name}`} onClick={remove} />
          </Group>
        </Paper>
      );
    case 'failed':
    case 'unknown':
      return (
        // Nearly always the sentence names the file.
        <Alert
          color="red"
          {...(source.trouble.message.includes(name) ? {} : { title: name })}
          withCloseButton
          closeButtonLabel={`移除 ${name}`}
          onClose={remove}
          p="xs"
        >
          <Group gap="sm" wrap="nowrap" justify="space-between">
            <TroubleText trouble={source.trouble} />
            <Group gap="xs" wrap="nowrap" flex="none">
              {source.state === 'unknown' && (
                <MapByHand
                  readingId={source.readingId}
                  label="手工对应"
                  onRead={(preview) => dispatch({ type: 'ready', key, preview })}
                />
              )}
              <Button size="compact-sm" variant="default" onClick={() => again(source)}>
                再读一次
              </Button>
            </Group>
          </Group>
        </Alert>
      );
    case 'ready':
      return null;
  }
};

const ReadingFile = ({
  source,
  onCancel,
}: {
  readonly source: Source;
  readonly onCancel: () => void;
}): ReactElement => {
  const reading = source.state === 'reading' ? source : null;
  const known = reading !== null && reading.all > 0;
  return (
    <Paper withBorder px="md" py={6}>
      <Group gap="sm" wrap="nowrap">
        <Text size="sm" truncate flex={1}>
          {source.name}
        </Text>
        <Text size="sm" c="dimmed" flex="none" className="tabular">
          {reading === null ? '等着读' : `${reading.phase}${known ? ` ${reading.done} / ${reading.all}` : '…'}`}
        </Text>
        <Progress
          w={120}
          flex="none"
          aria-label={`“${source.name}”的进度`}
          value={known ? (100 * reading.done) / reading.all : reading === null ? 0 : 100}
          animated={reading !== null && !known}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          flex="none"
          aria-label={`取消 ${source.name}`}
          onClick={onCancel}
        >
          取消
        </Button>
      </Group>
    </Paper>
  );
};
