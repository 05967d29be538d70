import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Settings } from '../../../shared/model/unit.ts';
import { WholeNumber } from '../lib/WholeNumber.tsx';
import { attributesOf, departmentsOf, departmentsText } from './lists.ts';
import type { Autosaved } from './use-autosaved.ts';

/** 填报: who fills in, and what the wizard offers. */
export const FillingTab = ({ settings }: { readonly settings: Autosaved<Settings> }): ReactElement => {
  const { value, set } = settings;
  // Half-typed lines and blank ones stay on screen; only the list made of them is stored.
  const [attributes, setAttributes] = useState(value.attributes.join('\n'));
  const [departments, setDepartments] = useState(departmentsText(value.departments));
  return (
    <Stack>
      <SimpleGrid cols={2}>
        <TextInput
          label="填报人"
          description="记在修改记录里，也用在邮件落款和签字栏"
          value={value.operator}
          maxLength={500}
          onChange={(event) => set({ operator: event.currentTarget.value })}
        />
        <WholeNumber
          label="指标权重合计"
          description="一个项目各指标的权重加起来要等于它；另外 10 分一般是预算执行率"
          value={value.weightSum}
          min={1}
          max={1000}
          onChange={(weightSum) => set({ weightSum })}
        />
      </SimpleGrid>
      <SimpleGrid cols={2}>
        <Textarea
          label="项目属性"
          description="填表时可以直接选，一行一个"
          autosize
          minRows={5}
          maxRows={14}
          value={attributes}
          onChange={(event) => {
            setAttributes(event.currentTarget.value);
            set({ attributes: attributesOf(event.currentTarget.value) });
          }}
        />
        <Textarea
          label="主管部门"
          description="一行一个；有代码的写在后面，用空格隔开"
          autosize
          minRows={5}
          maxRows={14}
          value={departments}
          onChange={(event) => {
            setDepartments(event.currentTarget.value);
            set({ departments: departmentsOf(event.currentTarget.value) });
          }}
        />
      </SimpleGrid>
    </Stack>
  );
};
