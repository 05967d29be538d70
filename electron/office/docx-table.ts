import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ITableCellBorders,
} from 'docx';
import { printable, type CellStyle, type Grid, type GridCell } from '../../shared/grid/grid.ts';
import { CELL_PADDING } from '../../shared/grid/measure.ts';
import { paragraphOf } from './docx-paragraph.ts';
import { twips } from './docx-units.ts';

/** Rows `from` to before `to` of a grid, as one table; the first `headers` of them stand on every page. */
export interface TablePart {
  readonly from: number;
  readonly to: number;
  readonly headers: number;
}

/** A row may be this much lower than in a spreadsheet: Word adds the line between two rows to it. */
const LINE = 1;

const line = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINES: ITableCellBorders = { top: line, left: line, bottom: line, right: line };
const NO_LINES: ITableCellBorders = { top: none, left: none, bottom: none, right: none };

/** Part of a grid as a table of Word. Names in it that are headings are given by `bookmarkOf`. */
export const tableOf = (grid: Grid, part: TablePart, bookmarkOf: (cell: GridCell) => string | undefined): Table => {
  const { scale, centred } = grid.page;
  const widths = grid.columns.map((width) => twips(width * scale));
  const margin = twips((CELL_PADDING / 2) * scale);
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(centred ? { alignment: AlignmentType.CENTER } : {}),
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: margin, right: margin },
    borders: { ...NO_LINES, insideHorizontal: none, insideVertical: none },
    rows: rowsOf(grid, part, bookmarkOf),
  });
};

const rowsOf = (grid: Grid, part: TablePart, bookmarkOf: (cell: GridCell) => string | undefined): TableRow[] => {
  const { heights, cells } = foldRows(grid, part);
  const { scale } = grid.page;
  const most = printable(grid.page).height / 3;
  return heights.map((height, row) => {
    const high = height * scale;
    return new TableRow({
      height: { value: twips(Math.max(1, high - LINE)), rule: HeightRule.ATLEAST },
      // A row of one long text flows over the end of a page, any other goes to the next one whole.
      ...(high <= most ? { cantSplit: true } : {}),
      ...(row < part.headers ? { tableHeader: true } : {}),
      children: (cells[row] ?? []).map((cell) => cellOf(cell, scale, bookmarkOf(cell))),
    });
  });
};

interface FoldedRows {
  readonly heights: readonly number[];
  /** The cells that begin in each row, gaps filled, from left to right. */
  readonly cells: readonly (readonly GridCell[])[];
}

/** Rows in which no cell begins are one with the row above: a spreadsheet needs them for height alone. */
const foldRows = (grid: Grid, { from, to }: TablePart): FoldedRows => {
  const inside = grid.cells.filter(({ row }) => row >= from && row < to);
  const begins = new Set(inside.map(({ row }) => row));
  const heights: number[] = [];
  const index: number[] = [];
  for (let row = from; row < to; row += 1) {
    const folded = row > from && !begins.has(row) && isCovered(inside, row, grid.columns.length);
    if (folded) heights[heights.length - 1] = (heights.at(-1) ?? 0) + (grid.rows[row] ?? 0);
    else heights.push(grid.rows[row] ?? 0);
    index.push(heights.length - 1);
  }
  const at = (row: number): number => index[row - from] ?? heights.length;
  const moved = inside.map((cell) => ({
    ...cell,
    row: at(cell.row),
    rowSpan: Math.min(at(cell.row + cell.rowSpan), heights.length) - at(cell.row),
  }));
  return { heights, cells: withGapsFilled(moved, heights.length, grid.columns.length) };
};

const isCovered = (cells: readonly GridCell[], row: number, columns: number): boolean =>
  cells
    .filter((cell) => cell.row < row && cell.row + cell.rowSpan > row)
    .reduce((sum, { columnSpan }) => sum + columnSpan, 0) === columns;

const EMPTY: CellStyle = {
  font: '宋体',
  size: 9,
  bold: false,
  horizontal: 'left',
  vertical: 'top',
  wrap: true,
  border: false,
  indent: 0,
};

/** Word counts the cells of a row: what a grid leaves out is an empty cell without lines there. */
const withGapsFilled = (cells: readonly GridCell[], rows: number, columns: number): GridCell[][] => {
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const filled = Array.from({ length: rows }, (): GridCell[] => []);
  for (const cell of cells) {
    filled[cell.row]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      taken[row]?.fill(true, cell.column, cell.column + cell.columnSpan);
    }
  }
  return filled.map((row, index) => {
    const gaps = gapsOf(taken[index] ?? []).map(([column, columnSpan]) => ({
      row: index,
      column,
      rowSpan: 1,
      columnSpan,
      text: '',
      style: EMPTY,
    }));
    return [...row, ...gaps].sort((one, other) => one.column - other.column);
  });
};

const gapsOf = (taken: readonly boolean[]): [column: number, columnSpan: number][] => {
  const gaps: [number, number][] = [];
  for (const [column, isTaken] of taken.entries()) {
    if (isTaken) continue;
    const last = gaps.at(-1);
    if (last !== undefined && last[0] + last[1] === column) last[1] += 1;
    else gaps.push([column, 1]);
  }
  return gaps;
};

const cellOf = (cell: GridCell, scale: number, bookmark: string | undefined): TableCell => {
  const { style, rowSpan, columnSpan } = cell;
  return new TableCell({
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    borders: style.border ? LINES : NO_LINES,
    verticalAlign: style.vertical === 'middle' ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: [paragraphOf(cell, scale, bookmark === undefined ? {} : { bookmark })],
  });
};
