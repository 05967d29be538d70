import type { Grid } from '../../grid/grid.ts';
import { FUNDS_ADD_UP, HAS_BENEFIT, MIDTERM_FUNDS_ADD_UP } from '../constraints.ts';
import type { AskedForm, Book, FormDefinition, FormRules } from '../form.ts';
import { treeLevels } from '../trees.ts';
import { FIELDS, indicatorRows } from './definition.ts';
import { layoutDeclaration } from './layout.ts';
import { MIDTERM_WHOLE } from './midterm.ts';

/** 项目支出绩效目标申报表, one table a project, with a half for all years of the project and a half for this year. */
export const declaration: FormDefinition = {
  id: 'declaration',
  title: '申报表（全国）',
  name: '项目支出绩效目标申报表',
  region: '全国',
  formats: ['xlsx', 'docx'],
  span: 'project',
  ask,
  layout: layoutBook,
  live: layoutBook,
  notes: () => [],
};

function ask({ tree }: Pick<FormRules, 'tree'>): AskedForm {
  return {
    fields: FIELDS,
    indicatorFields: [],
    indicatorRows: indicatorRows(tree),
    levels: treeLevels(tree),
    constraints: [FUNDS_ADD_UP, HAS_BENEFIT, MIDTERM_FUNDS_ADD_UP, MIDTERM_WHOLE],
  };
}

function* layoutBook({ units, year, settings }: Book): Generator<Grid> {
  for (const { unit, projects } of units) {
    const form = ask({ tree: unit.tree });
    for (const project of projects) yield layoutDeclaration(project, { unit, year, settings }, form);
  }
}
