import { Button, CopyButton, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactElement } from 'react';
import { troubleOf, type Trouble } from './errors.ts';

const TEN_SECONDS = 10_000;
/** The cross of a note says what it does. */
const CLOSE = { closeButtonProps: { 'aria-label': '关闭' } };

/** Says that something is done. */
export const tell = (message: string): void => {
  notifications.show({ ...CLOSE, message, color: 'teal', autoClose: 4_000 });
};

/**
 * Says that something is done, with one button to take it back; stays for ten seconds.
 * @returns takes the note away, where it was taken back by other means
 */
export const tellWithUndo = (message: string, undo: () => void): (() => void) => {
  const id = notifications.show({
    ...CLOSE,
    autoClose: TEN_SECONDS,
    color: 'teal',
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          flex="none"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          撤销
        </Button>
      </Group>
    ),
  });
  return () => notifications.hide(id);
};

/** Says what went wrong and what to do; stays until it is closed. */
export const tellTrouble = (error: unknown): void => {
  notifications.show({ ...CLOSE, color: 'red', autoClose: false, message: <TroubleText trouble={troubleOf(error)} /> });
};

/** One failure in words, with 复制错误信息 where it is a bug. */
export const TroubleText = ({ trouble }: { readonly trouble: Trouble }): ReactElement => (
  <div role="alert">
    <Text size="sm" fw={600}>
      {trouble.message}
    </Text>
    {trouble.nextStep !== '' && <Text size="sm">{trouble.nextStep}</Text>}
    {trouble.details !== '' && (
      <CopyButton value={trouble.details}>
        {({ copied, copy }) => (
          <Button mt={4} size="compact-sm" variant="light" color="red" onClick={copy}>
            {copied ? '已复制' : '复制错误信息'}
          </Button>
        )}
      </CopyButton>
    )}
  </div>
);
