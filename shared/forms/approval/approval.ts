import type { FormDefinition } from '../form.ts';
import { departmentNotes, totalNotes } from '../totals.ts';
import { constraintsOf } from './constraints.ts';
import { FIELDS, INDICATOR_FIELDS, levelsOf, rowsOf } from './definition.ts';
import { layoutApproval } from './layout.ts';

/** 部门预算项目支出绩效目标批复表: one wide table a unit, a row an indicator. */
export const approval: FormDefinition = {
  id: 'approval',
  title: '批复表（青海）',
  name: '项目支出绩效目标批复表',
  region: '青海',
  formats: ['xlsx'],
  span: 'book',
  ask: (rules) => ({
    fields: FIELDS,
    indicatorFields: INDICATOR_FIELDS,
    indicatorRows: rowsOf(rules),
    levels: levelsOf(rules),
    constraints: constraintsOf(rules),
  }),
  layout: layoutApproval,
  live: layoutApproval,
  notes: ({ units }) => [...units.flatMap(totalNotes), ...departmentNotes(units)],
};
