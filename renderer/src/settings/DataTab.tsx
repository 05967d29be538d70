import { Button, Code, CopyButton, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useStart } from '../lib/start.ts';

/** 数据: where everything lies, and what a maintainer asks first. */
export const DataTab = (): ReactElement => {
  const { dataFolder, version, host, pdf } = useStart();
  const facts = [
    { label: '程序版本', value: version },
    { label: '运行方式', value: host === 'desktop' ? '桌面窗口' : '浏览器（只在本机）' },
    { label: '生成 PDF', value: pdf === 'program' ? '由本程序生成' : '在浏览器的打印窗口里选“另存为 PDF”' },
  ];
  return (
    <Stack>
      <div>
        <Text fw={600}>数据存放在</Text>
        <Group gap="xs">
          <Code fz="sm">{dataFolder}</Code>
          <CopyButton value={dataFolder}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="subtle" onClick={copy}>
                {copied ? '已复制' : '复制'}
              </Button>
            )}
          </CopyButton>
        </Group>
      </div>
      <Text size="sm">
        全部数据只在这台电脑上，不联网。换电脑时先退出程序，再把整个文件夹拷过去。每次导入和升级之前，程序会自动在其中的
        backups 文件夹里留一份核对过的备份。
      </Text>
      <Table withRowBorders={false} w="auto">
        <Table.Tbody>
          {facts.map(({ label, value }) => (
            <Table.Tr key={label}>
              <Table.Th>{label}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
