import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';

export interface FillBarProps {
  readonly file: string;
  /** Each project can be a file of its own. */
  readonly perProject: boolean;
  readonly ready: boolean;
  readonly count: number;
  readonly onSave: (mode: 'one' | 'files') => void;
  readonly onKeep: () => void;
  readonly onClose: () => void;
}

/** Above the picture: which file, and what can be done with it. */
export const FillBar = ({ file, perProject, ready, count, onSave, onKeep, onClose }: FillBarProps): ReactElement => (
  <Group px="md" py={8} gap="xs" wrap="nowrap" role="toolbar" aria-label="填表操作">
    <Button px="sm" variant="subtle" flex="none" onClick={onClose}>
      换一个文件
    </Button>
    <Text fw={600} truncate title={file} component="h1">
      {file}
    </Text>
    <Group gap="xs" ml="auto" wrap="nowrap" flex="none">
      <Button px="sm" variant="default" onClick={onKeep} title="明年不用再找这个文件">
        记住这份表样
      </Button>
      {perProject && (
        <Button px="sm" variant="default" disabled={!ready} onClick={() => onSave('files')}>
          每个项目一个文件
        </Button>
      )}
      <Button px="sm" disabled={!ready} onClick={() => onSave('one')}>
        填好并保存（{count}）
      </Button>
    </Group>
  </Group>
);
