import { NAME, OTHER } from '../fields.ts';
import type { FieldDefinition, FormRules, IndicatorField, IndicatorRow, LevelDefinition } from '../form.ts';
import { treeLevels, treeRows, withIndicatorWord } from '../trees.ts';

/* The words of 绩效文本 (河北), as printed. */

/** On the cover and in file names. */
export const DOCUMENT_NAME = '部门预算绩效文本';

/** The two parts, each beginning a page. */
export const PARTS = [
  { number: '第一部分', title: '部门整体绩效目标' },
  { number: '第二部分', title: '预算项目绩效目标' },
] as const;

/** What is declared of the whole department, in printed order: paragraphs are lines of the text. */
export const SECTIONS = [
  { path: 'overallGoals', name: '总体绩效目标', heading: '一、总体绩效目标' },
  { path: 'subGoals', name: '分项绩效目标', heading: '二、分项绩效目标' },
  { path: 'safeguards', name: '工作保障措施', heading: '三、工作保障措施' },
] as const;

/** Behind the project's name, in its heading and in 目录. */
export const TABLE_NAME = '绩效目标表';

export const AMOUNTS_IN = '单位：万元';
export const BUDGET_LABEL = '预算规模及资金用途';
export const PLAN_LABEL = '资金支出计划（%）';

/** The dates a plan is made for unless it has its own. */
export const PLAN_DATES = ['3月底', '6月底', '10月底', '12月底'] as const;

/** The labels above the indicators. */
export const INDICATOR_HEADER = [
  '一级指标',
  '二级指标',
  '三级指标',
  '绩效指标描述',
  '指标值',
  '指标值确定依据',
] as const;

/** The fields of a project's table in printed order. */
export const FIELDS = [
  {
    path: 'code',
    label: '项目编码',
    printed: '项目编码',
    step: 'basics',
    required: true,
    kind: 'text',
    hint: '预算管理一体化系统里的项目编码，一般是 21 位。',
  },
  NAME,
  {
    path: 'funds.total',
    label: '预算数',
    printed: '预算数',
    step: 'funds',
    required: true,
    kind: 'amount',
    hint: '单位万元，等于财政资金与其他资金之和。',
  },
  {
    path: 'funds.fiscal',
    label: '财政资金',
    printed: '其中：财政资金',
    step: 'funds',
    required: true,
    kind: 'amount',
    hint: '单位万元，没有的填 0。',
  },
  OTHER,
  {
    path: 'usage',
    label: '资金用途',
    printed: BUDGET_LABEL,
    step: 'funds',
    required: true,
    kind: 'longText',
    hint: '这笔钱花在什么地方，例如“用于发放村干部任职补贴”。',
  },
  {
    path: 'spendingPlan',
    label: '资金支出计划',
    printed: PLAN_LABEL,
    step: 'funds',
    required: true,
    kind: 'plan',
    hint: '到每个时间点累计支出的百分比，例如 25、50、75、100，最后一个是 100。',
  },
  {
    path: 'goals.0',
    label: '绩效目标',
    printed: '绩效目标',
    step: 'goals',
    required: true,
    kind: 'longText',
    hint: '写清这笔钱做什么事、做多少、达到什么效果；有几条的每条一行，行首写 1. 2.。',
  },
] as const satisfies readonly FieldDefinition[];

/** What every indicator has beside 三级指标 and 指标值. */
export const INDICATOR_FIELDS = [
  {
    part: 'description',
    label: '绩效指标描述',
    required: true,
    hint: '把三级指标说完整，例如“按月足额发放补贴的村干部人数”。',
  },
  {
    part: 'basis',
    label: '指标值确定依据',
    required: true,
    hint: '指标值从哪里来，例如“年度工作计划”“预算编制通知”。',
  },
] as const satisfies readonly IndicatorField[];

/** The level-1 labels in the order in which rows without content are asked for. */
export const levelsOf = ({ tree }: Pick<FormRules, 'tree'>): readonly LevelDefinition[] => treeLevels(tree);

/** The level-2 rows: four outputs and 满意度 always, of the benefits one at least (see constraints.ts). */
export const rowsOf = ({ tree }: Pick<FormRules, 'tree'>): readonly IndicatorRow[] =>
  treeRows(tree, withIndicatorWord, {
    quantity: 'required',
    quality: 'required',
    timeliness: 'required',
    cost: 'required',
    satisfaction: 'required',
  });
