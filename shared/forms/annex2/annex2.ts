import type { Grid } from '../../grid/grid.ts';
import { FUNDS_ADD_UP } from '../constraints.ts';
import type { Book, FormDefinition } from '../form.ts';
import { FIELDS, INDICATOR_ROWS, LEVELS } from './definition.ts';
import { layoutAnnex2 } from './layout.ts';

/** 附件2 部门项目支出预算绩效目标表, one table a project. */
export const annex2: FormDefinition = {
  id: 'annex2',
  title: '目标表（附件2）',
  name: '项目支出绩效目标表',
  region: '宁夏',
  formats: ['xlsx', 'docx'],
  span: 'project',
  ask: () => ({
    fields: FIELDS,
    indicatorFields: [],
    indicatorRows: INDICATOR_ROWS,
    levels: LEVELS,
    constraints: [FUNDS_ADD_UP],
  }),
  layout: layoutBook,
  live: layoutBook,
  notes: () => [],
};

function* layoutBook({ units, year, settings }: Book): Generator<Grid> {
  for (const { unit, projects } of units) {
    for (const project of projects) yield layoutAnnex2(project, { unit, year, settings });
  }
}
