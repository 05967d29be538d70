import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  type ITableCellBorders,
  type ITableCellOptions,
  type ITableRowPropertiesOptions,
} from 'docx';
import { printable, type Grid, type GridPage } from '../../shared/grid/grid.ts';
import { CELL_PADDING } from '../../shared/grid/measure.ts';
import type { Headings } from './docx-headings.ts';
import { paragraphXml } from './docx-paragraph.ts';
import { rowsOfWord, type RowCell } from './docx-rows.ts';
import { TEXT, type Templates } from './docx-templates.ts';
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

const MERGES = { begins: VerticalMergeType.RESTART, 'goes on': VerticalMergeType.CONTINUE } as const;

/** Part of a grid as a table of Word. */
export const tableXml = (grid: Grid, part: TablePart, templates: Templates, headings: Headings): string => {
  const { columns, page } = grid;
  const { heights, cells, starts } = rowsOfWord(grid, part.from, part.to);
  const rows = heights.map((height, row) => {
    // Pages end where they were measured, so that what is repeated on each and the numbers of 目录 are right.
    const inside = (cells[row] ?? []).map((cell, index) =>
      cellXml(cell, grid, templates, headings, index === 0 && starts.has(row)),
    );
    return rowAround(height, row < part.headers, page, templates).join(inside.join(''));
  });
  const key = `table ${columns.join()} ${page.scale} ${page.centred}`;
  return templates.aroundElement(key, 'w:tr', () => tableOf(columns, page)).join(rows.join(''));
};

/** A table with its widths and a row that stands for all its rows. */
const tableOf = (columns: readonly number[], { scale, centred }: GridPage): Table => {
  const widths = columns.map((width) => twips(width * scale));
  const margin = twips((CELL_PADDING / 2) * scale);
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(centred ? { alignment: AlignmentType.CENTER } : {}),
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: margin, right: margin },
    borders: { ...NO_LINES, insideHorizontal: none, insideVertical: none },
    rows: [rowOf({})],
  });
};

/** A row with a cell that stands for all its cells. */
const rowOf = (options: ITableRowPropertiesOptions): TableRow => new TableRow({ ...options, children: [cellOf({})] });

/** A cell with a paragraph that stands for its own. */
const cellOf = (options: Omit<ITableCellOptions, 'children'>): TableCell =>
  new TableCell({ ...options, children: [new Paragraph(TEXT)] });

const rowAround = (height: number, tableHeader: boolean, page: GridPage, templates: Templates): readonly string[] => {
  const value = twips(Math.max(1, height * page.scale - LINE));
  // A row of one long text flows over the end of a page, any other goes to the next one whole.
  const cantSplit = height * page.scale <= printable(page).height / 3;
  return templates.aroundElement(`row ${value} ${cantSplit} ${tableHeader}`, 'w:tc', () =>
    rowOf({
      height: { value, rule: HeightRule.ATLEAST },
      ...(cantSplit ? { cantSplit } : {}),
      ...(tableHeader ? { tableHeader } : {}),
    }),
  );
};

const cellXml = (
  { cell, merge }: RowCell,
  grid: Grid,
  templates: Templates,
  headings: Headings,
  startsPage: boolean,
): string => {
  const { scale } = grid.page;
  const { style, column, columnSpan } = cell;
  const widths = grid.columns.slice(column, column + columnSpan);
  const size = widths.reduce((sum, width) => sum + twips(width * scale), 0);
  const key = `cell ${style.border} ${style.vertical} ${size} ${columnSpan} ${merge}`;
  const around = templates.aroundElement(key, 'w:p', () =>
    cellOf({
      width: { size, type: WidthType.DXA },
      ...(merge === 'none' ? {} : { verticalMerge: MERGES[merge] }),
      ...(columnSpan > 1 ? { columnSpan } : {}),
      borders: style.border ? LINES : NO_LINES,
      verticalAlign: style.vertical === 'middle' ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    }),
  );
  const shown = merge === 'goes on' ? { ...cell, text: '' } : cell;
  const bookmark = merge === 'goes on' ? undefined : headings.bookmarkOf(cell);
  const extras = { ...(bookmark === undefined ? {} : { bookmark }), ...(startsPage ? { startsPage } : {}) };
  return around.join(paragraphXml(shown, scale, templates, extras));
};
