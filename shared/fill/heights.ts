import { HIGHEST_ROW } from '../grid/build.ts';
import { CELL_PADDING, lineCount, textHeight } from '../grid/measure.ts';
import type { PlannedRow, PlannedWrite, TablePlan } from './plan.ts';
import { TableView, type TemplateTable } from './template.ts';

/** A row that has no height of its own, in points. */
const USUAL = 15;

/**
 * Raises the rows whose new texts need more room than the template gives; none becomes lower. `full`: cells that need more than
 * a row can be high.
 */
export const withHeights = (
  plan: TablePlan,
  table: TemplateTable,
): { readonly rows: readonly PlannedRow[]; readonly full: readonly { row: number; column: number }[] } => {
  const view = new TableView(table);
  const heights = plan.rows.map(({ source, height }) => height ?? table.heights[source] ?? null);
  const full: { row: number; column: number }[] = [];
  const merged = new Map(plan.merges.map((merge) => [`${merge.row}:${merge.column}`, merge]));
  const spanOf = (write: PlannedWrite): number => merged.get(`${write.row}:${write.column}`)?.rows ?? 1;
  // Cells of one row first: a merge only raises its rows where they are still too low together.
  for (const write of [...plan.writes].sort((one, other) => spanOf(one) - spanOf(other))) {
    const { row, column, text } = write;
    const cell = view.at(plan.rows[row]?.source ?? 0, column);
    if (cell === null || text === '' || !(cell.wrap || text.includes('\n'))) continue;
    const span = spanOf(write);
    const width = widthOf(table.widths, column, merged.get(`${row}:${column}`)?.columns ?? 1);
    const needed = neededHeight(text, width, cell.size);
    const given = sum(heights.slice(row, row + span).map((height) => height ?? USUAL));
    if (needed <= given) continue;
    if ((heights[row] ?? USUAL) + (needed - given) / span > HIGHEST_ROW) full.push({ row, column });
    spread(heights, row, span, needed - given);
  }
  return { rows: plan.rows.map((one, index) => raisedRow(one, heights[index] ?? null, table)), full };
};

const raisedRow = (row: PlannedRow, height: number | null, table: TemplateTable): PlannedRow =>
  height === null || height === (table.heights[row.source] ?? null) ? row : { ...row, height };

/** One line fits wherever the template had one. */
const neededHeight = (text: string, width: number, size: number): number =>
  lineCount(text, width - CELL_PADDING, size) < 2 ? 0 : textHeight(text, width, size);

/** Evenly over the rows of a merge. */
const spread = (heights: (number | null)[], row: number, span: number, more: number): void => {
  for (let at = row; at < row + span; at += 1)
    heights[at] = Math.min(HIGHEST_ROW, Math.ceil(((heights[at] ?? USUAL) + more / span) * 4) / 4);
};

const widthOf = (widths: readonly number[], column: number, columns: number): number =>
  sum(widths.slice(column, column + columns));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
