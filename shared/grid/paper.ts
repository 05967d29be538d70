import { cellHeight } from './build.ts';
import { A4, mm, printable, type Grid, type GridCell } from './grid.ts';

/** A grid as it lies on A4 sheets: where every cell is on which page. Print page and live paper draw exactly this. */
export interface Paper {
  /** Size of each sheet in points. */
  readonly width: number;
  readonly height: number;
  readonly pages: readonly PaperPage[];
}

export interface PaperPage {
  /** From 1. */
  readonly number: number;
  readonly boxes: readonly PaperBox[];
  /** What is printed in the margins, page numbers filled in; empty for nothing. */
  readonly header: string;
  readonly footer: string;
}

/** One cell, or the part of it that is on this page. Points from the top left corner of the sheet, scaled. */
export interface PaperBox {
  readonly cell: GridCell;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Font size in points, scaled. */
  readonly size: number;
  /** How much of the text, in points, is on the pages before: a long text flows on from there. */
  readonly shift: number;
  /** True where a long text is only in part on this page: it starts at the top whatever the style says. */
  readonly partial: boolean;
}

interface Sheet {
  /** Rows on this page: repeated header rows, then from..to. */
  readonly repeated: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Lays a grid on paper. Pure; the same grid gives the same paper. */
export const paperOf = (grid: Grid): Paper => {
  const portrait = grid.page.orientation === 'portrait';
  const sheets = grid.page.fit === 'page' ? [{ repeated: [], from: 0, to: grid.rows.length }] : paginate(grid);
  return {
    width: portrait ? A4.width : A4.height,
    height: portrait ? A4.height : A4.width,
    pages: sheets.map((sheet, index) => ({
      number: index + 1,
      boxes: boxesOf(grid, sheet),
      header: numbered(grid.page.header, index + 1, sheets.length),
      footer: numbered(grid.page.footer, index + 1, sheets.length),
    })),
  };
};

const numbered = (text: string, page: number, pages: number): string =>
  text.replaceAll('{页}', String(page)).replaceAll('{页数}', String(pages));

/** Fills page after page with whole rows; no row is higher than a page. */
const paginate = ({ rows, page }: Grid): Sheet[] => {
  const room = printable(page).height / page.scale;
  const header = page.headerRows;
  const sheets: Sheet[] = [];
  let from = 0;
  while (from < rows.length) {
    const repeated = header !== null && from > header[1] ? range(header[0], header[1] + 1) : [];
    let used = sum(rows, repeated);
    let to = from;
    while (to < rows.length && (to === from || used + (rows[to] ?? 0) <= room)) {
      used += rows[to] ?? 0;
      to += 1;
    }
    sheets.push({ repeated, from, to });
    from = to;
  }
  return sheets;
};

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

const sum = (sizes: readonly number[], indexes: readonly number[]): number =>
  indexes.reduce((total, index) => total + (sizes[index] ?? 0), 0);

/** Sums from the start: offsets[n] is where row or column n begins. */
const offsets = (sizes: readonly number[]): number[] => {
  const starts = [0];
  for (const size of sizes) starts.push((starts.at(-1) ?? 0) + size);
  return starts;
};

const boxesOf = (grid: Grid, { repeated, from, to }: Sheet): PaperBox[] => {
  const { page } = grid;
  const columns = offsets(grid.columns);
  const rows = offsets(grid.rows);
  const width = (columns.at(-1) ?? 0) * page.scale;
  const left = mm(page.margins.left) + (page.centred ? (printable(page).width - width) / 2 : 0);
  const place = (cell: GridCell, first: number, end: number, top: number): PaperBox => {
    const start = Math.max(cell.row, first);
    const stop = Math.min(cell.row + cell.rowSpan, end);
    const height = between(rows, start, stop);
    const whole = start === cell.row && stop === cell.row + cell.rowSpan;
    // A label that fits is printed again on every page; a long text flows on.
    const partial = !whole && cellHeight(cell, grid.columns) > height;
    return {
      cell,
      x: left + (columns[cell.column] ?? 0) * page.scale,
      y: mm(page.margins.top) + (top + between(rows, first, start)) * page.scale,
      width: between(columns, cell.column, cell.column + cell.columnSpan) * page.scale,
      height: height * page.scale,
      size: cell.style.size * page.scale,
      shift: partial ? between(rows, cell.row, start) * page.scale : 0,
      partial,
    };
  };
  const inRows = (first: number, end: number): GridCell[] =>
    grid.cells.filter(({ row, rowSpan }) => row < end && row + rowSpan > first);
  const first = repeated[0];
  const head = first === undefined ? [] : inRows(first, first + repeated.length);
  return [
    ...head.map((cell) => place(cell, first ?? 0, (first ?? 0) + repeated.length, 0)),
    ...inRows(from, to).map((cell) => place(cell, from, to, sum(grid.rows, repeated))),
  ];
};

const between = (starts: readonly number[], from: number, to: number): number =>
  (starts[to] ?? 0) - (starts[from] ?? 0);
