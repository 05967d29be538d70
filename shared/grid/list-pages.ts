import { cellHeight, quarters, raise, splitHighRows, type PlacedCells } from './build.ts';
import type { GridCell } from './grid.ts';
import { heightsWithin, partBlock, withFlowingLabels, type Block, type PartRules } from './list-parts.ts';
import { LEAST_PART, partText } from './pages.ts';

/** A table of many blocks of rows, e.g. one a project, beside one cell that all of them share. */
export interface ListTable {
  /** Widths in points. */
  readonly columns: readonly number[];
  /** Height of a page in points, before scaling. */
  readonly room: number;
  /** What stands above the blocks on the first page, with its heights in points. */
  readonly head: { readonly cells: readonly GridCell[]; readonly heights: readonly number[] };
  /** The rows of `head` that every further page repeats, first and last. */
  readonly header: readonly [number, number];
  /** Merged down beside all blocks of a page, and printed again on each; null for none. Its row counts for nothing. */
  readonly side: GridCell | null;
  readonly blocks: readonly Block[];
  /** Below the last block, on its page: a row of its own; null for none. */
  readonly tail: { readonly cells: readonly GridCell[]; readonly height: number } | null;
  /** See {@link PartRules}. */
  readonly isLabel: PartRules['isLabel'];
}

export interface ListCells extends PlacedCells {
  /** Rows of the grid, from 0, after which a page ends. */
  readonly breaks: readonly number[];
}

/**
 * Fills page after page with blocks, each kept in one piece where a page holds it, so that every program and printer breaks at
 * the same rows and no cell lies on two pages. Time grows with the number of cells, not with cells times pages.
 */
export const placeList = (table: ListTable): ListCells => {
  const pages = new Pages(table);
  table.blocks.forEach((block, index) => {
    pages.take(block, index === table.blocks.length - 1 ? (table.tail?.height ?? 0) : 0);
  });
  return pages.finish();
};

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

class Pages {
  private readonly table: ListTable;
  private readonly rules: PartRules;
  private readonly cells: GridCell[];
  private readonly heights: number[];
  private readonly ends: number[] = [];
  /** The first row of blocks on the page. */
  private from: number;
  private left: number;
  /** What is still to be printed of the side cell, and whether each page repeats it. */
  private side: GridCell | null;
  private readonly repeated: boolean;

  constructor(table: ListTable) {
    const { columns, room, head, header, isLabel, side } = table;
    const repeats = sum(head.heights.slice(header[0], header[1] + 1));
    this.table = table;
    this.rules = { columns, room: room - repeats, isLabel };
    this.cells = [...head.cells];
    this.heights = [...head.heights];
    this.from = this.heights.length;
    this.left = room - sum(head.heights);
    this.side = side;
    this.repeated = side === null || cellHeight(side, columns) <= this.rules.room / 3;
  }

  /** Places a block; `reserve` points are kept free below it. */
  take(whole: Block, reserve: number): void {
    const { columns, room } = this.rules;
    let block = whole;
    let parted = false;
    for (;;) {
      const heights = heightsWithin(block, room - reserve, columns);
      if (heights !== null && sum(heights) <= this.left - reserve) {
        this.put(block.cells, heights);
        return;
      }
      if (this.left < room && (heights !== null || this.left - reserve < LEAST_PART)) {
        this.endPage();
        continue;
      }
      if (!parted) block = withFlowingLabels(block, this.rules);
      parted = true;
      const part = partBlock(block, this.left - reserve, { ...this.rules, room: room - reserve });
      if (part !== null) {
        this.put(part.cells, part.heights);
        block = part.rest;
      } else if (this.left >= room) throw new Error('a row fits on no page');
      this.endPage();
    }
  }

  finish(): ListCells {
    const { tail } = this.table;
    this.finishSide(tail?.height ?? 0);
    if (tail !== null) {
      this.cells.push(...tail.cells.map((cell) => ({ ...cell, row: this.heights.length })));
      this.heights.push(tail.height);
    }
    const placed = splitHighRows(this.cells, this.heights);
    return { ...placed, breaks: this.ends.map((end) => (placed.starts[end] ?? end) - 1) };
  }

  private put(cells: readonly GridCell[], heights: readonly number[]): void {
    const start = this.heights.length;
    for (const cell of cells) this.cells.push({ ...cell, row: cell.row + start });
    for (const height of heights) this.heights.push(height);
    this.left -= sum(heights);
  }

  private endPage(): void {
    this.placeSide(this.repeated, 0);
    this.nextPage();
  }

  private nextPage(): void {
    this.ends.push(this.heights.length);
    this.from = this.heights.length;
    this.left = this.rules.room;
  }

  /** The side cell on the last page, and on as many more as a text too long to be repeated takes. */
  private finishSide(reserve: number): void {
    this.placeSide(true, reserve);
    while (!this.repeated && this.side !== null && this.side.text !== '' && this.heights.length > this.from) {
      const style = this.side.style;
      const blank = this.table.columns.slice(1).map((_, index) => blankCell(index + 1, style));
      this.nextPage();
      this.put(blank, [LEAST_PART]);
      this.placeSide(true, reserve);
    }
  }

  /** The side cell beside the rows of this page, which may be raised for it up to `reserve` points from the page's end. */
  private placeSide(mayRaise: boolean, reserve: number): void {
    const { side, from } = this;
    const rowSpan = this.heights.length - from;
    if (side === null || rowSpan === 0) return;
    const { columns } = this.rules;
    if (mayRaise) this.raiseTo(Math.min(quarters(cellHeight(side, columns)), this.body() + this.left - reserve));
    const [text, rest] = this.repeated ? [side.text, side.text] : partText(side, this.body(), columns);
    this.cells.push({ ...side, row: from, rowSpan, text });
    this.side = { ...side, text: rest };
  }

  /** Height of the blocks on this page. */
  private body(): number {
    return sum(this.heights.slice(this.from));
  }

  private raiseTo(height: number): void {
    const rows = this.heights.splice(this.from);
    raise(rows, { row: 0, rowSpan: rows.length }, height);
    const rounded = rows.map((row) => Math.floor(row * 4) / 4);
    // What rounding took goes to the last row: together they are as high as wanted and no higher.
    const missing = Math.max(0, Math.floor((height - sum(rounded)) * 4) / 4);
    rounded.push((rounded.pop() ?? 0) + missing);
    this.heights.push(...rounded);
  }
}

const blankCell = (column: number, style: GridCell['style']): GridCell => ({
  row: 0,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text: '',
  style,
});
