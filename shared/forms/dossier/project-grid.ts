import { HIGHEST_ROW, placeCells, type DraftCell } from '../../grid/build.ts';
import { printable, type Grid, type GridPage } from '../../grid/grid.ts';
import { placeOnPages } from '../../grid/pages.ts';
import type { BookProject, PaperContext } from '../form.ts';
import { SIGN_OFF_HEIGHT, signOffCell } from '../sign-off.ts';
import { COLUMNS } from './columns.ts';
import { levelsOf, rowsOf, TABLE_NAME } from './definition.ts';
import { headerCells, indicatorCells } from './indicator-cells.ts';
import { indicatorLines } from './lines.ts';
import { planCells, planRows } from './plan-cells.ts';
import { makeStyles, type Styles } from './styles.ts';
import { goalCells, goalTexts, upperCells } from './table.ts';

/** Room for the binding at the left; wide enough for six columns of 小四. */
const MARGINS = { top: 25, right: 20, bottom: 20, left: 25 } as const;

/** 小四 may shrink to 9 points on one page, in these steps; what does not fit then flows on at full size. */
const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75] as const;

/** Heading, and the row of the unit. */
const HEAD = [36, 24] as const;

/** The row of the plan's dates. */
const PLAN_ROW = 5;

/** Lowest row of the table: one line of 小四 with air. */
const ROW = 26;

/** How much higher a row may become where a page has room left. */
const MOST_AIR = 12;

/** Kept free at the end of a page: programs round heights. */
const SPARE = 6;

/** The same where pages end at rows of our choice. */
const SPARE_PAGED = 18;

/** How a project's table is drawn beside what it says. */
export interface ProjectOptions {
  /** Its number in the document, from 1. */
  readonly number: number;
  /** 填报人, 负责人, 日期 and 盖章处 below it. */
  readonly signed: boolean;
  /** Empty lines for required rows without indicators: on screen, so that they can be gone to. */
  readonly showMissing: boolean;
}

/** The heading of a project's table, as it also stands in 目录. */
export const projectHeading = (number: number, name: string): string => `${number}.${name}${TABLE_NAME}`;

/**
 * Draws one project's table, on one page where it fits at a readable size, else on several with the labels of the columns
 * repeated. Its pages count from 1 here; {@link layoutDossier} gives them their place in the document.
 */
export const layoutProject = (project: BookProject, context: PaperContext, options: ProjectOptions): Grid => {
  const drawn = draftTable(project, context, options);
  const room = printable({ orientation: 'portrait', margins: MARGINS });
  const name = `${project.state === 'draft' ? '草稿-' : ''}${options.number}.${project.content.name}`;
  const page = pageOf(project.state === 'draft');
  for (const scale of SCALES) {
    const columns = columnsAt(scale);
    const placed = placeCells(drawn.cells, columns, drawn.least);
    const left = room.height / scale - placed.rows.reduce((sum, row) => sum + row, 0) - SPARE;
    if (left < 0) continue;
    return { name, columns, rows: airy(placed.rows, left), cells: placed.cells, page: { ...page, fit: 'page', scale } };
  }
  const { rows, cells, header, breaks } = placeOnPages(drawn.cells, COLUMNS, drawn.least, {
    room: room.height - SPARE_PAGED,
    header: drawn.header,
    isLabel: ({ style }) => style === drawn.styles.label,
  });
  return { name, columns: COLUMNS, rows, cells, page: { ...page, headerRows: [header, header], breaks } };
};

const pageOf = (draft: boolean): GridPage => ({
  orientation: 'portrait',
  margins: MARGINS,
  fit: 'width',
  scale: 1,
  headerRows: null,
  breaks: [],
  centred: true,
  header: draft ? '草稿' : '',
  footer: '— {页} —',
});

/** Wider columns at the same letter size: scaled down, the table still fills the page. The two columns of labels keep their width. */
const columnsAt = (scale: number): number[] => {
  const [first = 0, second = 0, ...texts] = COLUMNS;
  const all = COLUMNS.reduce((sum, width) => sum + width, 0);
  const more = (all / scale - first - second) / (all - first - second);
  return [first, second, ...texts.map((width) => Math.floor(width * more))];
};

/** Shares the room left on a page among the rows of the table. */
const airy = (rows: readonly number[], left: number): number[] => {
  const more = Math.floor(Math.min(MOST_AIR, left / (rows.length - HEAD.length)) * 4) / 4;
  return rows.map((height, row) =>
    row < HEAD.length ? height : Math.max(height, Math.min(height + more, HIGHEST_ROW)),
  );
};

interface DraftTable {
  readonly cells: readonly DraftCell[];
  readonly least: readonly number[];
  /** The row of 一级指标, 二级指标 and so on. */
  readonly header: number;
  readonly styles: Styles;
}

const draftTable = (
  { content }: BookProject,
  { unit, settings }: PaperContext,
  { number, signed, showMissing }: ProjectOptions,
): DraftTable => {
  const styles = makeStyles(settings);
  const form = { indicatorRows: rowsOf(unit), levels: levelsOf(unit) };
  const found = indicatorLines(content, form, showMissing);
  // Without any indicator the required rows stand empty, to be filled in by hand.
  const lines = found.length > 0 ? found : indicatorLines(content, form, true);
  const goals = goalTexts(content);
  const goalRow = PLAN_ROW + planRows(content);
  const header = goalRow + goals.length;
  const end = header + 1 + lines.length;
  const signOff = signed ? signOffCell(end, COLUMNS.length, settings) : [];
  return {
    cells: [
      ...upperCells(content, projectHeading(number, content.name), unit, styles),
      ...planCells(content, PLAN_ROW, styles),
      ...goalCells(goals, goalRow, styles),
      ...headerCells(header, styles),
      ...indicatorCells(lines, header + 1, styles),
      ...signOff,
    ],
    least: [...HEAD, ...Array.from({ length: end - HEAD.length }, () => ROW), ...signOff.map(() => SIGN_OFF_HEIGHT)],
    header,
    styles,
  };
};
