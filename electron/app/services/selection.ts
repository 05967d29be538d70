import { getProjects, type StoredProject } from '../../../db/index.ts';
import type { Book, PaperId } from '../../../shared/forms/form.ts';
import { paperById } from '../../../shared/forms/index.ts';
import type { Grid } from '../../../shared/grid/grid.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { emptyUnitYear } from '../../../shared/model/unit-year.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { settingsOf, unitOf, type Program } from '../program.ts';

/** Projects to be printed, exported or sent together: of one unit and one year, as a table's head names both. */
export interface Selection {
  readonly projects: readonly StoredProject[];
  readonly unit: Unit;
  readonly year: Year;
  readonly book: Book;
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
  const settings = settingsOf(program);
  const book = { year: first.year, settings, units: [{ unit, declared: emptyUnitYear(), projects }] };
  return { projects, unit, year: first.year, book };
};

/** Unfinished projects are marked 草稿 wherever they go. */
export const isDraft = (project: StoredProject): boolean => project.state === 'draft';

/** The tables of a selection, drawn. */
export const drawSelection = (paper: PaperId, { book }: Selection): Grid[] => [...paperById(paper).layout(book)];
