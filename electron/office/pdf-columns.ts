import type { PdfLine, PdfSegment } from './pdf-lines.ts';
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
  let [end, parted] = [0, 0];
  for (const [index, line] of lines.entries()) {
    if (line.segments.length > 1) [end, parted] = [index + 1, parted + 1];
    else if (index + 1 - end > MOST_WHOLE) break;
  }
  return (lines[0]?.segments.length ?? 0) > 1 && parted >= FEWEST_LINES ? withRest(lines, end) : 0;
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
  const groups = rowsOf(lines, rules, columns);
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

/** Where the lines with most gaps have text, one below the other. */
const columnsOf = (lines: readonly PdfLine[]): Margins[] => {
  const most = Math.max(...lines.map(({ segments }) => segments.length));
  const chosen = lines.filter(({ segments }) => segments.length >= Math.max(2, most * 0.6));
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of chosen
    .flatMap(({ segments }) => segments)
    .sort((one, other) => one.left - other.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left < last.right + 2) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
};

const columnOf = (segment: PdfSegment, columns: readonly Margins[]): number => {
  const shared = columns.map(({ left, right }) => Math.min(right, segment.right) - Math.max(left, segment.left));
  // What lies over several columns begins in its first.
  const first = shared.findIndex((overlap) => overlap > 0);
  return first >= 0 ? first : shared.indexOf(Math.max(...shared));
};

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
