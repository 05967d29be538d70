import type { PdfLine, PdfPiece, PdfSegment } from './pdf-lines.ts';
import { blocksOf, middleOfBlock, rightOf, topOfBlock, type OpenBlock } from './pdf-open-blocks.ts';
import { placeCentred } from './pdf-open-rows.ts';
import type { PdfStroke } from './pdf-marks.ts';
import type { Margins } from './pdf-paragraphs.ts';
import { joinWrapped } from './pdf-wrap.ts';
import type { PlacedCell } from './source-rows.ts';

/** Lines below one another with columns, but no borders. */
export interface OpenTable {
  readonly cells: readonly PlacedCell[];
  readonly rowCount: number;
}

/** Fewer lines with gaps are no table. */
const FEWEST_LINES = 3;
/** Lines without gaps that may stand between two with. */
const MOST_WHOLE = 3;

/** Which lines from the first one on are a table without borders; 0 where they are none. */
export const openTableLength = (lines: readonly PdfLine[]): number => {
  const first = firstParted(lines);
  if (first < 0) return 0;
  let [end, parted] = [first, 0];
  const lefts: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < first) continue;
    if (line.segments.length > 1) {
      [end, parted] = [index + 1, parted + 1];
      lefts.push(...line.segments.slice(1).map(({ left }) => left));
    } else if (lefts.some((left) => Math.abs(left - line.left) < SAME_LEFT)) end = index + 1;
    else if (index + 1 - end > MOST_WHOLE) break;
  }
  return parted >= FEWEST_LINES ? withRest(lines, end) : 0;
};

/** Texts of one column begin this near, in points. */
const SAME_LEFT = 1.5;
/** Where a line is looked up among those after it. */
const MOST_AFTER = 40;

/** The first line with gaps: this one, or after lines of header cells that begin where a column does. */
const firstParted = (lines: readonly PdfLine[]): number => {
  const index = lines.slice(0, MOST_WHOLE + 1).findIndex(({ segments }) => segments.length > 1);
  const after = lines.slice(index, index + MOST_AFTER);
  const isHeader = ({ left, size }: PdfLine): boolean =>
    size < (lines[index]?.size ?? 0) * 1.15 &&
    after.filter(({ segments }) => segments.slice(1).some((each) => Math.abs(each.left - left) < SAME_LEFT)).length > 1;
  return index <= 0 || lines.slice(0, index).every(isHeader) ? index : -1;
};

/** The last row may be wrapped too: lines that follow closer than rows do are part of it. */
const withRest = (lines: readonly PdfLine[], length: number): number => {
  const steps = stepsOf(lines);
  const usual = steps.slice(0, length - 1).sort((one, other) => one - other)[Math.floor((length - 1) / 2)] ?? 0;
  let end = length;
  while (end < lines.length && (steps[end - 1] ?? Infinity) < usual * 0.9) end += 1;
  return end;
};

const stepsOf = (lines: readonly PdfLine[]): number[] =>
  lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));

/**
 * The cells of a table without borders: columns are where the lines have their gaps, rows are parted by wider steps between
 * the lines or by lines drawn across.
 */
export const readOpenTable = (lines: readonly PdfLine[], rules: readonly PdfStroke[]): OpenTable => {
  const columns = columnsOf(lines);
  const parted = lines.map((line) => partSegments(line, columns));
  const blocks = blocksOf(parted, columns);
  if (isCentred(blocks)) return centredTable(blocks, columns);
  const groups = rowsOf(parted, rules, columns);
  const cells = groups.flatMap((group, row) =>
    columns.flatMap((column, index): PlacedCell[] => {
      const inside = group.flatMap((line) => {
        const segments = line.segments.filter((segment) => columnOf(segment, columns) === index);
        const [first, last] = [segments[0], segments.at(-1)];
        return first === undefined || last === undefined
          ? []
          : [{ ...line, segments, left: first.left, right: last.right }];
      });
      if (inside.length === 0) return [];
      return [{ row, column: index, rows: 1, columns: 1, text: joinWrapped(inside, column).text }];
    }),
  );
  return { cells, rowCount: groups.length };
};

/** Are texts of several lines centred beside the others of their rows, rather than beginning with them? */
const isCentred = (blocks: readonly OpenBlock[]): boolean => {
  const tall = blocks.filter(({ lines }) => lines.length > 1);
  const count = (test: (tall: OpenBlock, one: OpenBlock) => boolean): number =>
    tall.filter((block) => blocks.some((each) => each.lines.length < block.lines.length && test(block, each))).length;
  const middle = count((block, each) => Math.abs(middleOfBlock(block) - middleOfBlock(each)) < 1);
  const top = count((block, each) => Math.abs(topOfBlock(block) - topOfBlock(each)) < 1);
  return middle > top || (middle === top && tall.length > 0);
};

const centredTable = (blocks: readonly OpenBlock[], columns: readonly Margins[]): OpenTable => {
  const { placed, rowCount } = placeCentred(blocks, columns.length);
  const cells = placed
    .map(({ block, row, rows }): PlacedCell => {
      const box = { left: columns[block.column]?.left ?? 0, right: rightOf(block, columns) };
      const text = joinWrapped(block.lines, box).text;
      return { row, rows, column: block.column, columns: block.end - block.column + 1, text };
    })
    .sort((one, other) => one.row - other.row || one.column - other.column);
  return { cells, rowCount };
};

/** Columns lie between the gutters: where fewer lines have text than on both sides. */
const columnsOf = (lines: readonly PdfLine[]): Margins[] => {
  const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))];
  const counts = Array.from({ length: Math.ceil(right - left) + 1 }, () => 0);
  for (const { segments } of lines) {
    const covered = new Set<number>();
    for (const piece of segments.flatMap(({ pieces }) => pieces)) {
      for (let x = Math.ceil(piece.left - left); x < piece.right - left; x += 1) covered.add(x);
    }
    for (const x of covered) counts[x] = (counts[x] ?? 0) + 1;
  }
  const gutters = guttersIn(counts, 0, counts.length, Math.max(2, lines.length * DEEP_ENOUGH));
  const starts = [left, ...gutters.map(({ to }) => left + to)];
  const ends = [...gutters.map(({ from }) => left + from), right];
  return starts.map((start, index) => ({ left: start, right: ends[index] ?? right }));
};

/** How many lines more than a gutter its sides have, as a share of all. */
const DEEP_ENOUGH = 0.12;

interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** The lowest valley that is deep enough on both sides, and those left and right of it. */
const guttersIn = (counts: readonly number[], from: number, to: number, depth: number): Gutter[] => {
  let best = null as { from: number; to: number; count: number } | null;
  const [peaksBefore, peaksAfter] = peaks(counts, from, to);
  for (let x = from; x < to; x += 1) {
    const count = counts[x] ?? 0;
    const peak = Math.min(peaksBefore[x - from] ?? 0, peaksAfter[x - from] ?? 0);
    // What no line crosses parts columns, however few lines one of them has.
    if (peak - count < (count === 0 ? 1 : depth) || (best !== null && count > best.count)) continue;
    if (best?.count === count && best.to === x) best.to = x + 1;
    else if (best === null || count < best.count) best = { from: x, to: x + 1, count };
  }
  if (best === null) return [];
  return [...guttersIn(counts, from, best.from, depth), best, ...guttersIn(counts, best.to, to, depth)];
};

/** At every place, the most lines before it and after it. */
const peaks = (counts: readonly number[], from: number, to: number): [before: number[], after: number[]] => {
  const before: number[] = [];
  const after: number[] = [];
  for (let [x, most] = [from, 0]; x < to; x += 1) before.push((most = Math.max(most, counts[x] ?? 0)));
  for (let [x, most] = [to - 1, 0]; x >= from; x -= 1) after.unshift((most = Math.max(most, counts[x] ?? 0)));
  return [before, after];
};

/** What lies over several columns begins in its first. */
const columnOf = ({ left, right }: Margins, columns: readonly Margins[]): number => {
  const begin = left + Math.min(3, (right - left) / 2);
  return Math.max(
    0,
    columns.findLastIndex((column) => column.left <= begin),
  );
};

/** Segments parted where a gutter lies between two of their pieces that do not touch. */
const partSegments = (line: PdfLine, columns: readonly Margins[]): PdfLine => ({
  ...line,
  segments: line.segments.flatMap(({ pieces }) => {
    const parts: PdfPiece[][] = [];
    for (const piece of pieces) {
      const before = parts.at(-1)?.at(-1);
      const first = parts.at(-1)?.[0];
      const isApart = before !== undefined && first !== undefined && piece.left - before.right > line.size * 0.15;
      if (first === undefined || (isApart && columnOf(piece, columns) !== columnOf(first, columns)))
        parts.push([piece]);
      else parts.at(-1)?.push(piece);
    }
    return parts.map((part): PdfSegment => ({
      text: part
        .map(({ text }) => text)
        .join('')
        .trim(),
      left: part[0]?.left ?? 0,
      right: part.at(-1)?.right ?? 0,
      y: part[0]?.y ?? line.y,
      pieces: part,
    }));
  }),
});

const rowsOf = (lines: readonly PdfLine[], rules: readonly PdfStroke[], columns: readonly Margins[]): PdfLine[][] => {
  const [top, bottom] = [lines[0]?.y ?? 0, lines.at(-1)?.y ?? 0];
  const drawn = rules.filter(({ position }) => position > top - 4 && position < bottom);
  const steps = stepsOf(lines);
  const [least, widest] = [Math.min(...steps), Math.max(...steps)];
  const isUneven = widest > least * 1.25;
  const rows: PdfLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const step = steps[index - 1] ?? 0;
    const goesOn =
      before !== undefined &&
      (drawn.length >= FEWEST_LINES - 1
        ? !drawn.some(({ position }) => position > before.y && position < line.y)
        : isUneven
          ? step < Math.sqrt(least * widest)
          : isWrapOf(before, line, columns));
    if (goesOn) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows;
};

/** With even steps a line is more of the row above where it fills fewer columns, not the first, each below a full one. */
const isWrapOf = (before: PdfLine, line: PdfLine, columns: readonly Margins[]): boolean => {
  const above = new Map(before.segments.map((segment) => [columnOf(segment, columns), segment]));
  return (
    line.segments.length < before.segments.length &&
    line.segments.every((segment) => {
      const column = columnOf(segment, columns);
      const [upper, edge] = [above.get(column), columns[column]];
      return column > 0 && upper !== undefined && edge !== undefined && edge.right - upper.right < line.size * 1.5;
    })
  );
};
