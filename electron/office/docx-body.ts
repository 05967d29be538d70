import { Paragraph } from 'docx';
import type { Grid, GridCell } from '../../shared/grid/grid.ts';
import { textHeight } from '../../shared/grid/measure.ts';
import type { Headings } from './docx-headings.ts';
import { linesOf, paragraphXml } from './docx-paragraph.ts';
import { tableXml, type TablePart } from './docx-table.ts';
import type { Templates } from './docx-templates.ts';
import { twips } from './docx-units.ts';

/** A grid as Word has it: title lines and headings as paragraphs, the rest as tables. */
export const bodyXml = (grid: Grid, templates: Templates, headings: Headings): string => {
  let xml = '';
  let lastIsTable = false;
  for (const part of partsOf(grid)) {
    const isTable = part.kind === 'table';
    // Two tables without anything between them would become one.
    if (isTable && lastIsTable) xml += roomXml(1, templates);
    xml += isTable ? tableXml(grid, part, templates, headings) : lineXml(grid, part, templates, headings);
    lastIsTable = isTable;
  }
  return xml;
};

type Part = ({ readonly kind: 'table' } & TablePart) | LinePart;

interface LinePart {
  readonly kind: 'line';
  readonly row: number;
  /** The cell that is the row; a row without any is room. */
  readonly cell: GridCell | undefined;
  readonly keepNext: boolean;
}

/** The rows of a grid: single cells without border are lines of text; a table begins anew where its repeated rows begin. */
const partsOf = (grid: Grid): Part[] => {
  const isLine = lineRows(grid);
  const headers = grid.page.headerRows;
  const parts: Part[] = [];
  let from = 0;
  const endTable = (to: number): void => {
    if (to > from) parts.push({ kind: 'table', from, to, headers: headersOf(grid, from, to) });
    from = to;
  };
  for (let row = 0; row < grid.rows.length; row += 1) {
    if (headers?.[0] === row && isCut(grid, row)) endTable(row);
    if (!isLine[row]) continue;
    endTable(row);
    from = row + 1;
    parts.push({ kind: 'line', row, cell: grid.cells.find((cell) => cell.row === row), keepNext: !isLast(grid, row) });
  }
  endTable(grid.rows.length);
  return parts;
};

const isLast = (grid: Grid, row: number): boolean => row === grid.rows.length - 1;

const headersOf = ({ page: { headerRows } }: Grid, from: number, to: number): number =>
  headerRows !== null && headerRows[0] === from ? Math.min(headerRows[1] + 1, to) - from : 0;

/** True where no cell reaches over the top of a row. */
const isCut = ({ cells }: Grid, row: number): boolean =>
  !cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row);

/** For every row whether it is one cell without border over all columns, or no cell at all. */
const lineRows = ({ rows, columns, cells }: Grid): boolean[] => {
  const whole = rows.map(() => true);
  for (const { row, rowSpan, columnSpan, style } of cells) {
    if (rowSpan === 1 && columnSpan === columns.length && !style.border) continue;
    whole.fill(false, row, row + rowSpan);
  }
  return whole;
};

/** A row as a paragraph that is as high. */
const lineXml = (grid: Grid, { row, cell, keepNext }: LinePart, templates: Templates, headings: Headings): string => {
  const { scale } = grid.page;
  const height = (grid.rows[row] ?? 0) * scale;
  if (cell === undefined) return roomXml(height, templates);
  const width = grid.columns.reduce((sum, column) => sum + column, 0);
  const { text, style } = cell;
  const rest = Math.max(0, height - textHeight(text, width, style.size, style.indent) * scale);
  const before = style.vertical === 'middle' ? rest / 2 : 0;
  const bookmark = headings.bookmarkOf(cell);
  return paragraphXml(cell, scale, templates, {
    before,
    after: rest - before,
    // What stands above a table stays with it; paragraphs of a text part where a page ends.
    keepNext: keepNext && (grid.role !== 'text' || cell.heading !== undefined),
    styled: headings.isStyled(cell),
    // 目录 counts on it that running text ends its pages where it was measured.
    startsPage: grid.role === 'text' && grid.page.breaks.includes(row - 1),
    ...(bookmark === undefined ? {} : { bookmark }),
  });
};

/** Empty room of a height in points. */
const roomXml = (height: number, templates: Templates): string =>
  templates.xml([new Paragraph({ spacing: { ...linesOf(1, 1), line: twips(height) } })]);
