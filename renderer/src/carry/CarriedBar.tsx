import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useState, useSyncExternalStore, type ReactElement } from 'react';
import type { Year } from '../../../shared/model/unit.ts';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { useRefreshLists } from '../list/use-rows.ts';
import { lastCarried } from './carried.ts';

/** Above the list of a year into which projects were just taken: what was done, and the way back, for as long as one looks. */
export const CarriedBar = ({ unitId, year }: { readonly unitId: string; readonly year: Year }): ReactElement | null => {
  const client = useTRPCClient();
  const refresh = useRefreshLists();
  const [busy, setBusy] = useState(false);
  const carried = useSyncExternalStore(lastCarried.subscribe, lastCarried.get);
  if (carried?.unitId !== unitId || carried.year !== year) return null;
  const undo = async (): Promise<void> => {
    setBusy(true);
    try {
      const { count, notes } = await client.carry.undo.mutate({ ids: [...carried.ids] });
      lastCarried.set(null);
      await refresh();
      tell([`已撤销结转，${count} 个项目已去掉。`, ...notes].join(''));
    } catch (error) {
      tellTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Group px="md" py={4} gap="xs" bg="teal.0" role="status">
      <Text size="sm">
        从 {carried.fromYear} 年度结转来 {carried.ids.length} 个项目，打开项目可以逐栏对照去年。
      </Text>
      <Button size="compact-sm" variant="default" ml="auto" loading={busy} onClick={() => void undo()}>
        撤销结转
      </Button>
      <CloseButton aria-label="不再提示" onClick={() => lastCarried.set(null)} />
    </Group>
  );
};
