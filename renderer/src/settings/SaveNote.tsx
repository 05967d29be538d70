import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { SaveStatus } from './use-autosaved.ts';

const WORDS: Readonly<Record<SaveStatus, { readonly text: string; readonly colour: string }>> = {
  clean: { text: '修改后自动保存', colour: 'dimmed' },
  typing: { text: '正在保存…', colour: 'dimmed' },
  saved: { text: '✓ 已保存', colour: 'teal.9' },
  invalid: { text: '有一项不能为空，还没有保存', colour: 'red.9' },
  failed: { text: '没有保存成功', colour: 'red.9' },
};

/** Says whether what was typed is stored. */
export const SaveNote = ({ status }: { readonly status: SaveStatus }): ReactElement => (
  <Text size="sm" c={WORDS[status].colour} role="status">
    {WORDS[status].text}
  </Text>
);
