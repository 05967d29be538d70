import { Button, Center, Code, Collapse, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactElement } from 'react';

export interface BugPageProps {
  readonly details: string;
  readonly title?: string;
  readonly nextStep?: string;
}

/** A whole page for what should not have happened: what it means for the clerk, 复制错误信息, 重新打开. */
export const BugPage = ({
  details,
  title = '程序出了点问题',
  nextStep = '已保存的内容不会丢失。请点“重新打开”；如果还不行，请复制错误信息发给维护人员。',
}: BugPageProps): ReactElement => {
  const [shown, { toggle }] = useDisclosure(false);
  return (
    <Center h="100dvh" p="xl" role="alert">
      <Stack maw={640}>
        <Title order={2}>{title}</Title>
        <Text>{nextStep}</Text>
        <Group>
          <Button onClick={() => window.location.reload()}>重新打开</Button>
          <CopyButton value={details}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? '已复制' : '复制错误信息'}
              </Button>
            )}
          </CopyButton>
          <Button variant="subtle" onClick={toggle}>
            {shown ? '收起' : '查看错误信息'}
          </Button>
        </Group>
        <Collapse expanded={shown}>
          <Code block mah={300}>
            {details}
          </Code>
        </Collapse>
      </Stack>
    </Center>
  );
};
