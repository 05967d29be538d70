import type { ProjectState } from '../../model/project.ts';

/* The words of 汇总表, our own list of a year. */

/** The title behind the year, and {表名} of file names. */
export const NAME = '项目支出绩效目标汇总表';

export const AMOUNTS_IN = '金额单位：万元';

/** Columns in printed order. `unit` is left out where the book has one unit only. Widths in points. */
export const COLUMNS = [
  { name: 'number', label: '序号', width: 32 },
  { name: 'code', label: '项目编码', width: 136 },
  { name: 'project', label: '项目名称', width: 136 },
  { name: 'unit', label: '单位', width: 110 },
  { name: 'category', label: '项目类别\n或属性', width: 74 },
  { name: 'total', label: '年度\n资金总额', width: 64 },
  { name: 'fiscal', label: '财政拨款', width: 62 },
  { name: 'other', label: '其他资金', width: 56 },
  { name: 'indicators', label: '指标数', width: 38 },
  { name: 'state', label: '状态', width: 46 },
] as const;

export type ColumnName = (typeof COLUMNS)[number]['name'];

export const STATES: Readonly<Record<ProjectState, string>> = {
  draft: '草稿',
  finished: '已完成',
  approved: '已批复',
};
