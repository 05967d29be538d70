import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { tell, tellTrouble, tellWithUndo } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { useRefreshLists } from './use-rows.ts';

export interface ProjectActions {
  readonly create: () => Promise<void>;
  readonly open: (id: string) => void;
  readonly copy: (id: string) => Promise<void>;
  /** Asks first where it is more than one; can be taken back either way. */
  readonly remove: (ids: readonly string[], name: string) => void;
  /** Takes back the last removal; does nothing where there is none. */
  readonly undoRemove: () => Promise<void>;
}

interface Removal {
  readonly ids: readonly string[];
  /** Takes the note with 撤销 away. */
  readonly hideNote: () => void;
}

/** What can be done with projects from the list. Failures are told, never thrown. */
export const useProjectActions = (unit: Unit, year: Year): ProjectActions => {
  const client = useTRPCClient();
  const refresh = useRefreshLists();
  const [, navigate] = useLocation();
  const [removals, setRemovals] = useState<readonly Removal[]>([]);

  const open = (id: string): void => navigate(`/projects/${id}`);
  const create = (): Promise<void> =>
    client.projects.create.mutate({ unitId: unit.id, year, name: '' }).then(({ id }) => open(id), tellTrouble);
  const copy = async (id: string): Promise<void> => {
    try {
      const copied = await client.projects.copy.mutate({ id });
      await refresh();
      tell(`已复制为“${copied.content.name}”。`);
    } catch (error) {
      tellTrouble(error);
    }
  };
  const restore = async (ids: readonly string[]): Promise<void> => {
    removals.find((one) => one.ids === ids)?.hideNote();
    try {
      await client.projects.restore.mutate({ ids: [...ids] });
      setRemovals((old) => old.filter((one) => one.ids !== ids));
      await refresh();
      tell(`已恢复 ${ids.length} 个项目。`);
    } catch (error) {
      tellTrouble(error);
    }
  };
  const removeNow = async (ids: readonly string[], name: string): Promise<void> => {
    try {
      await client.projects.remove.mutate({ ids: [...ids] });
      await refresh();
      const hideNote = tellWithUndo(`已删除${name}。`, () => void restore(ids));
      setRemovals((old) => [...old, { ids, hideNote }]);
    } catch (error) {
      tellTrouble(error);
    }
  };
  const remove = (ids: readonly string[], name: string): void => {
    if (ids.length === 1) {
      void removeNow(ids, name);
      return;
    }
    modals.openConfirmModal({
      title: `删除 ${ids.length} 个项目？`,
      children: <Text>删除后可以马上按 Ctrl+Z 或点“撤销”恢复。</Text>,
      labels: { confirm: '删除', cancel: '不删除' },
      confirmProps: { color: 'red', 'data-autofocus': true },
      onConfirm: () => void removeNow(ids, name),
    });
  };
  const undoRemove = async (): Promise<void> => {
    const last = removals.at(-1);
    if (last) await restore(last.ids);
  };
  return { create, open, copy, remove, undoRemove };
};
