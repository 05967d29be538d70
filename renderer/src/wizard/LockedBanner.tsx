import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ProjectState } from '../../../shared/model/project.ts';
import { useReopen } from './use-finish.ts';

/** Above a finished project: why nothing can be typed, and how to change it after all. */
export const LockedBanner = ({
  id,
  state,
  onReopened,
}: {
  readonly id: string;
  readonly state: ProjectState;
  readonly onReopened: () => void;
}): ReactElement => {
  const reopening = useReopen(id, onReopened);
  return (
    <Alert color="teal" radius={0} px={20} py={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {state === 'approved' ? '已批复，内容已锁定' : '已完成，内容已锁定'}
        </Text>
        <Button size="compact-md" variant="default" loading={reopening.busy} onClick={reopening.run}>
          修改
        </Button>
      </Group>
    </Alert>
  );
};
