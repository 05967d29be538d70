import type { FormDefinition } from '../form.ts';
import { CONSTRAINTS } from './constraints.ts';
import { FIELDS, INDICATOR_ROWS, LEVELS } from './definition.ts';
import { layoutAnnex2 } from './layout.ts';

/** 附件2 部门项目支出预算绩效目标表, one table a project. */
export const annex2: FormDefinition = {
  id: 'annex2',
  title: '项目支出绩效目标表（附件2）',
  fields: FIELDS,
  indicatorRows: INDICATOR_ROWS,
  levels: LEVELS,
  constraints: CONSTRAINTS,
  layout: (projects, context) => projects.map((content, index) => layoutAnnex2(content, context, index)),
};
