import { LEVEL2_KINDS, type Level2Kind } from '../model/level2.ts';

/* What a cell of a county's form is for. */

/** Cells that hold one thing of a project, of its unit or of the year. */
export const FIELD_ROLES = {
  name: '项目名称',
  code: '项目编码',
  departmentAndCode: '主管部门及代码',
  departmentCode: '主管部门代码',
  implementingUnit: '实施单位',
  unitName: '填报单位',
  unitCode: '单位编码',
  attribute: '项目属性',
  period: '项目期',
  category: '项目类别',
  'funds.total': '资金总额',
  'funds.fiscal': '财政拨款',
  'funds.other': '其他资金',
  'midtermFunds.total': '中期资金总额',
  'midtermFunds.fiscal': '中期财政拨款',
  'midtermFunds.other': '中期其他资金',
  usage: '资金用途',
  goals: '年度目标',
  midtermGoals: '中期目标',
  spendingPlan: '支出计划百分比',
  indicators: '全部指标（文字）',
  year: '年度',
  midtermYears: '中期起止年份',
  title: '表名里的单位',
  heading: '表名里的项目',
  blank: '清空',
} as const;

export type FieldRole = keyof typeof FIELD_ROLES;

/** Columns with one thing of every indicator. */
export const INDICATOR_PARTS = {
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  description: '指标描述',
  operator: '指标符号',
  value: '指标值',
  unit: '计量单位',
  weight: '权重',
  basis: '设定依据',
  note: '备注',
} as const;

export type IndicatorPart = keyof typeof INDICATOR_PARTS;

/** Other columns of a list of projects. */
export const LIST_ROLES = { number: '序号' } as const;

/** A cell beside which stand the indicators of one level 2. */
export type KindRole = `kind:${Level2Kind}`;

/** `leave`: stays as it is, whatever it looks like. */
export type Role = FieldRole | IndicatorPart | 'number' | KindRole | 'leave';

const KIND_NAMES: Readonly<Record<Level2Kind, string>> = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  cost: '成本指标',
  economicCost: '经济成本指标',
  socialCost: '社会成本指标',
  ecologicalCost: '生态环境成本指标',
  economic: '经济效益指标',
  social: '社会效益指标',
  ecological: '生态效益指标',
  sustainable: '可持续影响指标',
  satisfaction: '服务对象满意度指标',
  other: '其他指标',
};

export const kindName = (kind: Level2Kind): string => KIND_NAMES[kind];

export const kindOfRole = (role: string): Level2Kind | null =>
  LEVEL2_KINDS.find((kind) => role === `kind:${kind}`) ?? null;

export const isFieldRole = (role: string): role is FieldRole => Object.hasOwn(FIELD_ROLES, role);
export const isIndicatorPart = (role: string): role is IndicatorPart => Object.hasOwn(INDICATOR_PARTS, role);

/** Everything a clerk may say a cell is. */
export const ROLES: readonly Role[] = [
  ...(Object.keys(FIELD_ROLES) as FieldRole[]),
  ...(Object.keys(INDICATOR_PARTS) as IndicatorPart[]),
  'number',
  ...LEVEL2_KINDS.map((kind): KindRole => `kind:${kind}`),
  'leave',
];

/** What a role is called on screen. */
export const roleName = (role: Role): string => {
  if (role === 'leave') return '保持原样';
  if (role === 'number') return LIST_ROLES.number;
  if (isFieldRole(role)) return FIELD_ROLES[role];
  if (isIndicatorPart(role)) return INDICATOR_PARTS[role];
  const kind = kindOfRole(role);
  return kind === null ? '' : kindName(kind);
};

/** What the clerk said of single cells, by `table:row:column` of the template. */
export type Corrections = Readonly<Record<string, Role>>;

export const placeKey = (table: number, row: number, column: number): string => `${table}:${row}:${column}`;
