import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Year } from '../../../shared/model/unit.ts';
import { CarryFromLastYear } from '../carry/CarryFromLastYear.tsx';

export interface EmptyListProps {
  readonly unitId: string;
  readonly year: Year;
  /** True where a search or filter hides the projects there are. */
  readonly filtered: boolean;
  readonly onCreate: () => void;
  readonly onShowAll: () => void;
}

/** Instead of an empty list: why it is empty and what to do next. */
export const EmptyList = ({ unitId, year, filtered, onCreate, onShowAll }: EmptyListProps): ReactElement => (
  <Center flex={1} bg="white">
    <Stack align="center" gap="sm" p="xl">
      <Title order={3}>{filtered ? '没有找到符合条件的项目' : `${year} 年度还没有项目`}</Title>
      <Text c="dimmed">
        {filtered ? '换一个词搜索，或者显示全部项目。' : '新建一个项目，从上一年结转，或者把已有的绩效目标表导入进来。'}
      </Text>
      {filtered ? (
        <Button variant="default" onClick={onShowAll}>
          显示全部
        </Button>
      ) : (
        <Group>
          <Button onClick={onCreate}>新建项目</Button>
          <CarryFromLastYear unitId={unitId} year={year} />
          <Button variant="default" component={Link} href="/import">
            从文件导入
          </Button>
        </Group>
      )}
    </Stack>
  </Center>
);
