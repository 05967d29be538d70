import { mkdirSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { formById } from '../../shared/forms/index.ts';
import type { CellStyle, Grid } from '../../shared/grid/grid.ts';
import { benchContext, benchProjects } from './export-projects.ts';

/*
 * What the export is compared with: the same cells written with exceljs in the simplest way. It is handed a dozen
 * drawn tables for nothing and writes them over and over under other names, so drawing costs it no time.
 * `node export-plain.ts workbook|files COUNT TARGET`; prints its peak memory in MiB.
 */

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
  const sheet = book.addWorksheet(name, {
    pageSetup: {
      ...A4,
      orientation: page.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: page.fit === 'page' ? 1 : 0,
      horizontalCentered: page.centred,
      printArea: `A$1:E$${rows.length}`,
      margins: { top: 0.98, bottom: 0.79, left: 0.98, right: 0.79, header: 0.5, footer: 0.4 },
    },
  });
  sheet.columns = columns.map((points) => ({ width: points / 6 }));
  rows.forEach((height, row) => {
    sheet.getRow(row + 1).height = height;
  });
  for (const { row, column, rowSpan, columnSpan, text, number, style, field } of cells) {
    const cell = sheet.getCell(row + 1, column + 1);
    cell.value = number ?? (field === 'name' && column > 0 ? name : text);
    cell.style = fileStyle(style);
    if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(row + 1, column + 1, row + rowSpan, column + columnSpan);
  }
};

const [mode, count = '0', target = ''] = process.argv.slice(2);
const names = benchProjects(Number(count)).map(({ name }) => name);
const drawn = formById('annex2').layout(benchProjects(12), benchContext());
const grid = (index: number): Grid => {
  const found = drawn[index % drawn.length];
  if (found === undefined) throw new Error('nothing drawn');
  return found;
};

if (mode === 'workbook') {
  const book = new ExcelJS.Workbook();
  for (const [index, name] of names.entries()) addSheet(book, name, grid(index));
  await book.xlsx.writeFile(target);
} else {
  mkdirSync(target, { recursive: true });
  for (const [index, name] of names.entries()) {
    const book = new ExcelJS.Workbook();
    addSheet(book, name, grid(index));
    await book.xlsx.writeFile(`${target}/${index + 1}.xlsx`);
  }
}
console.log(process.resourceUsage().maxRSS / 1024);
