import { ATTRIBUTE, DEPARTMENT_AND_CODE, FISCAL, IMPLEMENTING_UNIT, NAME, OTHER, PERIOD, TOTAL } from '../fields.ts';
import type { IndicatorTree } from '../../model/unit.ts';
import type { FieldDefinition, IndicatorRow } from '../form.ts';
import { treeRows, withIndicatorWord } from '../trees.ts';

/*
 * 项目支出绩效目标申报表, annex of 财预〔2015〕88号. TO BE CHECKED AGAINST THE OFFICIAL ANNEX: labels and columns are written down from
 * what is known in the field and from forms of provinces derived from it, not from the printed annex itself.
 */

export const TITLE = '项目支出绩效目标申报表';

/** The labels above the indicators: three columns of the 中期 half, three of the year, 一级指标 for both. */
export const INDICATOR_HEADER = [
  '绩效指标',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '二级指标',
  '三级指标',
  '指标值',
] as const;

/** Beside the amounts: always 万元, amounts given in 元 are converted. */
export const FUNDS_LABEL = '项目资金（万元）';

/** Beside both halves of the goals. */
export const GOALS_LABEL = '总体目标';

/** Above the left half of the goals: from which year to which, blank where 项目期 does not say it. */
export const midtermLabel = (years: readonly [number, number] | null): string =>
  years === null ? '中期目标（    年—    年）' : `中期目标（${years[0]}年—${years[1]}年）`;

export const FIELDS = [
  NAME,
  DEPARTMENT_AND_CODE,
  IMPLEMENTING_UNIT,
  { ...ATTRIBUTE, hint: '例如“新增项目”“延续性项目”。' },
  { ...PERIOD, hint: '例如“1 年”“2024-2026”，中期目标的年份由它得出。' },
  TOTAL,
  FISCAL,
  OTHER,
  {
    path: 'goals.0',
    label: '年度总体目标',
    printed: '年度目标',
    step: 'goals',
    required: true,
    kind: 'longText',
    hint: '写清这笔钱做什么事、做多少、达到什么效果。',
  },
  {
    path: 'midtermFunds.total',
    label: '中期资金总额',
    printed: '中期资金总额：',
    step: 'midterm',
    required: false,
    kind: 'amount',
    hint: '整个项目期的资金，单位万元。一年期项目不用填。',
  },
  {
    path: 'midtermFunds.fiscal',
    label: '中期财政拨款',
    printed: '其中：财政拨款',
    step: 'midterm',
    required: false,
    kind: 'amount',
    hint: '单位万元。',
  },
  {
    path: 'midtermFunds.other',
    label: '中期其他资金',
    printed: '其他资金',
    step: 'midterm',
    required: false,
    kind: 'amount',
    hint: '单位万元，没有的填 0 或留空。',
  },
  {
    path: 'midtermGoals.0',
    label: '中期目标',
    printed: '中期目标',
    step: 'midterm',
    required: false,
    kind: 'longText',
    hint: '整个项目期做什么事、做多少、达到什么效果。一年期项目不用填。',
  },
] as const satisfies readonly FieldDefinition[];

/** The level-2 rows in printed order: all of 产出 and 满意度 are wanted, of 效益 one at least (see its rule). */
export const indicatorRows = (tree: IndicatorTree): IndicatorRow[] =>
  treeRows(tree, withIndicatorWord, {
    quantity: 'required',
    quality: 'required',
    timeliness: 'required',
    cost: 'required',
    satisfaction: 'required',
  });
