import { Center, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { paperIdSchema } from '../../../shared/model/form-id.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import { mainForm } from '../papers/papers.ts';
import { Preview } from './Preview.tsx';
import { previewIds } from './selection.ts';

/** 打印预览 of the projects in the address, on the paper named there. */
export const PreviewPage = (): ReactElement => {
  const { ids: text, paper: named } = useParams<{ ids: string; paper?: string }>();
  const unit = currentUnit(useStart());
  const ids = previewIds(text);
  if (ids !== null) {
    return <Preview address={text} ids={ids} paper={paperIdSchema.safeParse(named).data ?? mainForm(unit)} />;
  }
  return (
    <Center flex={1}>
      <Stack>
        <Text>预览的项目要重新选择。</Text>
        <Link href="/">回到项目一览</Link>
      </Stack>
    </Center>
  );
};
