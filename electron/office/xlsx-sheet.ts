import type { Grid, GridCell, GridPage } from '../../shared/grid/grid.ts';
import { COLUMN_UNIT, type StyleTable } from './xlsx-styles.ts';
import { escapeXml } from './xml.ts';

/** All texts of a workbook, each written once and named by its index. */
export class StringTable {
  private readonly index = new Map<string, number>();
  private uses = 0;

  indexOf(text: string): number {
    this.uses += 1;
    const known = this.index.get(text);
    if (known !== undefined) return known;
    const next = this.index.size;
    this.index.set(text, next);
    return next;
  }

  /** The part xl/sharedStrings.xml. */
  xml(): string {
    const items = Array.from(this.index.keys(), (text) => `<si><t xml:space="preserve">${literal(text)}</t></si>`);
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
      ` count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`
    );
  }
}

/** What looks like an escape of the file format (`_x4E2D_`) would be read as the character it names. */
const literal = (text: string): string => escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_'));

/** `A` for 0; forms have fewer than 27 columns. */
export const columnName = (column: number): string => String.fromCharCode(65 + column);

/** The part xl/worksheets/sheetN.xml of one grid. */
export const sheetXml = (grid: Grid, styles: StyleTable, strings: StringTable): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
  `<dimension ref="A1:${columnName(grid.columns.length - 1)}${grid.rows.length}"/>` +
  '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/>' +
  `<cols>${grid.columns.map(columnXml).join('')}</cols>` +
  `<sheetData>${rowsXml(grid, styles, strings)}</sheetData>` +
  mergesXml(grid.cells) +
  pageXml(grid.page) +
  '</worksheet>';

const columnXml = (points: number, column: number): string =>
  `<col min="${column + 1}" max="${column + 1}" width="${points / COLUMN_UNIT}" customWidth="1"/>`;

const rowsXml = (grid: Grid, styles: StyleTable, strings: StringTable): string => {
  const rows = grid.rows.map((): string[] => []);
  for (const cell of grid.cells) drawCell(rows, cell, styles, strings);
  return grid.rows
    .map((height, row) => `<row r="${row + 1}" ht="${height}" customHeight="1">${rows[row]?.join('') ?? ''}</row>`)
    .join('');
};

/** Fills in a cell and what its merge covers: covered cells have the style too, a border all around in every program. */
const drawCell = (rows: readonly string[][], cell: GridCell, styles: StyleTable, strings: StringTable): void => {
  const style = styles.indexOf(cell.style, formatOf(cell));
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
      const start = `<c r="${columnName(column)}${row + 1}" s="${style}"`;
      const first = row === cell.row && column === cell.column;
      const line = rows[row];
      if (line !== undefined) line[column] = start + (first ? contentXml(cell, strings) : '/>');
    }
  }
};

const contentXml = ({ number, text }: GridCell, strings: StringTable): string => {
  if (number !== undefined) return `><v>${number}</v></c>`;
  return text === '' ? '/>' : ` t="s"><v>${strings.indexOf(text)}</v></c>`;
};

/** As many decimals as are printed, thousands apart where they are; a text that looks like a formula stays text even when it is edited. */
const formatOf = ({ number, text }: Pick<GridCell, 'number' | 'text'>): string => {
  if (number !== undefined) {
    const decimals = /\.(\d+)$/u.exec(text)?.[1]?.length ?? 0;
    return `${text.includes(',') ? '#,##0' : '0'}${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
  }
  // Excel shows a cell of text format as #### where it is longer than 255.
  return /^[=+@-]/u.test(text) && text.length <= 255 ? '@' : '';
};

const mergesXml = (cells: readonly GridCell[]): string => {
  const merges = cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1);
  if (merges.length === 0) return '';
  const areas = merges.map(({ row, column, rowSpan, columnSpan }) => {
    const last = `${columnName(column + columnSpan - 1)}${row + rowSpan}`;
    return `<mergeCell ref="${columnName(column)}${row + 1}:${last}"/>`;
  });
  return `<mergeCells count="${merges.length}">${areas.join('')}</mergeCells>`;
};

const pageXml = (page: GridPage): string => {
  const { margins, orientation, fit, centred, breaks } = page;
  const inches = (millimetres: number): string => (millimetres / 25.4).toFixed(4);
  const pages = page.allPages ?? breaks.length + 1;
  const headers = page.header === '' ? '' : `<oddHeader>&amp;R${marginText(page.header, pages)}</oddHeader>`;
  const footers = page.footer === '' ? '' : `<oddFooter>&amp;C${marginText(page.footer, pages)}</oddFooter>`;
  return (
    (centred ? '<printOptions horizontalCentered="1"/>' : '') +
    `<pageMargins left="${inches(margins.left)}" right="${inches(margins.right)}" top="${inches(margins.top)}"` +
    ` bottom="${inches(margins.bottom)}" header="${inches(margins.top / 2)}" footer="${inches(margins.bottom / 2)}"/>` +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="${fit === 'page' ? 1 : 0}"` +
    ` firstPageNumber="${page.firstPage ?? 1}" useFirstPageNumber="1"/>` +
    (headers + footers === '' ? '' : `<headerFooter>${headers}${footers}</headerFooter>`) +
    breaksXml(breaks)
  );
};

/** Pages end where the grid says, not where a program thinks: rows are as high as the parts of labels on them. */
const breaksXml = (breaks: readonly number[]): string => {
  if (breaks.length === 0) return '';
  const all = breaks.map((last) => `<brk id="${last + 1}" max="16383" man="1"/>`);
  return `<rowBreaks count="${all.length}" manualBreakCount="${all.length}">${all.join('')}</rowBreaks>`;
};

/**
 * Text of a page header or footer. The page is a field code and counts on each sheet from its own first page; the number of pages
 * is written out, for the field code of it counts the pages of all sheets that are printed together.
 */
const marginText = (text: string, pages: number): string =>
  escapeXml(
    text
      .replace(/&/gu, '&&')
      .replaceAll('{页数}', String(pages))
      // A sign and a digit after the code would be added to the page: a change to the same font parts them.
      .replace(/\{页\}(?=[-+\d])/gu, '&P&"-,Regular"')
      .replaceAll('{页}', '&P'),
  );
