import { contains, type Box, type Point } from './pdf-geometry.ts';
import { tableOf, type RuledCell, type RuledTable } from './pdf-grid.ts';
import { linesOfRuns, type PdfLine } from './pdf-lines.ts';
import type { PdfMarks, PdfStroke } from './pdf-marks.ts';
import { joinStrokes, ruledAreas } from './pdf-rules.ts';
import { boxOfRun, middleOf, turnsOf, uprightMarks, uprightRuns } from './pdf-runs.ts';
import type { PdfRun } from './pdf-text.ts';
import { joinWrapped, type WrappedText } from './pdf-wrap.ts';

export interface PdfTableCell extends RuledCell {
  readonly content: WrappedText;
}

/** A table with drawn borders on one page. */
export interface PdfTable {
  readonly kind: 'table';
  readonly box: Box;
  readonly xs: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly PdfTableCell[];
}

export interface PdfTextLine {
  readonly kind: 'line';
  readonly line: PdfLine;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** From the top; a table in a cell of another follows that one. */
  readonly items: readonly (PdfTable | PdfTextLine)[];
  /** Lines across that are no border of a table: they may part rows. */
  readonly rules: readonly PdfStroke[];
}

/** What stands on a page: tables by their borders, and the lines of text beside them. */
export const readPage = (marks: PdfMarks): PdfPage => {
  const { width, height, runs, strokes } = uprightMarks(marks);
  const tables = ruledAreas(strokes).flatMap((area) => tableOf(area) ?? []);
  const places = new Map<RuledCell, PdfRun[]>();
  const beside: PdfRun[] = [];
  for (const run of runs) {
    const cell = cellOfRun(run, tables, { left: 0, top: 0, right: width, bottom: height });
    if (cell === 'outside') continue;
    if (cell === null) beside.push(run);
    else places.set(cell, [...(places.get(cell) ?? []), run]);
  }
  const items = [
    ...tables.map((table): PdfTable => fill(table, places)),
    ...linesOfRuns(beside.filter(({ turns }) => turns === 0)).map((line): PdfTextLine => ({ kind: 'line', line })),
  ].sort((one, other) => topOf(one) - topOf(other));
  const rules = joinStrokes(strokes.filter(({ isAcross }) => isAcross)).filter(
    ({ position, from, to }) => !tables.some(({ box }) => contains(box, { x: (from + to) / 2, y: position })),
  );
  return { width, height, items, rules };
};

export const topOf = (item: PdfTable | PdfTextLine): number =>
  item.kind === 'table' ? item.box.top : item.line.y - item.line.size * 0.8;

export const bottomOf = (item: PdfTable | PdfTextLine): number =>
  item.kind === 'table' ? item.box.bottom : item.line.y;

/**
 * The cell of the innermost table where the middle of a run is shown, null where it stands beside all tables. What runs over
 * the edge of what is shown of it (a long text in a low row) belongs to where it begins to be shown.
 */
const cellOfRun = (run: PdfRun, tables: readonly RuledTable[], page: Box): RuledCell | 'outside' | null => {
  const middle = middleOf(boxOfRun(run));
  if (!contains(page, middle)) return 'outside';
  const shown = nearestShown(middle, run.clip);
  if (shown === null) return 'outside';
  const inside = tables.filter(({ box }) => contains(box, shown));
  const table = inside.reduce<RuledTable | null>(
    (best, each) => (best === null || area(each.box) < area(best.box) ? each : best),
    null,
  );
  return table?.cells.find(({ box }) => contains(box, shown)) ?? null;
};

/** Where what is shown ends, the next cell begins: a point on its edge is moved in. */
const INSIDE = 1.5;

const nearestShown = ({ x, y }: Point, { left, top, right, bottom }: Box): Point | null => {
  if (left >= right || top >= bottom) return null;
  const [across, down] = [Math.min(INSIDE, (right - left) / 2), Math.min(INSIDE, (bottom - top) / 2)];
  return {
    x: Math.min(right - across, Math.max(left + across, x)),
    y: Math.min(bottom - down, Math.max(top + down, y)),
  };
};

const area = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);

const fill = (table: RuledTable, places: ReadonlyMap<RuledCell, readonly PdfRun[]>): PdfTable => ({
  kind: 'table',
  box: table.box,
  xs: table.xs,
  rowCount: table.ys.length - 1,
  cells: table.cells.map((cell): PdfTableCell => ({ ...cell, content: contentOf(cell.box, places.get(cell) ?? []) })),
});

/** Labels at the side of a table are often turned; the page's own size does not matter for their order. */
const contentOf = (box: Box, runs: readonly PdfRun[]): WrappedText => {
  const turns = turnsOf(runs);
  if (turns === 0) return joinWrapped(linesOfRuns(runs), box);
  const size = { width: box.left + box.right, height: box.top + box.bottom };
  const [left, right] = turns === 2 ? [box.left, box.right] : [box.top, box.bottom];
  return joinWrapped(linesOfRuns(uprightRuns(runs, turns, size)), { left, right });
};
