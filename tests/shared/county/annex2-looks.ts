import fc from 'fast-check';
import type { Merges } from './grid.ts';
import type { Tree } from './projects.ts';

/* How other counties print 目标表, a project a table: other words, other columns, other programs. */

export interface Look {
  readonly tree: Tree;
  readonly title: string;
  readonly labels: Labels;
  /** Rows of fields that no form of the house has. */
  readonly strangers: boolean;
  readonly funds: 'rows' | 'one row' | 'inline' | 'sources';
  readonly unit: 'label' | 'line' | 'yuan label' | 'yuan line';
  /** Columns after 二级指标 in printed order. */
  readonly columns: readonly Column[];
  /** A column of running numbers before the levels. */
  readonly numbered: boolean;
  readonly wording: Wording;
  readonly emptyRows: boolean;
  /** Label of the first column: in the header row, or merged from the header down. */
  readonly root: 'header' | 'merged' | 'none';
  readonly merges: Merges;
  readonly sheets: 'each' | 'one';
  readonly margin: number;
  readonly foot: boolean;
}

export type Column = 'name' | 'value' | 'operator' | 'number' | 'unit' | 'weight' | 'note' | 'direction' | 'rule';

export type Wording = 'brackets' | 'half brackets' | 'plain' | 'short' | 'points' | 'public';

export interface Labels {
  readonly name: string;
  readonly department: string;
  readonly unit: string;
  readonly attribute: string;
  readonly period: string;
  readonly funds: string;
  readonly total: string;
  readonly fiscal: string;
  readonly other: string;
  readonly goals: string;
}

const LABELS: readonly Labels[] = [
  {
    name: '项目名称',
    department: '主管部门及代码',
    unit: '实施单位',
    attribute: '项目属性',
    period: '项目期',
    funds: '项目资金',
    total: '年度资金总额：',
    fiscal: '其中：财政拨款',
    other: '      其他资金',
    goals: '年度总体目标',
  },
  {
    name: '项目名称',
    department: '主管部门',
    unit: '项目单位',
    attribute: '项目性质',
    period: '项目期限',
    funds: '资金情况',
    total: '资金总额：',
    fiscal: '当年财政拨款',
    other: '其他',
    goals: '总体目标',
  },
  {
    name: '项 目 名 称',
    department: '业务主管部门',
    unit: '项目实施单位',
    attribute: '项目类型',
    period: '实施期',
    funds: '预算情况',
    total: '年度预算总额',
    fiscal: '其中:财政资金',
    other: '其它资金',
    goals: '年度绩效目标',
  },
  {
    name: '项目名称',
    department: '主管部门（盖章）',
    unit: '预算单位',
    attribute: '项目类别',
    period: '项目周期',
    funds: '项目资金申请',
    total: '项目资金总额',
    fiscal: '本年财政拨款',
    other: '单位资金',
    goals: '绩效目标',
  },
];

export const lookOf: fc.Arbitrary<Look> = fc.record({
  tree: fc.constantFrom<Tree[]>('88', '88', '101'),
  title: fc.constantFrom(
    '附件 2：青石县柳林镇人民政府项目支出预算绩效目标表',
    '项目支出绩效目标表',
    '2025年部门预算项目支出绩效目标表',
    '青石县柳林镇人民政府2025年项目绩效目标表',
    '',
  ),
  labels: fc.constantFrom(...LABELS),
  strangers: fc.boolean(),
  funds: fc.constantFrom('rows' as const, 'rows' as const, 'one row' as const, 'inline' as const, 'sources' as const),
  unit: fc.constantFrom(
    'label' as const,
    'label' as const,
    'line' as const,
    'yuan label' as const,
    'yuan line' as const,
  ),
  columns: fc.constantFrom<(readonly Column[])[]>(
    ['name', 'value'],
    ['name', 'value'],
    ['name', 'value', 'note'],
    ['name', 'value', 'weight'],
    ['name', 'value', 'unit', 'weight', 'note'].filter((one): one is Column => one !== 'unit'),
    ['name', 'operator', 'number', 'unit'],
    ['name', 'operator', 'number', 'unit', 'weight'],
    ['name', 'operator', 'number', 'unit', 'weight', 'direction'],
    ['name', 'direction', 'operator', 'number', 'unit', 'note'],
    ['weight', 'name', 'value', 'rule'],
    ['value', 'name'],
    ['name', 'number', 'unit'],
  ),
  numbered: fc.constantFrom(false, false, true),
  wording: fc.constantFrom<Wording[]>('brackets', 'half brackets', 'plain', 'plain', 'short', 'points', 'public'),
  emptyRows: fc.boolean(),
  root: fc.constantFrom('header' as const, 'merged' as const, 'none' as const),
  merges: fc.constantFrom<Merges[]>('first', 'first', 'each', 'lost'),
  sheets: fc.constantFrom('each' as const, 'one' as const),
  margin: fc.constantFrom(0, 0, 1),
  foot: fc.boolean(),
});
