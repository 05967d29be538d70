import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';

/** Says that the list shows only what one import stored, and leads back to all. */
export const ImportFilter = ({
  count,
  onShowAll,
}: {
  readonly count: number;
  readonly onShowAll: () => void;
}): ReactElement => (
  <Group gap="sm" px="md" py={6} bg="blue.0">
    <Text size="sm" role="status">
      只显示这次导入的 {count} 个项目
    </Text>
    <Button size="compact-sm" variant="default" onClick={onShowAll}>
      显示全部
    </Button>
  </Group>
);
