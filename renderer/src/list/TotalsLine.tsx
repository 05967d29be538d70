import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { wanText } from '../lib/format.ts';
import type { ListSums } from './view.ts';

export interface TotalsLineProps {
  readonly sums: ListSums;
  readonly count: number;
  readonly selected: number;
  readonly onClear: () => void;
}

/** What the projects found make together; amounts that are missing are told, never counted. */
export const TotalsLine = ({ sums, count, selected, onClear }: TotalsLineProps): ReactElement => (
  <Group px="md" h={40} gap="lg" wrap="nowrap" className="tabular" aria-label="合计">
    {selected > 0 && (
      <Group gap={4} wrap="nowrap" flex="none">
        <Text size="sm" c="blue.9">
          已选 <b>{selected}</b> 个
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={onClear}>
          取消选择
        </Button>
      </Group>
    )}
    <Text size="sm" flex="none">
      共 <b>{count}</b> 个项目
    </Text>
    <Text size="sm" truncate>
      合计 <b>{wanText(sums.totalFen)}</b> 万元（财政拨款 {wanText(sums.fiscalFen)}，其他资金 {wanText(sums.otherFen)}）
    </Text>
    {sums.withoutAmount > 0 && (
      <Text size="sm" c="orange.9" flex="none">
        未填金额 {sums.withoutAmount} 个
      </Text>
    )}
    <Text size="sm" ml="auto" flex="none">
      草稿 {sums.drafts} · 已完成 {sums.finished}
      {sums.approved > 0 && ` · 已批复 ${sums.approved}`}
    </Text>
  </Group>
);
