import type { Grid } from '../../grid/grid.ts';
import { fitOnPages, type ProjectSheet, type ProjectTable } from '../fit-pages.ts';
import type { AskedForm, BookProject, PaperContext } from '../form.ts';
import { SIGN_OFF_HEIGHT, signOffCell } from '../sign-off.ts';
import {
  COLUMN_COUNT,
  fieldCells,
  goalCells,
  headCells,
  headerCells,
  headerRow,
  indicatorCells,
  rootCells,
} from './cells.ts';
import { indicatorLines } from './lines.ts';
import { makeStyles } from './styles.ts';

const SHEET: ProjectSheet = {
  margins: { top: 20, right: 18, bottom: 18, left: 20 },
  // 五号: four characters in the first column, five for 一级指标 and 二级指标 (服务对象／满意度指标), the rest in two equal halves.
  columns: [50, 62, 62, 72, 53, 62, 72, 53],
  widening: 2,
  // 五号 may shrink to 9 points.
  scales: [1, 0.95, 0.9, 0.86],
};

const HEAD = [38, 26] as const;

/** Lowest row of the table: one line of 五号 with air. */
const ROW = 22;

/** Draws one project as 申报表. Pure; control characters are left out, text is otherwise as typed. */
export const layoutDeclaration = (
  project: BookProject,
  context: PaperContext,
  form: Pick<AskedForm, 'indicatorRows' | 'levels'>,
): Grid =>
  fitOnPages(draftTable(project, context, form), SHEET, {
    name: project.content.name,
    draft: project.state === 'draft',
  });

const draftTable = (
  { content }: BookProject,
  context: PaperContext,
  form: Pick<AskedForm, 'indicatorRows' | 'levels'>,
): ProjectTable => {
  const { settings } = context;
  const lines = indicatorLines(form, content, settings.printEmptyOptionalRows);
  const styles = makeStyles(settings);
  const goals = goalCells(content, context, styles);
  const header = headerRow(goals.rows);
  const end = header + 1 + lines.length;
  const signOff = signOffCell(end, COLUMN_COUNT, settings);
  const rows = Array.from({ length: end - HEAD.length }, () => ROW);
  return {
    cells: [
      ...headCells(context, styles),
      ...fieldCells(content, styles),
      ...goals.cells,
      ...headerCells(header, styles),
      ...indicatorCells(lines, header + 1, styles),
      ...signOff,
    ],
    onePage: rootCells(lines.length, header, false, styles),
    flowing: rootCells(lines.length, header, true, styles),
    least: [...HEAD, ...rows, ...signOff.map(() => SIGN_OFF_HEIGHT)],
    headRows: HEAD.length,
    header,
    isLabel: ({ style }) => style === styles.label,
  };
};
