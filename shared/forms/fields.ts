import type { FieldDefinition } from './form.ts';

/*
 * Fields that several official forms ask in the same words: 附件2 is the national 申报表 without its 中期 half. A form that prints
 * another label or wants another hint says so over these: `{ ...NAME, printed: '单位及项目名称' }`.
 */

export const NAME = {
  path: 'name',
  label: '项目名称',
  printed: '项目名称',
  step: 'basics',
  required: true,
  kind: 'text',
  hint: '与预算文件中的项目名称一致，例如“村干部任职补贴”。',
} as const satisfies FieldDefinition;

export const DEPARTMENT_AND_CODE = {
  path: 'departmentAndCode',
  label: '主管部门及代码',
  printed: '主管部门及代码',
  step: 'basics',
  required: true,
  kind: 'text',
  suggest: 'departments',
  hint: '先写主管部门全称，再写代码，没有代码的只写全称。',
} as const satisfies FieldDefinition;

export const IMPLEMENTING_UNIT = {
  path: 'implementingUnit',
  label: '实施单位',
  printed: '实施单位',
  step: 'basics',
  required: true,
  kind: 'text',
  suggest: 'units',
  hint: '实际花这笔钱的单位全称。',
} as const satisfies FieldDefinition;

export const ATTRIBUTE = {
  path: 'attribute',
  label: '项目属性',
  printed: '项目属性',
  step: 'basics',
  required: true,
  kind: 'text',
  suggest: 'attributes',
  hint: '一般选“0101-一年期项目”，其他属性可在设置里添加。',
} as const satisfies FieldDefinition;

export const PERIOD = {
  path: 'period',
  label: '项目期',
  printed: '项目期',
  step: 'basics',
  required: true,
  kind: 'text',
  suggest: 'periods',
  hint: '例如“1 年”。',
} as const satisfies FieldDefinition;

export const TOTAL = {
  path: 'funds.total',
  label: '年度资金总额',
  printed: '年度资金总额：',
  step: 'funds',
  required: true,
  kind: 'amount',
  hint: '单位万元，等于财政拨款与其他资金之和。',
} as const satisfies FieldDefinition;

export const FISCAL = {
  path: 'funds.fiscal',
  label: '财政拨款',
  printed: '其中：财政拨款',
  step: 'funds',
  required: true,
  kind: 'amount',
  hint: '单位万元，没有的填 0。',
} as const satisfies FieldDefinition;

export const OTHER = {
  path: 'funds.other',
  label: '其他资金',
  printed: '其他资金',
  step: 'funds',
  required: false,
  kind: 'amount',
  hint: '单位万元，没有的填 0 或留空。',
} as const satisfies FieldDefinition;
