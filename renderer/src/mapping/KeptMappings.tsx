import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { tell, tellTrouble, tellWithUndo } from '../lib/notify.tsx';
import { useTRPC, useTRPCClient, type Outputs } from '../lib/trpc.ts';

type Kept = Outputs['mappings']['list'][number];

/** In 设置: the forms that a clerk has mapped by hand, to be renamed or forgotten. */
export const KeptMappings = (): ReactElement => {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const kept = useQuery(trpc.mappings.list.queryOptions());
  const refresh = (): Promise<void> => queryClient.invalidateQueries(trpc.mappings.list.queryFilter());
  const save = async (mapping: Kept): Promise<void> => {
    await client.mappings.save.mutate({ id: mapping.id, name: mapping.name.trim(), mapping: mapping.mapping });
    await refresh();
  };
  const rename = (mapping: Kept, name: string): void =>
    void save({ ...mapping, name }).then(() => tell('名称已改。'), tellTrouble);
  const remove = async (mapping: Kept): Promise<void> => {
    await client.mappings.remove.mutate({ id: mapping.id });
    await refresh();
    tellWithUndo(`已删除“${mapping.name}”。`, () => void save(mapping).catch(tellTrouble));
  };
  return (
    <Stack gap="xs">
      <Title order={2} size="md">
        手工对应过的表
      </Title>
      <Text size="sm" c="dimmed">
        导入时遇到同样的表，会按记住的方式读取。删除后，已经导入的项目不受影响。
      </Text>
      {kept.data?.length === 0 && <Text size="sm">还没有。导入认不出的表时，可以手工对应一次并记住。</Text>}
      {kept.data?.map((mapping) => (
        <KeptMapping
          key={`${mapping.id} ${mapping.name}`}
          mapping={mapping}
          onRename={(name) => rename(mapping, name)}
          onRemove={() => void remove(mapping).catch(tellTrouble)}
        />
      ))}
    </Stack>
  );
};

const KeptMapping = ({
  mapping,
  onRename,
  onRemove,
}: {
  readonly mapping: Kept;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}): ReactElement => {
  const [name, setName] = useState(mapping.name);
  const changed = name.trim() !== '' && name.trim() !== mapping.name;
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        aria-label={`“${mapping.name}”的名称`}
        w={320}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button variant="default" disabled={!changed} onClick={() => onRename(name)}>
        改名
      </Button>
      <Button variant="subtle" color="red" aria-label={`删除“${mapping.name}”`} onClick={onRemove}>
        删除
      </Button>
    </Group>
  );
};
