import ExcelJS from 'exceljs';
import type { CellStyle, Grid } from '../../shared/grid/grid.ts';

// The library's type is an enum that does not exist at run time.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const A4 = { paperSize: 9 } as Partial<ExcelJS.PageSetup>;

const THIN: Partial<ExcelJS.Border> = { style: 'thin' };

const fileStyle = (cell: CellStyle): Partial<ExcelJS.Style> => ({
  font: { name: cell.font, size: cell.size, bold: cell.bold },
  alignment: {
    horizontal: cell.horizontal,
    vertical: cell.vertical,
    wrapText: cell.wrap,
    ...(cell.indent > 0 ? { indent: cell.indent } : {}),
  },
  ...(cell.border ? { border: { top: THIN, left: THIN, bottom: THIN, right: THIN } } : {}),
});

const addSheet = (book: ExcelJS.Workbook, name: string, { page, columns, rows, cells }: Grid): void => {
  const last = String.fromCharCode(64 + columns.length);
  const sheet = book.addWorksheet(name, {
    pageSetup: {
      ...A4,
      orientation: page.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: page.fit === 'page' ? 1 : 0,
      horizontalCentered: page.centred,
      printArea: `A$1:${last}$${rows.length}`,
      margins: { top: 0.98, bottom: 0.79, left: 0.98, right: 0.79, header: 0.5, footer: 0.4 },
    },
  });
  sheet.columns = columns.map((points) => ({ width: points / 6 }));
  rows.forEach((height, row) => {
    sheet.getRow(row + 1).height = height;
  });
  for (const { row, column, rowSpan, columnSpan, text, number, style } of cells) {
    const cell = sheet.getCell(row + 1, column + 1);
    cell.value = number ?? text;
    cell.style = fileStyle(style);
    if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(row + 1, column + 1, row + rowSpan, column + columnSpan);
  }
};

/** Grids as one workbook, written with exceljs in the simplest way. */
export const plainWorkbook = async (grids: readonly Grid[], path: string): Promise<void> => {
  const book = new ExcelJS.Workbook();
  for (const [index, grid] of grids.entries()) addSheet(book, `${index + 1}`, grid);
  await book.xlsx.writeFile(path);
};
