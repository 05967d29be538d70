import { getProjects, getUnitYear, listUnits, type StoredProject } from '../../../db/index.ts';
import { drawPaper } from '../../../shared/forms/draw.ts';
import type { Book, BookUnit, FileFormat, Paper, PaperId } from '../../../shared/forms/form.ts';
import { paperById } from '../../../shared/forms/index.ts';
import type { Grid } from '../../../shared/grid/grid.ts';
import { sameDepartment } from '../../../shared/model/department.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { settingsOf, type Program } from '../program.ts';
import { rowsOf } from './script-units.ts';

/** Projects to be printed, exported or sent together on one paper: of one year, and of units of one department. */
export interface Selection {
  readonly paper: Paper;
  /** In the order of the book: unit after unit, within a unit as they were asked for. */
  readonly projects: readonly StoredProject[];
  /** In the order they were made. */
  readonly units: readonly Unit[];
  /** Whom file names and mails name: the unit, or the department where there are several. */
  readonly unit: Pick<Unit, 'name' | 'department'>;
  readonly year: Year;
  readonly book: Book;
}

/** @throws ExpectedError `not-found`, or `bad-input` where the projects can't stand in one table */
export const selectProjects = (program: Program, paper: PaperId, ids: readonly string[]): Selection => {
  const chosen = getProjects(program.db, ids);
  const [first] = chosen;
  if (!first) throw new ExpectedError('bad-input', '还没有选择项目。', '请先选择项目。');
  const { year } = first;
  if (chosen.some((project) => project.year !== year)) {
    throw new ExpectedError('bad-input', '一次只能处理同一年度的项目。', '请按年度分开操作。');
  }
  const units = listUnits(program.db).filter(({ id }) => chosen.some(({ unitId }) => unitId === id));
  refuseStrangers(units);
  const parts = units.map((unit) => ({
    unit,
    ...declaredOf(
      program,
      unit,
      year,
      chosen.filter(({ unitId }) => unitId === unit.id),
    ),
  }));
  return {
    paper: paperById(paper),
    projects: parts.flatMap(({ projects }) => projects),
    units,
    unit: namedUnit(units),
    year,
    book: bookOf(program, year, parts),
  };
};

/** An imported total is that of all projects: it says nothing of a part of them. */
const declaredOf = (
  program: Program,
  unit: Unit,
  year: Year,
  projects: readonly StoredProject[],
): Pick<BookUnit, 'declared'> & { readonly projects: readonly StoredProject[] } => {
  const declared = getUnitYear(program.db, unit.id, year).content;
  const whole = rowsOf(program, unit.id, year).length === projects.length;
  return { declared: whole ? declared : { ...declared, printedTotal: '' }, projects };
};

/** A book with the settings of now. */
export const bookOf = (program: Program, year: Year, units: readonly BookUnit[]): Book => ({
  year,
  settings: settingsOf(program),
  units,
});

/** @throws ExpectedError `bad-input` where the paper has no such file */
export const refuseFormat = (paper: Paper, format: FileFormat): void => {
  if (paper.formats.includes(format)) return;
  const can = paper.formats.map((one) => NAMES[one]).join('或者');
  throw new ExpectedError('bad-input', `${paper.title}不能存成 ${NAMES[format]}。`, `请改存 ${can}。`);
};

const NAMES = { xlsx: 'Excel（.xlsx）', docx: 'Word（.docx）' } as const satisfies Record<FileFormat, string>;

/** Unfinished projects are marked 草稿 wherever they go. */
export const isDraft = (project: StoredProject): boolean => project.state === 'draft';

/** The tables of a selection, drawn. */
export const drawSelection = ({ paper, book }: Selection): Grid[] => [...drawPaper(paper, book)];

const refuseStrangers = (units: readonly Unit[]): void => {
  const [own, ...others] = units;
  const stranger = others.find((unit) => own && !sameDepartment(own, unit));
  if (!own || !stranger) return;
  throw new ExpectedError(
    'bad-input',
    `“${own.name}”和“${stranger.name}”不属于同一个主管部门，不能放在一起。`,
    '请按部门分开操作，或者在设置里把两个单位的主管部门改成一样。',
  );
};

const namedUnit = (units: readonly Unit[]): Pick<Unit, 'name' | 'department'> => {
  const [own] = units;
  if (!own) throw new Error('projects without a unit');
  const { name, department } = own;
  return units.length === 1 ? own : { name: department || name, department };
};
