import type { SourceMerge, SourcePlace, SourceRow } from '../../../shared/grid/table.ts';

/** One cell of a source row as it is drawn: a merge is one cell across, and continues from row to row. */
export interface DrawnCell {
  readonly column: number;
  /** How many columns it covers. */
  readonly span: number;
  readonly text: string;
  /** Belongs to a merge that began above, or goes on below: no line is drawn there. */
  readonly fromAbove: boolean;
  readonly toBelow: boolean;
  /** `at` of the row in which its text stands. */
  readonly origin: number;
}

/** Nobody reads a table wider than that here; what stands further right is not drawn. */
export const MOST_COLUMNS = 200;

/** The merges that touch each row, by its `at`. */
export type MergesByRow = ReadonlyMap<number, readonly SourceMerge[]>;

/** @param last no row after it is drawn: a merge over a million rows costs no more than those */
export const mergesByRow = (merges: readonly SourceMerge[], first: number, last: number): MergesByRow => {
  const rows = new Map<number, SourceMerge[]>();
  for (const merge of merges) {
    const end = Math.min(last, merge.at + merge.rows - 1);
    for (let at = Math.max(first, merge.at); at <= end; at += 1) rows.set(at, [...(rows.get(at) ?? []), merge]);
  }
  return rows;
};

/** The cells of one row, from left to right, none twice. */
export const drawnRow = (row: SourceRow, columns: number, merges: readonly SourceMerge[] = []): DrawnCell[] => {
  const cells: DrawnCell[] = [];
  for (let column = 0; column < columns;) {
    const merge = merges.find((one) => column >= one.column && column < one.column + one.columns);
    const cell = merge ? mergedCell(row, merge, column, columns) : plainCell(row, column);
    cells.push(cell);
    column += cell.span;
  }
  return cells;
};

const plainCell = ({ cells, at }: SourceRow, column: number): DrawnCell => ({
  column,
  span: 1,
  text: cells[column] ?? '',
  fromAbove: false,
  toBelow: false,
  origin: at,
});

const mergedCell = (row: SourceRow, merge: SourceMerge, column: number, columns: number): DrawnCell => ({
  column,
  span: Math.max(1, Math.min(columns, merge.column + merge.columns) - column),
  text: row.cells[column] ?? '',
  fromAbove: row.at > merge.at,
  toBelow: row.at < merge.at + merge.rows - 1,
  origin: merge.at,
});

/** The cell in which the text of a place stands: the first one of its merge. */
export const originOf = (place: SourcePlace, merges: readonly SourceMerge[]): SourcePlace => {
  const merge = merges.find(
    ({ at, column, rows, columns }) =>
      place.at >= at && place.at < at + rows && place.column >= column && place.column < column + columns,
  );
  return merge ? { ...place, at: merge.at, column: merge.column } : place;
};

const NARROWEST = 3;
const WIDEST = 15;

/** Width of a text in em: a Chinese character is one, a Latin one about half. */
const ems = (text: string): number => {
  let widest = 0;
  for (const line of text.split('\n')) {
    let width = 0;
    for (const character of line) width += character < '\u2000' ? 0.56 : 1;
    widest = Math.max(widest, width);
  }
  return widest;
};

/**
 * How wide each column wants to be, in em. Cells over several columns say nothing of one.
 * @param rows as many as are known; the first few hundred are enough
 */
export const columnEms = (rows: readonly SourceRow[], columns: number, merges: MergesByRow): number[] => {
  const widths = Array.from({ length: columns }, () => NARROWEST);
  for (const row of rows) {
    for (const { column, span, text } of drawnRow(row, columns, merges.get(row.at))) {
      if (span === 1) widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? 0, ems(text) + 0.5));
    }
  }
  return widths;
};

const PADDING = 14;
/** The least a column is squeezed to before the table is scrolled sideways, in em. */
const SQUEEZED = 3.4;

/**
 * Widths of the columns in pixels: they fill the pane; where they want more, the wide ones give way first.
 * @param em pixels
 * @param pane what there is, in pixels
 */
export const fitColumns = (wanted: readonly number[], em: number, pane: number): number[] => {
  const natural = wanted.map((width) => width * em + PADDING);
  const sum = natural.reduce((all, width) => all + width, 0);
  if (sum === 0 || pane <= 0) return natural;
  if (sum <= pane) return natural.map((width) => (width * pane) / sum);
  const least = natural.map((width) => Math.min(width, SQUEEZED * em + PADDING));
  const kept = least.reduce((all, width) => all + width, 0);
  const share = Math.max(0, (pane - kept) / Math.max(1, sum - kept));
  return natural.map((width, index) => {
    const floor = least[index] ?? width;
    return floor + (width - floor) * share;
  });
};

/** How many columns of a table have something in them. */
export const usedColumns = (rows: readonly SourceRow[], merges: readonly SourceMerge[]): number => {
  let used = 1;
  for (const { cells } of rows) {
    for (let column = Math.min(cells.length, MOST_COLUMNS) - 1; column >= used; column -= 1) {
      if ((cells[column] ?? '') !== '') used = column + 1;
    }
  }
  for (const { column, columns } of merges) {
    // A title over the whole sheet does not make sixteen thousand columns.
    if (column < used) used = Math.max(used, Math.min(column + columns, used + 12, MOST_COLUMNS));
  }
  return used;
};
