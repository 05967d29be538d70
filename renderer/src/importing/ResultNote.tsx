import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { tell, tellWithUndo, TroubleText } from '../lib/notify.tsx';
import { useConfirm, type Confirm, type Stored } from './use-confirm.ts';

/** After storing: how many, the way to them, and 撤销. */
export const ResultNote = ({
  stored,
  onUndone,
}: {
  readonly stored: Stored;
  readonly onUndone: () => void;
}): ReactElement => {
  const { undo, busy, trouble } = useConfirm();
  const takeBack = async (): Promise<void> => {
    const notes = await undo(stored);
    if (notes === null) return;
    tell(undoneText(notes));
    onUndone();
  };
  return (
    <Alert color="teal" role="status">
      <Group justify="space-between">
        <Text>{storedText(stored)}</Text>
        <Group gap="xs">
          <Button component={Link} href="/">
            去项目一览
          </Button>
          <Button variant="default" loading={busy} disabled={stored.ids.length === 0} onClick={() => void takeBack()}>
            撤销这次导入
          </Button>
        </Group>
      </Group>
      {trouble && <TroubleText trouble={trouble} />}
    </Alert>
  );
};

/** `已存入 17 个项目，1 个没有存。`, and what became of the rest of the papers. */
export const storedText = ({ added, skipped, notes }: Stored): string =>
  [`已存入 ${added} 个项目${skipped.length > 0 ? `，${skipped.length} 个没有存` : ''}。`, ...notes].join('');

/** What is said of an import that was taken back. */
export const undoneText = (notes: readonly string[]): string => ['已撤销这次导入。', ...notes].join('');

/** A note with 撤销, for where the result itself is not shown. */
export const tellStored = (stored: Stored, { undo }: Pick<Confirm, 'undo'>): void => {
  const takeBack = async (): Promise<void> => {
    const notes = await undo(stored);
    if (notes !== null && notes.length > 0) tell(undoneText(notes));
  };
  tellWithUndo(storedText(stored), () => void takeBack());
};
