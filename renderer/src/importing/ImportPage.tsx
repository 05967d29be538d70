import { Alert, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useStart } from '../lib/start.ts';
import { ConfirmBar } from './ConfirmBar.tsx';
import classes from './Import.module.css';
import { InputArea } from './InputArea.tsx';
import { ResultNote } from './ResultNote.tsx';
import { SourceList } from './SourceList.tsx';
import type { Stored } from './use-confirm.ts';
import { useReader } from './use-reader.ts';

/** 导入: read files or pasted text, check what is doubtful, store what is wanted. Nothing is stored before the last click. */
export const ImportPage = (): ReactElement => {
  const { empty } = useStart();
  const reader = useReader();
  const [stored, setStored] = useState<Stored | null>(null);
  return (
    <div style={{ height: empty ? '100dvh' : '100%', overflow: 'auto', display: 'flex', flexDirection: 'column' }}>
      <Stack className={classes.page} flex={1}>
        <Group justify="space-between">
          <Title order={1} size="h3">
            导入绩效目标表
          </Title>
          {empty && (
            <Anchor component={Link} href="/">
              返回
            </Anchor>
          )}
        </Group>
        {stored && <ResultNote stored={stored} onUndone={() => setStored(null)} />}
        <InputArea {...reader} small={reader.sources.length > 0} />
        {reader.sources.length === 0 && !stored && (
          <Alert color="gray" variant="light">
            <Text size="sm">
              程序会认出每个项目的名称、金额、目标和指标，拿不准的地方用 ⚠
              标出来，由您核对后再存入。原来的文件不会改动。
            </Text>
          </Alert>
        )}
        <SourceList sources={reader.sources} dispatch={reader.dispatch} />
      </Stack>
      <ConfirmBar
        {...reader}
        onStored={(result) => {
          setStored(result);
          reader.dispatch({ type: 'clear' });
        }}
      />
    </div>
  );
};
