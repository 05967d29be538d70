import { Alert, Button, Group, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { clockText } from '../lib/format.ts';
import { tellTrouble } from '../lib/notify.tsx';
import type { RefusalCode, SaveStatus } from './autosave.ts';

/** 正在保存… / 已保存 14:32 / 未保存 with the reason, in the bar above the form. */
export const SaveState = ({
  status,
  onRetry,
}: {
  readonly status: SaveStatus;
  readonly onRetry: () => void;
}): ReactElement => {
  switch (status.kind) {
    case 'saved':
      return <Words {...(status.at === null ? IDLE : { text: `已保存 ${clockText(status.at)}`, color: 'teal.9' })} />;
    case 'waiting':
    case 'saving':
      return <Words text="正在保存…" color="dimmed" />;
    case 'failed':
      return (
        <Group gap="xs" wrap="nowrap" role="alert">
          <Words text={`未保存：${status.message}`} color="red.9" />
          <Button size="compact-sm" color="red" variant="light" onClick={onRetry}>
            再试一次
          </Button>
        </Group>
      );
    case 'refused':
      return <Words text="未保存" color="red.9" />;
  }
};

const IDLE = { text: '自动保存', color: 'dimmed' };

const Words = ({ text, color }: { readonly text: string; readonly color: string }): ReactElement => (
  <Text size="sm" c={color} truncate aria-live="polite">
    {text}
  </Text>
);

const WAYS_OUT: Readonly<Record<RefusalCode, { readonly explain: string; readonly button: string }>> = {
  stale: { explain: '这个项目刚才在别处改过。重新载入后，您在这里填的内容会保留。', button: '重新载入，保留我填的' },
  frozen: { explain: '这个项目已在别处点了“完成”，内容已锁定。', button: '修改，保存我填的' },
  'not-found': { explain: '这个项目已在别处删除。', button: '恢复这个项目，保存我填的' },
};

/** A save that trying again would not help: why, and the way out that loses nothing. */
export const RefusedSave = ({
  code,
  onRecover,
}: {
  readonly code: RefusalCode;
  readonly onRecover: (code: RefusalCode) => Promise<void>;
}): ReactElement => {
  const [busy, setBusy] = useState(false);
  const recover = async (): Promise<void> => {
    setBusy(true);
    await onRecover(code).catch(tellTrouble);
    setBusy(false);
  };
  return (
    <Alert color="red" title="刚才填的内容没有保存" role="alert" radius={0} px={20} py="xs">
      <Text size="sm" mb="xs">
        {WAYS_OUT[code].explain}
      </Text>
      <Button loading={busy} onClick={recover}>
        {WAYS_OUT[code].button}
      </Button>
    </Alert>
  );
};
