import { cellHeight, quarters, splitHighRows, spanned, type DraftCell, type PlacedCells } from '../../grid/build.ts';
import type { CellStyle } from '../../grid/grid.ts';
import { CELL_PADDING, linesIn } from '../../grid/measure.ts';
import { cutForPage } from './cut.ts';
import type { GoesOn } from './join.ts';

/** A cell of a row to be put below the others. */
export type RowCell = Omit<DraftCell, 'row' | 'rowSpan'>;

/** A cell whose text may go on on further pages. */
export interface FlowCell {
  readonly cell: RowCell;
  readonly goesOn: GoesOn;
  /** What stands before the rest of it, or before all of it again, on a further page; left out where nothing does. */
  readonly again?: string;
  /** Its text has been parted already: there is nothing whole to repeat. */
  readonly isParted?: true;
}

interface Part {
  readonly head: RowCell;
  /** What has no room on the page. */
  readonly more: string;
}

/** A text begins on a page only where so much of it fits, in points: five lines of 五号. */
const LEAST_PART = 80;

/** A text is repeated on further pages only where it takes at most this share of one. */
const MOST_REPEATED = 1 / 3;

/**
 * Rows under a header that every page repeats, put one after another: pages are filled as the rows come, so that any number of rows
 * takes time in proportion.
 */
export class Filling {
  private readonly columns: readonly number[];
  private readonly room: number;
  private readonly cells: DraftCell[] = [];
  private readonly heights: number[] = [];
  private readonly ends: number[] = [];
  private heads: { readonly cells: readonly RowCell[]; readonly height: number }[] = [];
  private headerHeight = 0;
  private used = 0;
  /** Something that may be left behind on this page. */
  private isFilled = false;

  /** @param room height of a page in points */
  constructor(columns: readonly number[], room: number) {
    this.columns = columns;
    this.room = room;
  }

  /** A row of the first page only, above the header. */
  putAbove(cells: readonly RowCell[], least: number): void {
    this.add(cells, this.heightOf(cells, least));
  }

  /** The row that every page repeats. */
  putHeader(cells: readonly RowCell[], least: number): void {
    this.headerHeight = this.heightOf(cells, least);
    this.add(cells, this.headerHeight);
  }

  /** A row that belongs to what follows: it never ends a page. */
  putHead(cells: readonly RowCell[], least: number): void {
    this.heads.push({ cells, height: this.heightOf(cells, least) });
  }

  /** A row on one page where that holds it, else on several. `kept` points are left free below it. */
  put(flow: readonly FlowCell[], least: number, kept = 0): void {
    const cells = flow.map(({ cell }) => cell);
    const room = this.room - kept;
    const height = this.heightOf(cells, least);
    const heads = this.heads.reduce((sum, head) => sum + head.height, 0);
    const whole = Math.min(heads + height, room - this.headerHeight);
    if (this.isFilled && this.used + whole > room) this.endPage();
    this.putHeads();
    if (this.used + height <= room) this.add(cells, height);
    else this.flow(flow, least, room);
    this.isFilled = true;
  }

  /** Heads that nothing follows, each on the page if it fits. */
  putHeads(): void {
    for (const { cells, height } of this.heads) {
      if (this.used + height > this.room) this.endPage();
      this.add(cells, height);
    }
    this.heads = [];
  }

  /** A last row as it is. */
  putLast(cells: readonly RowCell[], height: number): void {
    this.putHeads();
    if (this.used + height > this.room) this.endPage();
    this.add(cells, height);
  }

  /** The rows of the grid, and those after which a page ends. */
  placed(): PlacedCells & { readonly breaks: readonly number[] } {
    const placed = splitHighRows(spanned(this.cells), this.heights);
    return { ...placed, breaks: this.ends.map((end) => (placed.starts[end] ?? end) - 1) };
  }

  private flow(cells: readonly FlowCell[], least: number, room: number): void {
    let rest = cells;
    for (let isFirst = true; ; isFirst = false) {
      if (room - this.used < LEAST_PART && this.used > this.headerHeight) this.endPage();
      const parts = rest.map((cell) => this.partOf(cell, room - this.used));
      const heads = parts.map(({ head }) => head);
      this.add(heads, this.heightOf(heads, isFirst ? least : 0));
      if (parts.every(({ more }) => more === '')) return;
      this.endPage();
      rest = rest.map((cell, index) => this.restOf(cell, parts[index]));
    }
  }

  private partOf({ cell, goesOn }: FlowCell, height: number): Part {
    const { size, indent } = cell.style;
    const width = (this.columns[cell.column] ?? 0) - CELL_PADDING - indent * size;
    const [text, more] = cutForPage(cell.text, width, size, Math.max(1, linesIn(height, size)), goesOn);
    // A text on several pages stands at their tops.
    return { head: more === '' ? cell : { ...cell, text, style: atTop(cell.style) }, more };
  }

  /** What stands on a further page: the rest with its mark before it; where all is said already that again, if it is short. */
  private restOf({ cell, goesOn, again, isParted }: FlowCell, part: Part | undefined): FlowCell {
    const { head, more } = part ?? { head: cell, more: '' };
    const { column, style, field } = cell;
    const rest = { column, text: more, style: atTop(style), ...(field === undefined ? {} : { field }) };
    if (again === undefined) return { cell: rest, goesOn };
    if (more !== '') return { cell: { ...rest, text: again + more }, goesOn, again, isParted: true };
    if (isParted === true) return { cell: { ...rest, text: again }, goesOn, again, isParted };
    const text = head.text.startsWith(again) ? head.text : again + head.text;
    const isShort = this.heightOf([{ ...rest, text }], 0) <= this.room * MOST_REPEATED;
    return { cell: { ...rest, text: isShort ? text : again }, goesOn, again };
  }

  private add(cells: readonly RowCell[], height: number): void {
    const row = this.heights.length;
    for (const cell of cells) this.cells.push({ ...cell, row });
    this.heights.push(height);
    this.used += height;
  }

  private endPage(): void {
    this.ends.push(this.heights.length);
    this.used = this.headerHeight;
    this.isFilled = false;
  }

  private heightOf(cells: readonly RowCell[], least: number): number {
    const heights = cells.map((cell) => cellHeight({ rowSpan: 1, columnSpan: 1, ...cell, row: 0 }, this.columns));
    return quarters(Math.max(least, ...heights));
  }
}

const atTop = (style: CellStyle): CellStyle => ({ ...style, vertical: 'top' });
