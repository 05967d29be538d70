import { Alert, Loader, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useParams } from 'wouter';
import { currentUnit, useStart } from '../lib/start.ts';
import { TroubleText } from '../lib/notify.tsx';
import { previewIds } from '../preview/selection.ts';
import { FillWork } from './FillWork.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';
import { useTemplate } from './use-template.ts';

const EXPLAIN =
  '县里发了空表，或者要照去年填好的表来填：选这个文件，程序认出每个格子填什么，把项目填进去，字体、合并、列宽、图片都不变。文件不会改动，填好的另存。';

/** 填县里的表: a file of the county's own, what is recognised in it, and the projects that go into it. */
export const FillPage = (): ReactElement => {
  const { ids } = useParams<{ ids?: string }>();
  const unit = currentUnit(useStart());
  const template = useTemplate();
  if (template.opened !== null && unit !== null) {
    return (
      <FillWork
        key={template.opened.templateId}
        opened={template.opened}
        unitId={unit.id}
        chosen={ids === undefined ? null : previewIds(ids)}
        onClose={template.close}
      />
    );
  }
  return (
    <Stack w="100%" maw={860} mx="auto" p="md" gap="md">
      <Title order={1} size="h3">
        填县里的表
      </Title>
      <Text size="sm">{EXPLAIN}</Text>
      {template.trouble && (
        <Alert color="red">
          <TroubleText trouble={template.trouble} />
        </Alert>
      )}
      {template.reading === null ? (
        <TemplateChoice onFile={(file) => void template.open(file)} onKept={(id) => void template.openKept(id)} />
      ) : (
        <Text role="status">
          <Loader size="xs" mr="xs" />
          正在读“{template.reading}”…
        </Text>
      )}
    </Stack>
  );
};
