import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ImportResult } from './contract.ts';
import { resultText } from './result-text.ts';
import { useShowImport } from './use-show-import.ts';
import { useUndo } from './use-undo.ts';

/** After storing: what was taken and what not and why, the way to it, and 撤销. */
export const ResultNote = ({
  result,
  onClose,
}: {
  readonly result: ImportResult;
  readonly onClose: () => void;
}): ReactElement => {
  const { undo, busy } = useUndo();
  const show = useShowImport();
  const { importId, ids, skipped, notes } = result;
  return (
    <Alert color="teal" role="status" withCloseButton closeButtonLabel="知道了" onClose={onClose}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} flex={1} miw={260}>
          <Text fw={600}>已存入。{resultText({ ...result, skipped: skipped.length })}</Text>
          {notes.map((note) => (
            <Text key={note} size="sm">
              {note}
            </Text>
          ))}
        </Stack>
        <Group gap="xs">
          <Button autoFocus disabled={ids.length === 0} onClick={() => show(importId)}>
            看这些项目
          </Button>
          <Button
            variant="default"
            loading={busy}
            disabled={ids.length === 0}
            onClick={() => void undo(importId).then((undone) => undone && onClose())}
          >
            撤销这次导入
          </Button>
        </Group>
      </Group>
      {skipped.length > 0 && <Skipped skipped={skipped} />}
    </Alert>
  );
};

/** The projects that were not stored, each with why. */
const Skipped = ({ skipped }: Pick<ImportResult, 'skipped'>): ReactElement => (
  <details style={{ marginTop: 6 }}>
    <summary>没有存的 {skipped.length} 个</summary>
    <ul style={{ margin: '4px 0', paddingLeft: 20, maxHeight: 160, overflow: 'auto' }}>
      {skipped.map(({ name, why }, place) => (
        <li key={place}>
          {name || '（没有名称）'}：{why}
        </li>
      ))}
    </ul>
  </details>
);
