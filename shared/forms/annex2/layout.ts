import type { ProjectContent } from '../../model/project.ts';
import { HIGHEST_ROW, placeCells, type DraftCell, type PlacedCells } from '../../grid/build.ts';
import { printable, type Grid, type GridPage } from '../../grid/grid.ts';
import { CELL_PADDING, textWidth } from '../../grid/measure.ts';
import { placeOnPages, type PagedCells } from '../../grid/pages.ts';
import type { BookProject, PaperContext } from '../form.ts';
import { fieldCells, goalCells, goalTexts, GOAL_ROW, headCells, headerCells, indicatorCells } from './cells.ts';
import { TITLE } from './definition.ts';
import { indicatorLines, type IndicatorLine } from './lines.ts';
import { makeStyles, SIZES, type Styles } from './styles.ts';

/** Four characters of 小四, five, eight (（必填硬性指标）); together the width between the margins. */
const COLUMNS = [61, 71, 106, 132, 97] as const;

const MARGINS = { top: 25, right: 20, bottom: 20, left: 25 } as const;

/** 小四 may shrink to 9 points on one page, in these steps; what does not fit then flows on at full size. */
const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75] as const;

/** Heights of the three rows above the table. */
const HEAD = [28, 38, 26] as const;
const HEAD_ROWS = HEAD.length;

/** Lowest row of the table: one line of 小四 with air. */
const ROW = 26;

/** How much higher a row may become where a page has room left. */
const MOST_AIR = 12;

/** Kept free at the end of a page: programs round heights. */
const SPARE = 6;

/** The same where pages end at rows of our choice: a program that breaks one row earlier would print a page of one row. */
const SPARE_PAGED = 18;

/** Draws one project as 附件2. Pure; control characters are left out, text is otherwise as typed. */
export const layoutAnnex2 = ({ content, state }: BookProject, context: PaperContext): Grid => {
  const lines = indicatorLines(content, context.settings.printEmptyOptionalRows);
  const room = printable({ orientation: 'portrait', margins: MARGINS });
  const draft = state === 'draft';
  for (const scale of SCALES) {
    const columns = columnsAt(scale);
    const { cells, least } = draftTable(content, context, lines, columns);
    const placed = placeCells(cells, columns, least);
    const height = placed.rows.reduce((sum, row) => sum + row, 0);
    const left = room.height / scale - height - SPARE;
    if (left >= 0) return grid(sheetName(content, draft), airy(placed, left), columns, onePage(draft, scale));
  }
  const { cells, least, header, styles } = draftTable(content, context, lines, COLUMNS);
  const placed = placeOnPages(cells, COLUMNS, least, {
    room: room.height - SPARE_PAGED,
    header,
    isLabel: ({ style }) => style === styles.label,
  });
  return grid(sheetName(content, draft), placed, COLUMNS, manyPages(draft, placed));
};

/**
 * Wider columns at the same letter size: scaled down, the table still fills the page from margin to margin. The two label
 * columns keep their width, so that 主管部门／及代码 and 项目资金／（万元） part after four characters at every scale.
 */
const columnsAt = (scale: number): number[] => {
  const [first, second, ...texts] = COLUMNS;
  const all = COLUMNS.reduce((sum, width) => sum + width, 0);
  const more = (all / scale - first - second) / (all - first - second);
  return [first, second, ...texts.map((width) => Math.floor(width * more))];
};

/** Shares the room left on a page among the rows of the table: one page well filled looks official. */
const airy = (placed: PlacedCells, left: number): PlacedCells => {
  const more = Math.floor(Math.min(MOST_AIR, left / (placed.rows.length - HEAD_ROWS)) * 4) / 4;
  return {
    ...placed,
    rows: placed.rows.map((height, row) =>
      row < HEAD_ROWS ? height : Math.max(height, Math.min(height + more, HIGHEST_ROW)),
    ),
  };
};

/** Unfinished projects are marked in the name too. */
const sheetName = ({ name }: ProjectContent, draft: boolean): string => (draft ? `草稿-${name}` : name);

const grid = (name: string, placed: PlacedCells, columns: readonly number[], page: GridPage): Grid => ({
  name,
  columns,
  rows: placed.rows,
  cells: placed.cells,
  page,
});

const onePage = (draft: boolean, scale: number): GridPage => ({
  orientation: 'portrait',
  margins: MARGINS,
  fit: 'page',
  scale,
  headerRows: null,
  breaks: [],
  centred: true,
  header: draft ? '草稿' : '',
  footer: '',
});

const manyPages = (draft: boolean, { header, breaks }: PagedCells): GridPage => ({
  ...onePage(draft, 1),
  fit: 'width',
  headerRows: [header, header],
  breaks,
  footer: '第 {页} 页，共 {页数} 页',
});

interface DraftTable {
  readonly cells: readonly DraftCell[];
  /** Lowest height of every row of the form in points. */
  readonly least: readonly number[];
  /** The row of 名称, 一级指标 and so on. */
  readonly header: number;
  readonly styles: Styles;
}

const draftTable = (
  content: ProjectContent,
  context: PaperContext,
  lines: readonly IndicatorLine[],
  columns: readonly number[],
): DraftTable => {
  const width = columns.reduce((sum, column) => sum + column, 0);
  const fits = textWidth(TITLE, SIZES.title) <= width - CELL_PADDING;
  const styles = makeStyles(context.settings, fits ? SIZES.title : SIZES.smallTitle);
  const goals = goalTexts(content);
  const header = GOAL_ROW + goals.length;
  const cells = [
    ...headCells(content, context, styles),
    ...fieldCells(content, styles),
    ...goalCells(goals, styles),
    ...headerCells(header, styles),
    ...indicatorCells(lines, header + 1, styles),
  ];
  const least = [...HEAD, ...Array.from({ length: header - 2 + lines.length }, () => ROW)];
  return { cells, least, header, styles };
};
