import { cellHeight, quarters, raise, rowHeights } from './build.ts';
import type { GridCell } from './grid.ts';
import { partRow, partText, withoutNumber } from './pages.ts';

/** Rows that belong together, e.g. those of one project: cells count their rows from 0. */
export interface Block {
  readonly cells: readonly GridCell[];
  /** Lowest height of each row in points. */
  readonly least: readonly number[];
}

/** What parting a block needs to know of the table. */
export interface PartRules {
  readonly columns: readonly number[];
  /** Height in points of what a page holds below its header. */
  readonly room: number;
  /** True for a cell that says what stands beside it: it is printed again on every page it reaches. Other texts flow on. */
  readonly isLabel: (cell: GridCell) => boolean;
}

/** The rows of a block that stand on one page, and what is left for the next. */
export interface Part {
  readonly cells: readonly GridCell[];
  readonly heights: readonly number[];
  readonly rest: Block;
}

/** A label so long that pages could not repeat it flows on like any text. */
export const withFlowingLabels = (block: Block, { columns, room, isLabel }: PartRules): Block => ({
  ...block,
  cells: block.cells.map((cell) =>
    isLabel(cell) && cellHeight(cell, columns) > room / 3 ? { ...cell, style: { ...cell.style } } : cell,
  ),
});

/** The heights of all rows of a block; null where they are more than `most` points together, as soon as that is plain. */
export const heightsWithin = (block: Block, most: number, columns: readonly number[]): number[] | null => {
  const natural = firstHeights(block, most, columns);
  if (sum(natural) > most) return null;
  for (const cell of block.cells) if (cell.rowSpan > 1) raise(natural, cell, cellHeight(cell, columns));
  const heights = natural.map(quarters);
  return sum(heights) > most ? null : heights;
};

/** What the rows of a block need without the merges beside them, up to the first that does not fit into `most` points. */
const firstHeights = ({ cells, least }: Block, most: number, columns: readonly number[]): number[] => {
  const rows = least.map((): GridCell[] => []);
  for (const cell of cells) if (cell.rowSpan === 1) rows[cell.row]?.push(cell);
  const heights: number[] = [];
  let used = 0;
  for (const [row, own] of rows.entries()) {
    const height = quarters(Math.max(least[row] ?? 0, ...own.map((cell) => cellHeight(cell, columns))));
    heights.push(height);
    used += height;
    if (used > most) break;
  }
  return heights;
};

/**
 * As many rows of a block as `left` points take, for a block that is higher than that. Cells that reach over the end of the part
 * are cut there: labels stand in both, texts flow on. A row higher than a page is parted between two lines.
 * @returns null where not even the first row fits, though a page of its own would hold it
 */
export const partBlock = (block: Block, left: number, rules: PartRules): Part | null => {
  const { columns, room } = rules;
  const natural = firstHeights(block, left, columns);
  if ((natural[0] ?? 0) > left) {
    if ((natural[0] ?? 0) <= room) return null;
    const { cells } = partRow({ cells: block.cells, heights: block.least, header: -1 }, 0, left, columns, rules);
    return firstRows({ cells, least: [0, ...block.least] }, 1, left, rules);
  }
  const needed = Math.max(
    0,
    ...block.cells.filter((cell) => flows(cell, rules)).map((cell) => cellHeight(cell, columns)),
  );
  for (let count = rowsFor([...natural, ...block.least.slice(natural.length)], left, needed); count > 0; count -= 1) {
    const part = firstRows(block, count, left, rules);
    if (part !== null) return part;
  }
  return null;
};

const flows = (cell: GridCell, { isLabel }: PartRules): boolean => cell.row === 0 && cell.rowSpan > 1 && !isLabel(cell);

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

/** Rows are shared out over as many pages as a long text beside them takes; one is kept for the last of these. */
const rowsFor = (natural: readonly number[], left: number, needed: number): number => {
  const all = sum(natural);
  const limit = needed > all ? (left * all) / needed : left;
  let used = 0;
  const over = natural.findIndex((height) => (used += height) > limit);
  return Math.max(1, Math.min(over === -1 ? natural.length : over, natural.length - 1));
};

/** The first rows of a block as a part, raised as far as texts flow beside them; null where labels make them too high. */
const firstRows = (block: Block, count: number, left: number, { columns, isLabel }: PartRules): Part | null => {
  const cells = block.cells.filter(({ row }) => row < count);
  const over = (cell: GridCell): boolean => cell.row + cell.rowSpan > count;
  const here = cells.filter((cell) => !over(cell) || isLabel(cell)).map((cell) => cutAt(cell, count));
  const flowing = cells.filter((cell) => over(cell) && !isLabel(cell));
  const least = rowHeights(here, columns, block.least.slice(0, count));
  if (sum(least) > left) return null;
  const needed = Math.max(0, ...flowing.filter(({ row }) => row === 0).map((cell) => cellHeight(cell, columns)));
  const heights = raised(least, Math.min(left, needed));
  const parts = flowing.map((cell) => partFlow(cell, count, sum(heights.slice(cell.row)), columns));
  const next = block.cells.filter((cell) => !over(cell) || cell.row >= count || isLabel(cell));
  return {
    cells: [...here, ...parts.map(({ head }) => head)],
    heights,
    rest: {
      cells: [
        ...next.filter((cell) => cell.row + cell.rowSpan > count).map((cell) => from(cell, count)),
        ...parts.map(({ rest }) => rest),
      ],
      least: block.least.slice(count),
    },
  };
};

const cutAt = (cell: GridCell, end: number): GridCell =>
  cell.row + cell.rowSpan <= end ? cell : { ...cell, rowSpan: end - cell.row };

/** A cell in the rows that are left, counted anew. */
const from = (cell: GridCell, start: number): GridCell => {
  const row = Math.max(cell.row, start);
  return { ...cell, row: row - start, rowSpan: cell.row + cell.rowSpan - row };
};

const raised = (least: readonly number[], height: number): number[] => {
  const heights = [...least];
  raise(heights, { row: 0, rowSpan: heights.length }, height);
  // Rounded down: the rows must not become higher together than the page. Each height was one of quarters.
  return heights.map((one) => Math.floor(one * 4) / 4);
};

const partFlow = (
  cell: GridCell,
  end: number,
  height: number,
  columns: readonly number[],
): { readonly head: GridCell; readonly rest: GridCell } => {
  const [text, rest] = partText(cell, height, columns);
  const style = { ...cell.style, vertical: 'top' as const };
  const whole = rest === '';
  return {
    head: { ...cutAt(cell, end), ...(whole ? {} : { text, style }) },
    rest: { ...withoutNumber(from(cell, end)), text: rest, ...(whole ? {} : { style }) },
  };
};
