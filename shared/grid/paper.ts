import { A4, mm, printable, type Grid, type GridCell } from './grid.ts';

/** A grid as it lies on A4 sheets: where every cell is on which page. Print page and live paper draw exactly this. */
export interface Paper {
  /** Size of each sheet in points. */
  readonly width: number;
  readonly height: number;
  readonly pages: readonly PaperPage[];
}

export interface PaperPage {
  /** As it is counted in the footer. */
  readonly number: number;
  readonly boxes: readonly PaperBox[];
  /** What is printed in the margins, page numbers filled in; empty for nothing. */
  readonly header: string;
  readonly footer: string;
}

/** One cell. Points from the top left corner of the sheet, scaled. */
export interface PaperBox {
  readonly cell: GridCell;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Font size in points, scaled. */
  readonly size: number;
}

interface Sheet {
  /** The header rows stand above its own, which are from..to without to. */
  readonly repeats: boolean;
  readonly from: number;
  readonly to: number;
}

/** Lays a grid on paper. Pure; the same grid gives the same paper. */
export const paperOf = (grid: Grid): Paper => {
  const portrait = grid.page.orientation === 'portrait';
  const sheets = sheetsOf(grid);
  const boxesOn = boxesOf(grid, sheets);
  return {
    width: portrait ? A4.width : A4.height,
    height: portrait ? A4.height : A4.width,
    pages: sheets.map((sheet, index) => {
      const number = (grid.page.firstPage ?? 1) + index;
      const all = grid.page.allPages ?? sheets.length;
      return {
        number,
        boxes: boxesOn(sheet),
        header: numbered(grid.page.header, number, all),
        footer: numbered(grid.page.footer, number, all),
      };
    }),
  };
};

const numbered = (text: string, page: number, pages: number): string =>
  text.replaceAll('{页}', String(page)).replaceAll('{页数}', String(pages));

/** The rows between the ends of pages, each page after the header's own with the header rows above. */
const sheetsOf = ({ rows, page: { breaks, headerRows } }: Grid): Sheet[] => {
  const starts = [0, ...breaks.map((last) => last + 1)];
  return starts.map((from, index) => ({
    repeats: headerRows !== null && from > headerRows[1],
    from,
    to: starts[index + 1] ?? rows.length,
  }));
};

/** Sums from the start: offsets[n] is where row or column n begins. */
const offsets = (sizes: readonly number[]): number[] => {
  const starts = [0];
  for (const size of sizes) starts.push((starts.at(-1) ?? 0) + size);
  return starts;
};

/** What is the same for every sheet is worked out once: a grid may have hundreds of them. */
const boxesOf = (grid: Grid, sheets: readonly Sheet[]): ((sheet: Sheet) => PaperBox[]) => {
  const { page } = grid;
  const columns = offsets(grid.columns);
  const rows = offsets(grid.rows);
  const width = (columns.at(-1) ?? 0) * page.scale;
  const left = mm(page.margins.left) + (page.centred ? (printable(page).width - width) / 2 : 0);
  // No cell reaches over the end of a page.
  const boxOf = (cell: GridCell, first: number, top: number): PaperBox => ({
    cell,
    x: left + (columns[cell.column] ?? 0) * page.scale,
    y: mm(page.margins.top) + (top + between(rows, first, cell.row)) * page.scale,
    width: between(columns, cell.column, cell.column + cell.columnSpan) * page.scale,
    height: between(rows, cell.row, cell.row + cell.rowSpan) * page.scale,
    size: cell.style.size * page.scale,
  });
  const own = cellsOfSheets(grid, sheets);
  const [first, last] = page.headerRows ?? [0, -1];
  const header = grid.cells.filter(({ row }) => row >= first && row <= last).map((cell) => boxOf(cell, first, 0));
  return (sheet) => {
    const top = sheet.repeats ? between(rows, first, last + 1) : 0;
    return [...(sheet.repeats ? header : []), ...(own.get(sheet) ?? []).map((cell) => boxOf(cell, sheet.from, top))];
  };
};

/** The cells of each sheet's own rows, in their order. */
const cellsOfSheets = (grid: Grid, sheets: readonly Sheet[]): ReadonlyMap<Sheet, GridCell[]> => {
  const cells = new Map<Sheet, GridCell[]>(sheets.map((sheet) => [sheet, []]));
  const sheetOf = grid.rows.map(() => sheets[0]);
  for (const sheet of sheets) sheetOf.fill(sheet, sheet.from, sheet.to);
  for (const cell of grid.cells) {
    const sheet = sheetOf[cell.row];
    if (sheet) cells.get(sheet)?.push(cell);
  }
  return cells;
};

const between = (starts: readonly number[], from: number, to: number): number =>
  (starts[to] ?? 0) - (starts[from] ?? 0);
