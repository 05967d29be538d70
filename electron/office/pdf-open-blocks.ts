import type { PdfLine } from './pdf-lines.ts';
import type { Margins } from './pdf-paragraphs.ts';
import { textOfLine, wouldNotFit } from './pdf-wrap.ts';

/** Lines of one cell of a table without borders. */
export interface OpenBlock {
  readonly lines: PdfLine[];
  /** Columns it covers, the last one included. */
  readonly column: number;
  end: number;
}

/** Lines further apart than this, in heights of their letters, are not of one cell. */
const MOST_LEADING = 1.7;
/** Lines of a cell that was not filled have the table's usual distance, to points. */
const SAME_LEADING = 0.2;
/** Numbers in another font, centred beside Han characters, stand this far from their base line. */
const SAME_BASE = 1.6;

export const topOfBlock = ({ lines }: OpenBlock): number => (lines[0]?.y ?? 0) - (lines[0]?.size ?? 0) * 0.85;
export const bottomOfBlock = ({ lines }: OpenBlock): number => (lines.at(-1)?.y ?? 0) + (lines[0]?.size ?? 0) * 0.15;
export const middleOfBlock = (block: OpenBlock): number => (topOfBlock(block) + bottomOfBlock(block)) / 2;

/**
 * The texts of a table, each in its columns: a line is more of the one above it where that was full, or stands as near
 * as wrapped lines of the table do while neither begins a row of its own.
 * @param lines whose segments are parted where the columns are
 */
export const blocksOf = (lines: readonly PdfLine[], columns: readonly Margins[]): OpenBlock[] => {
  const cells = lines
    .flatMap((line) => line.segments.map((segment) => ({ whole: line, block: cellOf(line, segment, columns) })))
    .sort((one, other) => topOfBlock(one.block) - topOfBlock(other.block));
  const leading = mostCommon(gapsOf(cells, (upper, lower) => isFull(upper, lower, columns)));
  const beside = new Map<PdfLine, OpenBlock[]>();
  for (const { whole, block } of cells)
    beside.set(whole, [...(beside.get(whole) ?? []), { ...block, lines: [...block.lines] }]);
  const blocks: { whole: PdfLine; block: OpenBlock }[] = [];
  for (const cell of cells) {
    const upper = blocks.findLast(({ block }) => block.column <= cell.block.end && block.end >= cell.block.column);
    if (upper !== undefined && goesOn(upper, cell, columns, leading, beside)) {
      upper.block.lines.push(...cell.block.lines);
      upper.block.end = Math.max(upper.block.end, cell.block.end);
      upper.whole = cell.whole;
    } else blocks.push(cell);
  }
  return blocks.map(({ block }) => block);
};

/** How far lines that are wrapped stand apart: the number most others are near to among the least; 0 where there are none. */
const mostCommon = (numbers: readonly number[]): number => {
  const least = Math.min(...numbers) * 1.1;
  const near = (each: number): number => numbers.filter((other) => Math.abs(other - each) < SAME_LEADING / 2).length;
  const small = numbers.filter((each) => each < least);
  return small.reduce((best, each) => (near(each) > near(best) ? each : best), small[0] ?? 0);
};

interface OpenCell {
  whole: PdfLine;
  readonly block: OpenBlock;
}

const cellOf = (line: PdfLine, segment: PdfLine['segments'][number], columns: readonly Margins[]): OpenBlock => {
  const column = Math.max(
    0,
    columns.findLastIndex(({ left }) => left <= segment.left + line.size * 0.3),
  );
  const end = Math.max(
    column,
    columns.findLastIndex(({ left }) => left < segment.right - line.size * 0.3),
  );
  return {
    lines: [{ ...line, y: segment.y, segments: [segment], left: segment.left, right: segment.right }],
    column,
    end,
  };
};

const gapsOf = (cells: readonly OpenCell[], test: (upper: OpenBlock, lower: OpenBlock) => boolean): number[] =>
  cells.flatMap(({ block }, index) => {
    const upper = cells.slice(0, index).findLast((each) => each.block.column === block.column)?.block;
    return upper !== undefined && isNear(upper, block) && test(upper, block) ? [stepOf(upper, block)] : [];
  });

const stepOf = (upper: OpenBlock, lower: OpenBlock): number => (lower.lines[0]?.y ?? 0) - (upper.lines.at(-1)?.y ?? 0);

const isNear = (upper: OpenBlock, lower: OpenBlock): boolean => {
  const step = stepOf(upper, lower);
  return step > 0 && step < MOST_LEADING * (lower.lines[0]?.size ?? 0);
};

const isFull = (upper: OpenBlock, lower: OpenBlock, columns: readonly Margins[]): boolean => {
  const [last, first] = [upper.lines.at(-1), lower.lines[0]];
  if (last === undefined || first === undefined) return false;
  return wouldNotFit(textOfLine(first), rightOf(upper, columns) - last.right, first);
};

/** Where the next column begins, less what programs keep free. */
export const rightOf = ({ end }: Pick<OpenBlock, 'end'>, columns: readonly Margins[]): number =>
  (columns[end + 1]?.left ?? (columns[end]?.right ?? 0) + 3) - 3;

const goesOn = (
  upper: OpenCell,
  lower: OpenCell,
  columns: readonly Margins[],
  leading: number,
  beside: ReadonlyMap<PdfLine, readonly OpenBlock[]>,
): boolean => {
  if (upper.block.column !== lower.block.column || !isNear(upper.block, lower.block)) return false;
  const step = stepOf(upper.block, lower.block);
  const isWrapped = isFull(upper.block, lower.block, columns);
  const off = Math.abs(step - leading);
  if (isWrapped ? leading > 0 && step > leading * 1.12 : off > SAME_LEADING) return false;
  const partners = (cell: OpenCell, block: OpenBlock, y: number): OpenBlock[] =>
    (beside.get(cell.whole) ?? []).filter(({ lines, column }) => column !== block.column && isOn(lines, y));
  const above = partners(upper, upper.block, upper.block.lines.at(-1)?.y ?? 0);
  const below = partners(lower, lower.block, lower.block.lines[0]?.y ?? 0);
  const pairs = above.flatMap((one) =>
    below.filter(({ column }) => column === one.column).map((other) => isFull(one, other, columns) || isBracket(other)),
  );
  // Texts of other columns on the very same lines tell whether both lines are one row.
  if (pairs.includes(false)) return false;
  return isWrapped || pairs.length > 0 || isBracket(lower.block) || (above.length === 0 && below.length === 0);
};

/** `（万元）` says more of what stands above it. */
const isBracket = ({ lines }: OpenBlock): boolean => /^[（(]\D{1,6}[)）]$/u.test(lines[0]?.segments[0]?.text ?? '');

const isOn = (lines: readonly PdfLine[], y: number): boolean => Math.abs((lines[0]?.y ?? 0) - y) < SAME_BASE;
