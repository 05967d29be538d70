import { Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { WholeNumber } from '../lib/WholeNumber.tsx';
import type { MappingEdit, MappingStart } from './use-mapping.ts';

/** Above the table: what kind of table it is, which one is shown, and where its head stands. */
export const ShapeBar = ({
  start: { tables },
  edit,
}: {
  readonly start: MappingStart;
  readonly edit: MappingEdit;
}): ReactElement => {
  const { mapping, headAt } = edit;
  return (
    <>
      <Group gap="md" mb={6}>
        <SegmentedControl
          aria-label="这是什么样的表"
          value={mapping.shape}
          onChange={edit.setShape}
          data={[
            { value: 'list', label: '一张表里有许多项目' },
            { value: 'single', label: '一个项目一张表' },
          ]}
        />
        {tables.length > 1 && (
          <NativeSelect
            aria-label="看哪张表"
            value={String(edit.table)}
            onChange={(event) => edit.showTable(Number(event.currentTarget.value))}
            data={tables.map(({ name }, index) => ({ value: String(index), label: name }))}
          />
        )}
        <Group gap={6} wrap="nowrap">
          <Text size="sm">{mapping.shape === 'list' ? '表头' : '指标的表头'}从第</Text>
          <WholeNumber
            aria-label="表头从第几行开始"
            w={72}
            min={1}
            max={100_000}
            value={headAt}
            onChange={(at) => edit.setHead(at, mapping.headerRows)}
          />
          <Text size="sm">行开始，共</Text>
          <WholeNumber
            aria-label="表头共几行"
            w={64}
            min={1}
            max={6}
            value={Math.max(1, mapping.headerRows)}
            onChange={(rows) => edit.setHead(headAt, rows)}
          />
          <Text size="sm">行</Text>
        </Group>
        <NativeSelect
          aria-label="表里没写金额单位时"
          value={mapping.amountUnit}
          onChange={(event) => edit.setAmountUnit(event.currentTarget.value === '元' ? '元' : '万元')}
          data={[
            { value: '万元', label: '没写单位的按万元' },
            { value: '元', label: '没写单位的按元' },
          ]}
        />
      </Group>
      <Text size="sm" c="dimmed" mb={6}>
        {mapping.shape === 'list'
          ? '在每一列上面选它是什么，不需要的列不用选。点表头也可以选。'
          : '点一下填着内容的格子，选它是什么；指标部分在列上面选。'}
      </Text>
    </>
  );
};
