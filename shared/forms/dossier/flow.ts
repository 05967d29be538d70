import { quarters, spanned, splitHighRows, type DraftCell } from '../../grid/build.ts';
import type { CellStyle, GridCell } from '../../grid/grid.ts';
import { CELL_PADDING, cutText, linesIn, textHeight } from '../../grid/measure.ts';

/** One paragraph of running text, or one entry of 目录. */
export interface Block {
  readonly text: string;
  readonly style: CellStyle;
  readonly heading?: 1 | 2;
  /** Stands at the right of the first line, in a column of its own. */
  readonly aside?: { readonly text: string; readonly style: CellStyle };
  /** Lowest height in points. */
  readonly least?: number;
  /** Never at the end of a page: a heading belongs to what follows. */
  readonly staysWithNext?: boolean;
}

/** Blocks as rows of a grid, pages filled one after another. */
export interface Flow {
  readonly cells: GridCell[];
  readonly rows: number[];
  readonly breaks: number[];
  /** The page of each block's beginning, from 0. */
  readonly pages: number[];
}

/** A paragraph is parted only where so many lines of it stand on a page, */
const LEAST_LINES = 2;

/** and only one of more lines than this: a short one goes to the next page whole. */
const SHORT_LINES = 3;

/**
 * Fills pages with blocks: one that does not fit is parted between two lines, so that nothing is cut.
 * @param columns one width in points, or two where blocks have something at the right
 * @param room height of a page in points
 */
export const flowBlocks = (blocks: readonly Block[], columns: readonly number[], room: number): Flow => {
  const flow = new Filling(columns, room);
  blocks.forEach((block, index) => {
    flow.take(block, blocks[index + 1]);
  });
  return flow.placed();
};

class Filling {
  private readonly columns: readonly number[];
  private readonly room: number;
  private readonly drafts: DraftCell[] = [];
  private readonly heights: number[] = [];
  private readonly ends: number[] = [];
  private readonly pages: number[] = [];
  private used = 0;

  constructor(columns: readonly number[], room: number) {
    this.columns = columns;
    this.room = room;
  }

  take(block: Block, next: Block | undefined): void {
    const after = block.staysWithNext === true && next !== undefined ? this.leastOf(next) : 0;
    if (this.used > 0 && this.used + this.leastOf(block) + after > this.room) this.endPage();
    this.pages.push(this.ends.length);
    this.put(block);
  }

  placed(): Flow {
    const { cells, rows, starts } = splitHighRows(spanned(this.drafts), this.heights);
    return { cells, rows, breaks: this.ends.map((end) => (starts[end] ?? end) - 1), pages: this.pages };
  }

  /** As much of a block as the page takes, the rest on the next ones. */
  private put(block: Block): void {
    const [text, rest] = this.cut(block);
    const part = { ...block, text };
    this.add(part);
    if (rest === '') return;
    if (this.used + this.lineHeight(block, LEAST_LINES) > this.room) this.endPage();
    this.put({ text: rest, style: block.style });
  }

  private cut(block: Block): [text: string, rest: string] {
    const { text, style } = block;
    const left = this.room - this.used;
    if (this.heightOf(block) <= left) return [text, ''];
    const width = this.width(block) - CELL_PADDING - style.indent * style.size;
    return cutText(text, width, style.size, Math.max(1, linesIn(left, style.size)));
  }

  private add(block: Block): void {
    const { text, style, heading, aside } = block;
    const row = this.heights.length;
    const height = this.heightOf(block);
    const alone = aside === undefined;
    this.drafts.push({
      row,
      column: 0,
      text,
      style,
      ...(alone ? { columnSpan: this.columns.length } : {}),
      ...(heading === undefined ? {} : { heading }),
    });
    if (!alone) this.drafts.push({ row, column: 1, ...aside });
    this.heights.push(height);
    this.used += height;
  }

  private endPage(): void {
    this.ends.push(this.heights.length);
    this.used = 0;
  }

  private heightOf(block: Block): number {
    const { text, style, least = 0 } = block;
    const needed =
      text === '' ? this.lineHeight(block, 1) : textHeight(text, this.width(block), style.size, style.indent);
    return quarters(Math.max(least, needed));
  }

  /** What must fit of a block for it to begin on a page. */
  private leastOf(block: Block): number {
    const height = this.heightOf(block);
    return height <= this.lineHeight(block, SHORT_LINES) ? height : this.lineHeight(block, LEAST_LINES);
  }

  private lineHeight({ style }: Block, lines: number): number {
    return textHeight('\n'.repeat(lines - 1), this.columns[0] ?? 0, style.size);
  }

  private width({ aside }: Block): number {
    return aside === undefined ? this.columns.reduce((sum, width) => sum + width, 0) : (this.columns[0] ?? 0);
  }
}
