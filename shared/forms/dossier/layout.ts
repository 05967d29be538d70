import type { Grid } from '../../grid/grid.ts';
import type { Book, BookUnit } from '../form.ts';
import { PARTS, SECTIONS } from './definition.ts';
import { layoutProject, projectHeading } from './project-grid.ts';
import { makeStyles } from './styles.ts';
import { contentsGrid, coverGrid, departmentGrid, projectsTitleGrid, type ContentsEntry } from './text-grids.ts';

/** Draws 绩效文本, one whole document a unit. Pages of the body count from 1 through all its grids; cover and 目录 before it have no number. */
export function* layoutDossier(book: Book): Generator<Grid> {
  for (const unit of book.units) yield* layoutUnit(unit, book);
}

/** Only the tables of the projects, for the screen: what is required and missing has its empty line. */
export function* liveDossier({ units, year, settings }: Book): Generator<Grid> {
  for (const { unit, projects } of units) {
    for (const [index, project] of projects.entries()) {
      const options = { number: index + 1, signed: index === projects.length - 1, showMissing: true };
      yield layoutProject(project, { unit, year, settings }, options);
    }
  }
}

function* layoutUnit({ unit, declared, projects }: BookUnit, { year, settings }: Book): Generator<Grid> {
  const styles = makeStyles(settings);
  // 目录 stands before what it numbers: the body is drawn first.
  const department = departmentGrid(declared, styles);
  const tables = projects.map((project, index) =>
    layoutProject(
      project,
      { unit, year, settings },
      { number: index + 1, signed: index === projects.length - 1, showMissing: false },
    ),
  );
  const body = numbered([department.grid, projectsTitleGrid(styles), ...tables]);
  const firstPages = body.map(({ page }) => page.firstPage ?? 1);
  const entries: ContentsEntry[] = [
    { text: titleOf(PARTS[0]), page: null },
    ...SECTIONS.map(({ heading }, index) => ({ text: heading, page: 1 + (department.pages[index] ?? 0) })),
    { text: titleOf(PARTS[1]), page: null },
    ...projects.map(({ content }, index) => ({
      text: projectHeading(index + 1, content.name),
      page: firstPages[index + 2] ?? 0,
    })),
  ];
  // The people's congress has not voted on a budget before it comes back approved.
  const approved = projects.length > 0 && projects.every(({ state }) => state === 'approved');
  yield coverGrid(unit, year, approved, styles);
  yield contentsGrid(entries, styles);
  yield* body;
}

const titleOf = ({ number, title }: (typeof PARTS)[number]): string => `${number} ${title}`;

const pagesOf = ({ page }: Grid): number => page.breaks.length + 1;

/** Grids as one document: each begins with the page after the last of the one before. */
const numbered = (grids: readonly Grid[]): Grid[] => {
  const allPages = grids.reduce((sum, grid) => sum + pagesOf(grid), 0);
  let firstPage = 1;
  return grids.map((grid) => {
    const placed = { ...grid, page: { ...grid.page, firstPage, allPages } };
    firstPage += pagesOf(grid);
    return placed;
  });
};
