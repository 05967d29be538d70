import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactElement } from 'react';
import type { SaveStatus } from './autosave.ts';
import { unsavedStore } from './unsaved.ts';

/** One note a project: it goes when its text is stored or dealt with. */
export const noticeId = (projectId: string): string => `unsaved ${projectId}`;

const reasonOf = (status: SaveStatus): string => {
  if (status.kind === 'failed') return `${status.message}程序会继续尝试保存。`;
  if (status.kind !== 'refused') return '';
  return { stale: '它在别处改过了。', frozen: '它在别处点了“完成”。', 'not-found': '它在别处删除了。' }[status.code];
};

/** Says truly what became of text that could not be saved; stays until it is dealt with. `status`: null where it was long ago. */
export const showUnsaved = (
  { id, name }: { readonly id: string; readonly name: string },
  status: SaveStatus | null,
  open: () => void,
): void => {
  notifications.hide(noticeId(id));
  notifications.show({
    id: noticeId(id),
    color: 'red',
    autoClose: false,
    message: (
      <Notice
        text={`“${name === '' ? '未命名的项目' : name}”有内容没有保存上。${status === null ? '' : reasonOf(status)}`}
        survives={unsavedStore.survives(id)}
        onOpen={() => {
          notifications.hide(noticeId(id));
          open();
        }}
      />
    ),
  });
};

const Notice = ({
  text,
  survives,
  onOpen,
}: {
  readonly text: string;
  readonly survives: boolean;
  readonly onOpen: () => void;
}): ReactElement => (
  <div role="alert">
    <Text size="sm" fw={600}>
      {text}
    </Text>
    <Text size="sm" mb="xs">
      {survives
        ? '您填的内容已留在这台电脑上，打开这个项目就能放回。'
        : '您填的内容只留在这个窗口里，请先不要关闭窗口，打开这个项目放回。'}
    </Text>
    <Button size="compact-md" variant="light" color="red" onClick={onOpen}>
      打开这个项目
    </Button>
  </div>
);
