import { Alert, Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { FileDrop } from '../lib/FileDrop.tsx';
import { TroubleText } from '../lib/notify.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { useVerify, type Checked } from './use-verify.ts';

const EXPLAIN =
  '收到一份表格，想知道它和盖章的纸质表是不是同一份：选这个文件，看按内容算出的校验码和页脚印的是否一致，再和纸上的对一眼。文件不会存入程序，也不会改动。';

/** 核对文件: whether a file still says what was printed, by the 校验码 at the foot of its pages. Nothing is stored. */
export const VerifyPage = (): ReactElement => {
  const { checked, check, clear } = useVerify();
  return (
    <Stack w="100%" maw={860} mx="auto" p="md" gap="md">
      <Group justify="space-between">
        <Title order={1} size="h3">
          核对文件
        </Title>
        {checked.length > 0 && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={clear}>
            清空
          </Button>
        )}
      </Group>
      <Text size="sm">{EXPLAIN}</Text>
      <FileDrop
        onFiles={(files) => void check(files)}
        accept=".xlsx,.docx"
        hint="本程序导出的 Excel（xlsx）或 Word（docx），可以一次选多个"
      />
      {checked.map((one) => (
        <CheckedFile key={one.key} checked={one} />
      ))}
    </Stack>
  );
};

const CheckedFile = ({ checked }: { readonly checked: Checked }): ReactElement => {
  switch (checked.state) {
    case 'reading':
      return (
        <Paper withBorder p="md">
          <Group role="status">
            <Loader size="sm" />
            <Text>正在核对“{checked.name}”…</Text>
          </Group>
        </Paper>
      );
    case 'failed':
      return (
        <Alert color="red" title={checked.name}>
          <TroubleText trouble={checked.trouble} />
        </Alert>
      );
    case 'ready':
      return <OutcomeTable name={checked.name} tables={checked.result.tables} />;
  }
};
