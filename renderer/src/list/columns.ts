import type { SortKey } from './view.ts';
import classes from './ProjectTable.module.css';

export interface Column {
  readonly label: string;
  readonly sort: SortKey | null;
  readonly className: string;
}

const of = (...names: (string | undefined)[]): string => [classes.cell, ...names].join(' ');

/** The columns after the tick, in order. */
export const COLUMNS: readonly Column[] = [
  { label: '序号', sort: 'position', className: of(classes.center) },
  { label: '项目名称', sort: 'name', className: of() },
  { label: '资金总额', sort: 'total', className: of(classes.amount) },
  { label: '财政拨款', sort: null, className: of(classes.amount) },
  { label: '其他资金', sort: null, className: of(classes.amount, classes.wider) },
  { label: '必填', sort: 'progress', className: of() },
  { label: '状态', sort: 'state', className: of(classes.center) },
  { label: '修改时间', sort: 'updated', className: of(classes.wide) },
];
