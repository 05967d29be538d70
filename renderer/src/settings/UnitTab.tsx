import { Badge, Divider, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { useStart } from '../lib/start.ts';
import { printsDepartment } from '../papers/papers.ts';
import { SaveNote } from './SaveNote.tsx';
import { TreeChoice } from './TreeChoice.tsx';
import { MainFormHint, UnitForms } from './UnitForms.tsx';
import { UnitList } from './UnitList.tsx';
import { useAutosaved } from './use-autosaved.ts';
import { useSaveUnit } from './use-save-unit.ts';

const FIELDS = [
  { key: 'name', label: '实施单位', description: '全称，新项目自动带入' },
  { key: 'department', label: '主管部门', description: '全称，新项目自动带入，印在表头和“主管部门及代码”' },
  { key: 'departmentCode', label: '主管部门代码', description: '没有可以不填' },
  { key: 'code', label: '单位代码', description: '没有可以不填' },
] as const satisfies readonly { readonly key: keyof Unit; readonly label: string; readonly description: string }[];

/** 单位: the names printed on every table, its forms and rules, the years there are, and the other units. */
export const UnitTab = ({ unit }: { readonly unit: Unit }): ReactElement => {
  const { years } = useStart();
  const { value, set, status } = useAutosaved(
    unit,
    useSaveUnit(),
    ({ name, forms }) => !isBlank(name) && forms.length > 0,
  );
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
      <Divider />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Stack gap="xs">
          <UnitForms value={value.forms} onChange={(forms) => set({ forms })} />
          <MainFormHint />
        </Stack>
        <Stack>
          <TreeChoice value={value.tree} onChange={(tree) => set({ tree })} />
          {printsDepartment(value) && (
            <TextInput
              label="审核单位"
              description="印在封面上，一般是县财政局"
              placeholder="例如：示例县财政局"
              value={value.reviewer}
              maxLength={500}
              onChange={(event) => set({ reviewer: event.currentTarget.value })}
            />
          )}
        </Stack>
      </SimpleGrid>
      <Divider />
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
      <UnitList current={unit} />
    </Stack>
  );
};
