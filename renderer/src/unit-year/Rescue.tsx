import { Alert, Button, Group, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { bringBack, type StoredUnitYear } from './open-unit-year.ts';
import { keyText, unitYearStore } from './unsaved.ts';

/** A save that trying again would not help: the way out that loses nothing. */
export const RefusedYear = ({ onRecover }: { readonly onRecover: () => Promise<void> }): ReactElement => {
  const [busy, setBusy] = useState(false);
  const recover = async (): Promise<void> => {
    setBusy(true);
    await onRecover().catch(tellTrouble);
    setBusy(false);
  };
  return (
    <Alert color="red" title="刚才填的内容没有保存" role="alert">
      <Text size="sm" mb="xs">
        这一页刚才在别处改过。重新载入后，您在这里填的内容会保留。
      </Text>
      <Button loading={busy} onClick={() => void recover()}>
        重新载入，保留我填的
      </Button>
    </Alert>
  );
};

/** Text that could not be saved before, while the same part was changed elsewhere: puts it back, or lets it go. */
export const KeptYearText = ({
  stored: { unitId, year },
  onDone,
}: {
  readonly stored: StoredUnitYear;
  /** The year must be read again. */
  readonly onDone: () => void;
}): ReactElement => {
  const { unitYears } = useTRPCClient();
  const [busy, setBusy] = useState(false);
  const back = async (): Promise<void> => {
    setBusy(true);
    try {
      await bringBack(unitYears, unitYearStore, { unitId, year });
      tell('没有保存上的内容已放回。');
      onDone();
    } catch (error) {
      tellTrouble(error);
    }
    setBusy(false);
  };
  const drop = (): void => {
    unitYearStore.discard(keyText({ unitId, year }));
    onDone();
  };
  return (
    <Alert color="orange" title="上次有内容没有保存上，已替您留着" role="alert">
      <Text size="sm" mb="xs">
        同一栏后来在别处改过。放回后以您填的为准，别的栏不变。
      </Text>
      <Group>
        <Button loading={busy} onClick={() => void back()}>
          放回我填的
        </Button>
        <Button variant="default" disabled={busy} onClick={drop}>
          不要了
        </Button>
      </Group>
    </Alert>
  );
};
