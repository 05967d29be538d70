import { getProjects, type StoredProject } from '../../../db/index.ts';
import type { FormId, LayoutContext } from '../../../shared/forms/form.ts';
import { formById } from '../../../shared/forms/index.ts';
import type { Grid } from '../../../shared/grid/grid.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { settingsOf, unitOf, type Program } from '../program.ts';

/** Projects to be printed, exported or sent together: of one unit and one year, as a table's head names both. */
export interface Selection {
  readonly projects: readonly StoredProject[];
  readonly unit: Unit;
  readonly year: Year;
  readonly context: Omit<LayoutContext, 'draft'>;
}

/** @throws ExpectedError `not-found`, or `bad-input` where the projects are not of one unit and year */
export const selectProjects = (program: Program, ids: readonly string[]): Selection => {
  const projects = getProjects(program.db, ids);
  const [first] = projects;
  if (!first) throw new ExpectedError('bad-input', '还没有选择项目。', '请先选择项目。');
  if (projects.some(({ unitId, year }) => unitId !== first.unitId || year !== first.year)) {
    throw new ExpectedError('bad-input', '一次只能处理同一个单位、同一年度的项目。', '请分开操作。');
  }
  const unit = unitOf(program, first.unitId);
  const { fonts, printEmptyOptionalRows } = settingsOf(program);
  const context = { unit, year: first.year, settings: { fonts, printEmptyOptionalRows } };
  return { projects, unit, year: first.year, context };
};

/** Unfinished projects are marked 草稿 wherever they go. */
export const isDraft = (project: StoredProject): boolean => project.state === 'draft';

/** The tables of a selection, drawn. */
export const drawSelection = (form: FormId, { projects, context }: Selection): Grid[] =>
  formById(form).layout(
    projects.map(({ content }) => content),
    {
      ...context,
      draft: (index) => {
        const project = projects[index];
        return project !== undefined && isDraft(project);
      },
    },
  );
