import { Alert, Button, Group, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { ProjectState } from '../../../shared/model/project.ts';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { bringBack } from './open-project.ts';
import { unsavedStore } from './unsaved.ts';

/** Why the text does not go back by itself, and what putting it back does. */
const WAYS = {
  draft: { explain: '同样的栏后来在别处改过。放回后以您填的为准，别的栏不变。', button: '放回我填的' },
  finished: { explain: '这个项目后来点了“完成”，内容已锁定。', button: '修改，放回我填的' },
  approved: { explain: '这个项目后来已批复，内容已锁定。', button: '修改，放回我填的' },
  deleted: { explain: '这个项目后来删除了。', button: '恢复这个项目，放回我填的' },
} as const satisfies Record<ProjectState | 'deleted', unknown>;

/** Above a project whose text could not be saved before: puts it back, or lets it go. */
export const KeptText = ({
  id,
  state,
  onDone,
}: {
  readonly id: string;
  readonly state: ProjectState | 'deleted';
  /** The project must be read again. */
  readonly onDone: () => void;
}): ReactElement => {
  const { projects } = useTRPCClient();
  const [busy, setBusy] = useState(false);
  const back = async (): Promise<void> => {
    setBusy(true);
    try {
      await bringBack(projects, unsavedStore, id);
      tell('没有保存上的内容已放回。');
      onDone();
    } catch (error) {
      tellTrouble(error);
    }
    setBusy(false);
  };
  const drop = (): void => {
    unsavedStore.discard(id);
    onDone();
  };
  return (
    <Alert color="orange" title="上次有内容没有保存上，已替您留着" role="alert" radius={0} px={20} py="xs">
      <Text size="sm" mb="xs">
        {WAYS[state].explain}
      </Text>
      <Group>
        <Button loading={busy} onClick={back}>
          {WAYS[state].button}
        </Button>
        <Button variant="default" disabled={busy} onClick={drop}>
          不要了
        </Button>
      </Group>
    </Alert>
  );
};
