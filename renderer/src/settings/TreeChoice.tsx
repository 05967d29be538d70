import { Radio, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { indicatorTreeSchema, type IndicatorTree } from '../../../shared/model/unit.ts';

const TREES = [
  { value: '88', label: '成本在产出指标下面', description: '财预〔2015〕88号：产出、效益、满意度' },
  { value: '101', label: '成本单列一级', description: '财预〔2021〕101号：成本、产出、效益、满意度' },
] as const satisfies readonly {
  readonly value: IndicatorTree;
  readonly label: string;
  readonly description: string;
}[];

/** 指标体系: where 成本 stands. */
export const TreeChoice = ({
  value,
  onChange,
}: {
  readonly value: IndicatorTree;
  readonly onChange: (tree: IndicatorTree) => void;
}): ReactElement => (
  <Radio.Group
    label="指标体系"
    description="按县财政局印发的表来选"
    value={value}
    onChange={(tree) => onChange(indicatorTreeSchema.parse(tree))}
  >
    <Stack gap={6} mt={6}>
      {TREES.map((tree) => (
        <Radio key={tree.value} {...tree} />
      ))}
    </Stack>
  </Radio.Group>
);
