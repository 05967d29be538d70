import { NAME } from '../fields.ts';
import type { FieldDefinition, FormRules, IndicatorField, IndicatorRow, LevelDefinition } from '../form.ts';
import type { Level2Kind } from '../../model/level2.ts';
import { treeLevels, treeRows } from '../trees.ts';

/* The words of 批复表 (青海), as printed. */

/** The title behind the year, and {表名} of file names. */
export const TITLE = '部门预算项目支出绩效目标批复表';

/** The labels of the columns, A to L; the last one stands in both rows of the header. */
export const HEADER = [
  '单位名称',
  '项目名称',
  '项目类别',
  '预算数\n(万元)',
  '绩效目标',
  '一级指标',
  '二级指标',
  '三级指标',
  '绩效指标性质',
  '绩效指标值',
  '度量单位',
  '分值权重',
] as const;

/** Below 分值权重. */
export const EXECUTION_RATE = '其中：预算执行率';

/** A, B and C of the row above all projects. */
export const TOTAL_ROW = ['合计', '-', '-'] as const;

/** The fields of the form in printed order. */
export const FIELDS = [
  {
    path: 'code',
    label: '项目编码',
    printed: '项目编码',
    step: 'basics',
    required: true,
    kind: 'text',
    hint: '预算管理一体化系统里的项目编码，一般是 21 位，印在项目名称前面。',
  },
  NAME,
  {
    path: 'category',
    label: '项目类别',
    printed: '项目类别',
    step: 'basics',
    required: true,
    kind: 'text',
    suggest: 'categories',
    hint: '预算管理一体化系统里的类别，例如“3-特定目标类”。',
  },
  {
    path: 'funds.total',
    label: '预算数',
    printed: '预算数\n(万元)',
    step: 'funds',
    required: true,
    kind: 'amount',
    hint: '单位万元，表上保留两位小数，合计按准确金额相加。',
  },
  {
    path: 'goals.0',
    label: '绩效目标',
    printed: '绩效目标',
    step: 'goals',
    required: true,
    kind: 'longText',
    hint: '写清这笔钱做什么事、做多少、达到什么效果。',
  },
] as const satisfies readonly FieldDefinition[];

/** What is asked of every indicator: sign and points have columns of their own. */
export const INDICATOR_FIELDS = [
  {
    part: 'operator',
    label: '绩效指标性质',
    required: true,
    hint: '数字前写 ≥、≤ 或 =，例如“≥95%”；文字不写符号。',
  },
  {
    part: 'weight',
    label: '分值权重',
    required: true,
    hint: '这条指标占多少分，只写数字，例如“10”；预算执行率的分不用分到指标。',
  },
] as const satisfies readonly IndicatorField[];

/** 经济效益 and the like are printed without the word 指标. */
const SHORT: ReadonlySet<Level2Kind> = new Set(['economic', 'social', 'ecological', 'sustainable', 'satisfaction']);

/** The level-1 labels in printed order. */
export const levelsOf = ({ tree }: Pick<FormRules, 'tree'>): readonly LevelDefinition[] => treeLevels(tree);

/** The level-2 rows in printed order, with the labels of the form; every published table fills in these three. */
export const rowsOf = ({ tree }: Pick<FormRules, 'tree'>): readonly IndicatorRow[] =>
  treeRows(tree, (kind, name) => (SHORT.has(kind) ? name : `${name}指标`), {
    quantity: 'required',
    quality: 'required',
    satisfaction: 'required',
  });
