import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';

/** What is next once the project is finished. */
export const FinishedStep = ({
  onPreview,
  onExport,
  onNext,
}: {
  readonly onPreview: () => void;
  readonly onExport: () => void;
  /** Undefined at the last project. */
  readonly onNext: (() => void) | undefined;
}): ReactElement => (
  <Stack>
    <Alert color="teal" title="这个项目已完成">
      <Text size="sm">可以打印、导出，或接着填下一个项目。</Text>
    </Alert>
    <Group>
      <Button data-first="" onClick={onPreview}>
        打印预览
      </Button>
      <Button variant="default" onClick={onExport}>
        导出
      </Button>
      {onNext && (
        <Button variant="default" onClick={onNext}>
          下一个项目
        </Button>
      )}
    </Group>
  </Stack>
);
