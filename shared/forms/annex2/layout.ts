import type { Grid } from '../../grid/grid.ts';
import { goalTexts } from '../field-cells.ts';
import { fitOnPages, type ProjectSheet, type ProjectTable } from '../fit-pages.ts';
import type { BookProject, PaperContext } from '../form.ts';
import { SIGN_OFF_HEIGHT, signOffCell } from '../sign-off.ts';
import { fieldCells, goalCells, GOAL_ROW, headCells, headerCells, indicatorCells } from './cells.ts';
import { indicatorLines } from './lines.ts';
import { makeStyles } from './styles.ts';

const SHEET: ProjectSheet = {
  margins: { top: 25, right: 20, bottom: 20, left: 25 },
  // Four characters of 小四, five, eight (（必填硬性指标）); together the width between the margins. The first two never widen, so
  // that 主管部门／及代码 and 项目资金／（万元） part after four characters at every scale.
  columns: [61, 71, 106, 132, 97],
  widening: 2,
  // 小四 may shrink to 9 points.
  scales: [1, 0.95, 0.9, 0.85, 0.8, 0.75],
};

/** Heights of the three rows above the table. */
const HEAD = [28, 38, 26] as const;

/** Lowest row of the table: one line of 小四 with air. */
const ROW = 26;

/** Draws one project as 附件2. Pure; control characters are left out, text is otherwise as typed. */
export const layoutAnnex2 = (project: BookProject, context: PaperContext): Grid =>
  fitOnPages(draftTable(project, context), SHEET, { name: project.content.name, draft: project.state === 'draft' });

const draftTable = ({ content }: BookProject, context: PaperContext): ProjectTable => {
  const { settings } = context;
  const lines = indicatorLines(content, settings.printEmptyOptionalRows);
  const styles = makeStyles(settings);
  const goals = goalTexts(content.goals);
  const header = GOAL_ROW + goals.length;
  const end = header + 1 + lines.length;
  const signOff = signOffCell(end, SHEET.columns.length, settings);
  const rows = Array.from({ length: end - HEAD.length }, () => ROW);
  return {
    cells: [
      ...headCells(content, context, styles),
      ...fieldCells(content, styles),
      ...goalCells(goals, styles),
      ...headerCells(header, styles),
      ...indicatorCells(lines, header + 1, styles),
      ...signOff,
    ],
    least: [...HEAD, ...rows, ...signOff.map(() => SIGN_OFF_HEIGHT)],
    headRows: HEAD.length,
    header,
    isLabel: ({ style }) => style === styles.label,
  };
};
