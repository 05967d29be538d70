import { HIGHEST_ROW, rowHeights, spanned, splitHighRows, type DraftCell } from '../grid/build.ts';
import { printable, type Grid, type GridCell, type GridPage } from '../grid/grid.ts';
import { placeOnPages } from '../grid/pages.ts';

/* One table a project on an A4 sheet: on one page where it fits, a little smaller if need be, else at full size on as many as it takes. */

/** The cells of such a table, before anything is measured: they are the same at every size. */
export interface ProjectTable {
  readonly cells: readonly DraftCell[];
  /** Cells that only one page has, and what stands in their place where the table flows: merges over a repeated header. */
  readonly onePage?: readonly DraftCell[];
  readonly flowing?: readonly DraftCell[];
  /** Lowest height of every row of the form in points. */
  readonly least: readonly number[];
  /** Title lines above the table; they never become higher. */
  readonly headRows: number;
  /** The row that every page after its own repeats. */
  readonly header: number;
  readonly isLabel: (cell: GridCell) => boolean;
}

/** The sheet of paper it is printed on. */
export interface ProjectSheet {
  readonly margins: GridPage['margins'];
  /** Widths at full size in points. Scaled down, those from `widening` on become wider: the table fills the page from margin to margin. */
  readonly columns: readonly number[];
  readonly widening: number;
  /** From full size down to the smallest whose letters are 小五. */
  readonly scales: readonly number[];
}

/** How much higher a row may become where a page has room left. */
const MOST_AIR = 12;

/** Kept free at the end of a page: programs round heights. */
const SPARE = 6;

/** The same where pages end at rows of our choice: a program that breaks one row earlier would print a page of one row. */
const SPARE_PAGED = 18;

/** Draws the table of one project; a draft is marked above the page and in the name of the sheet. Pure. */
export const fitOnPages = (
  table: ProjectTable,
  { margins, columns, widening, scales }: ProjectSheet,
  { name, draft }: { readonly name: string; readonly draft: boolean },
): Grid => {
  const room = printable({ orientation: 'portrait', margins }).height;
  const page = onePage(margins, draft);
  const sheet = draft ? `草稿-${name}` : name;
  const fitted = fitting(table, room, scales, (scale) => columnsAt(columns, widening, scale));
  if (fitted) {
    const { cells, rows } = splitHighRows(fitted.cells, airy(fitted.heights, fitted.left, table.headRows));
    return { name: sheet, columns: fitted.columns, rows, cells, page: { ...page, scale: fitted.scale } };
  }
  const { cells, rows, header, breaks } = placeOnPages(
    [...table.cells, ...(table.flowing ?? [])],
    columns,
    table.least,
    {
      room: room - SPARE_PAGED,
      header: table.header,
      isLabel: table.isLabel,
    },
  );
  const flowing = { fit: 'width', headerRows: [header, header], breaks, footer: '第 {页} 页，共 {页数} 页' } as const;
  return { name: sheet, columns, rows, cells, page: { ...page, ...flowing } };
};

interface Fitted {
  readonly scale: number;
  readonly columns: readonly number[];
  readonly cells: readonly GridCell[];
  readonly heights: readonly number[];
  /** Room left on the page in points, before scaling. */
  readonly left: number;
}

/**
 * The largest of the scales at which the table fits on one page; null where it does at none. A long table is measured
 * once at the smallest, a short one once at the largest.
 */
const fitting = (
  { cells, onePage = [], least }: ProjectTable,
  room: number,
  scales: readonly number[],
  columnsOf: (scale: number) => number[],
): Fitted | null => {
  const all = spanned([...cells, ...onePage]);
  const lowest = sum(least);
  const at = (scale: number): Fitted | null => {
    if (lowest > room / scale - SPARE) return null;
    const columns = columnsOf(scale);
    const heights = rowHeights(all, columns, least);
    const left = room / scale - sum(heights) - SPARE;
    return left < 0 ? null : { scale, columns, cells: all, heights, left };
  };
  const [largest = 1, ...others] = scales;
  const whole = at(largest);
  const smallest = others.at(-1);
  if (whole !== null || smallest === undefined) return whole;
  const tightest = at(smallest);
  if (tightest === null) return null;
  for (const scale of others.slice(0, -1)) {
    const found = at(scale);
    if (found !== null) return found;
  }
  return tightest;
};

const sum = (heights: readonly number[]): number => heights.reduce((all, one) => all + one, 0);

/** Wider columns at the same letter size; those that hold short labels keep their width, so that they part at the same letters. */
const columnsAt = (columns: readonly number[], widening: number, scale: number): number[] => {
  const all = sum(columns);
  const fixed = sum(columns.slice(0, widening));
  const more = (all / scale - fixed) / (all - fixed);
  return columns.map((width, column) => (column < widening ? width : Math.floor(width * more)));
};

/** Shares the room left on a page among the rows of the table: one page well filled looks official. */
const airy = (heights: readonly number[], left: number, headRows: number): number[] => {
  const mayGrow = heights.map((height, row) => row >= headRows && height <= HIGHEST_ROW);
  const count = Math.max(1, mayGrow.filter(Boolean).length);
  const more = Math.floor(Math.min(MOST_AIR, left / count) * 4) / 4;
  return heights.map((height, row) => (mayGrow[row] === true ? Math.min(height + more, HIGHEST_ROW) : height));
};

const onePage = (margins: GridPage['margins'], draft: boolean): GridPage => ({
  orientation: 'portrait',
  margins,
  fit: 'page',
  scale: 1,
  headerRows: null,
  breaks: [],
  centred: true,
  header: draft ? '草稿' : '',
  footer: '',
});
