import { Button, Card, Center, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useStart } from '../lib/start.ts';
import { blankUnit, completed } from './new-unit.ts';
import { UnitForm } from './UnitForm.tsx';
import { useBegin } from './use-create-unit.ts';

/** The very first page: fill in for an own unit, start from last year's file, or look around with sample data. */
export const FirstRun = (): ReactElement => {
  const { settings } = useStart();
  const [, navigate] = useLocation();
  const [creating, setCreating] = useState(false);
  const { createUnit, loadSample } = useBegin();
  if (creating) {
    return (
      <Page title="新建单位" lead="这些内容会自动带入每张表，以后可以在“设置”里改。">
        <Card withBorder padding="lg">
          <UnitForm
            initial={blankUnit(settings.year, '')}
            submitLabel="开始填报"
            busy={createUnit.isPending}
            onSubmit={(unit) => createUnit.mutate(completed(unit))}
            onCancel={() => setCreating(false)}
          />
        </Card>
      </Page>
    );
  }
  return (
    <Page title="欢迎使用绩效填报" lead="填写项目支出绩效目标，按本县要的表打印出来，或者导出 Excel、Word 发出去。">
      <SimpleGrid cols={3}>
        <Way
          title="新建单位"
          text="填好单位名称和年度，从第一个项目开始填。"
          action={
            <Button fullWidth onClick={() => setCreating(true)} data-autofocus>
              新建单位
            </Button>
          }
        />
        <Way
          title="从文件开始"
          text="把去年的绩效目标表（Excel、Word 或文字）导入进来，在上面修改。"
          action={
            <Button fullWidth variant="default" onClick={() => navigate('/import')}>
              导入文件
            </Button>
          }
        />
        <Way
          title="先试一试"
          text="用示例数据看看：示例县示例镇，12 个项目，可以随意修改，以后可以删除。"
          action={
            <Button fullWidth variant="default" loading={loadSample.isPending} onClick={() => loadSample.mutate()}>
              使用示例数据
            </Button>
          }
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" ta="center">
        数据只保存在这台电脑上，不联网。
      </Text>
    </Page>
  );
};

const Page = (props: { readonly title: string; readonly lead: string; readonly children: ReactNode }): ReactElement => (
  <Center mih="100dvh" p="xl">
    <Stack w="100%" maw={860} gap="lg">
      <div>
        <Title order={1} size="h2">
          {props.title}
        </Title>
        <Text c="dimmed">{props.lead}</Text>
      </div>
      {props.children}
    </Stack>
  </Center>
);

const Way = (props: { readonly title: string; readonly text: string; readonly action: ReactNode }): ReactElement => (
  <Card withBorder padding="lg">
    <Stack justify="space-between" h="100%">
      <div>
        <Title order={2} size="h4" mb={4}>
          {props.title}
        </Title>
        <Text size="sm">{props.text}</Text>
      </div>
      {props.action}
    </Stack>
  </Card>
);
