import { Badge, Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { tellTrouble } from '../lib/notify.tsx';
import { useStart } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';
import { blankUnit, completed } from '../start/new-unit.ts';
import { UnitForm } from '../start/UnitForm.tsx';
import { useBegin } from '../start/use-create-unit.ts';
import { SaveNote } from './SaveNote.tsx';
import { useAutosaved } from './use-autosaved.ts';

const FIELDS = [
  { key: 'name', label: '实施单位', description: '全称，新项目自动带入' },
  { key: 'department', label: '主管部门', description: '全称，新项目自动带入，印在表头和“主管部门及代码”' },
  { key: 'departmentCode', label: '主管部门代码', description: '没有可以不填' },
  { key: 'code', label: '单位代码', description: '没有可以不填' },
] as const satisfies readonly { readonly key: keyof Unit; readonly label: string; readonly description: string }[];

/** 单位: the names printed on every table, the years there are, and further units. */
export const UnitTab = ({ unit }: { readonly unit: Unit }): ReactElement => {
  const { years } = useStart();
  const { value, set, status } = useAutosaved(unit, useSaveUnit(), ({ name }) => !isBlank(name));
  return (
    <Stack>
      <SaveNote status={status} />
      <SimpleGrid cols={2}>
        {FIELDS.map(({ key, label, description }) => (
          <TextInput
            key={key}
            label={label}
            description={description}
            value={value[key]}
            maxLength={500}
            onChange={(event) => set({ [key]: event.currentTarget.value })}
            error={key === 'name' && isBlank(value.name) ? '实施单位不能为空' : null}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        改名只影响以后新建的项目，已经填好的项目不会被改动。
      </Text>
      <Group gap="xs">
        <Text size="sm">已有年度：</Text>
        {years.map((year) => (
          <Badge key={year} variant="light" size="lg" radius="sm">
            {year}
          </Badge>
        ))}
        <Text size="sm" c="dimmed">
          在右上角切换年度或新开年度
        </Text>
      </Group>
      <AnotherUnit />
    </Stack>
  );
};

const useSaveUnit = (): ((unit: Unit) => Promise<boolean>) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutateAsync } = useMutation(
    trpc.units.save.mutationOptions({
      onError: tellTrouble,
      onSettled: () => queryClient.invalidateQueries(trpc.start.state.queryFilter()),
    }),
  );
  return (unit) =>
    mutateAsync(unit).then(
      () => true,
      () => false,
    );
};

const AnotherUnit = (): ReactElement => {
  const { settings } = useStart();
  const [asking, setAsking] = useState(false);
  const { createUnit } = useBegin();
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        再建一个单位
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="再建一个单位" size="lg">
        {asking && (
          <UnitForm
            initial={blankUnit(settings.year, settings.operator)}
            submitLabel="新建"
            busy={createUnit.isPending}
            onSubmit={(unit) => createUnit.mutate(completed(unit), { onSuccess: () => setAsking(false) })}
          />
        )}
      </Modal>
    </div>
  );
};
