import { ATTRIBUTE, DEPARTMENT_AND_CODE, FISCAL, IMPLEMENTING_UNIT, NAME, OTHER, PERIOD, TOTAL } from '../fields.ts';
import type { FieldDefinition, IndicatorRow, LevelDefinition } from '../form.ts';

/** Row 2 of the paper. */
export const TITLE = '部门项目支出预算绩效目标表';

/** The labels above the indicators, row 11 of the paper. */
export const INDICATOR_HEADER = ['名称', '一级指标', '二级指标', '三级指标', '指标值'] as const;

/** The label beside all indicators. */
export const INDICATORS_LABEL = '绩效指标';

/** The label beside the three amounts: always 万元, amounts given in 元 are converted. */
export const FUNDS_LABEL = '项目资金（万元）';

/** The fields of 附件2 in printed order. */
export const FIELDS = [
  NAME,
  DEPARTMENT_AND_CODE,
  IMPLEMENTING_UNIT,
  ATTRIBUTE,
  PERIOD,
  TOTAL,
  FISCAL,
  OTHER,
  {
    path: 'goals.0',
    label: '年度总体目标',
    printed: '年度总体目标',
    step: 'goals',
    required: true,
    kind: 'longText',
    hint: '写清这笔钱做什么事、做多少、达到什么效果。',
  },
] as const satisfies readonly FieldDefinition[];

/** The three level-1 labels in printed order. */
export const LEVELS = [
  { label: '产出指标', step: 'output' },
  { label: '效益指标', step: 'benefit' },
  { label: '满意度指标', step: 'satisfaction' },
] as const satisfies readonly LevelDefinition[];

/** The nine level-2 rows in printed order, with the brackets the county prints. */
export const INDICATOR_ROWS = [
  {
    kind: 'quantity',
    level1: '产出指标',
    level2: '数量指标',
    printed: '数量指标（必填硬性指标）',
    requirement: 'hard',
    example: '31 人',
    hint: '办多少事：写清数字和单位，例如“享受补贴的村干部人数”填“31 人”。',
  },
  {
    kind: 'quality',
    level1: '产出指标',
    level2: '质量指标',
    printed: '质量指标（必填）',
    requirement: 'required',
    example: '100%',
    hint: '办得怎样：例如“补贴足额发放率”填“100%”。',
  },
  {
    kind: 'timeliness',
    level1: '产出指标',
    level2: '时效指标',
    printed: '时效指标（必填）',
    requirement: 'required',
    example: '12 月底前',
    hint: '何时办完：例如“完成时限”填“12 月底前”。',
  },
  {
    kind: 'cost',
    level1: '产出指标',
    level2: '成本指标',
    printed: '成本指标（必填硬性指标）',
    requirement: 'hard',
    example: '600 元/人/年',
    hint: '花多少钱：写清数字和单位，例如“补助标准”填“600 元/人/年”。',
  },
  {
    kind: 'economic',
    level1: '效益指标',
    level2: '经济效益',
    printed: '经济效益',
    requirement: null,
    example: '≥5%',
    hint: '选填。例如“村集体收入增长率”填“≥5%”。',
  },
  {
    kind: 'social',
    level1: '效益指标',
    level2: '社会效益指标',
    printed: '社会效益指标（必填）',
    requirement: 'required',
    example: '有效提升',
    hint: '对群众和社会的好处：例如“基层治理能力”填“有效提升”。',
  },
  {
    kind: 'ecological',
    level1: '效益指标',
    level2: '生态效益',
    printed: '生态效益',
    requirement: null,
    example: '明显改善',
    hint: '选填。例如“村容村貌”填“明显改善”。',
  },
  {
    kind: 'sustainable',
    level1: '效益指标',
    level2: '可持续影响指标',
    printed: '可持续影响指标（必填）',
    requirement: 'required',
    example: '持续推进',
    hint: '长远的作用：例如“村干部队伍稳定”填“持续推进”。',
  },
  {
    kind: 'satisfaction',
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    printed: '服务对象满意度指标（必填）',
    requirement: 'required',
    example: '≥95%',
    hint: '受益群众是否满意：例如“村民满意度”填“≥95%”。',
  },
] as const satisfies readonly IndicatorRow[];
