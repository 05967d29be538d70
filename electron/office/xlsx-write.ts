import ExcelJS from 'exceljs';
import { ExpectedError } from '../../shared/model/errors.ts';
import type { CellStyle, Grid, GridCell, GridPage } from '../../shared/grid/grid.ts';
import { legalSheetNames } from '../../shared/grid/names.ts';
import { writeAtomically } from './atomic.ts';

export interface WorkbookOptions {
  /** Document property, e.g. 示例县示例镇人民政府-2026年项目支出绩效目标表. */
  readonly title: string;
  /** Told after each sheet: how many are written. */
  readonly onSheet?: (written: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes grids as one xlsx workbook, a sheet a grid, atomically.
 * @throws ExpectedError `cancelled` when the signal fires, or what {@link writeAtomically} throws
 */
export const writeWorkbook = async (grids: Iterable<Grid>, path: string, options: WorkbookOptions): Promise<void> =>
  writeAtomically(path, (temporary) => writeWorkbookTo(grids, temporary, options));

/** The same without the care for a file that others may see; for temporary files of our own. */
export const writeWorkbookTo = async (grids: Iterable<Grid>, path: string, options: WorkbookOptions): Promise<void> => {
  const all = [...grids];
  const names = legalSheetNames(all.map(({ name }) => name));
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: true });
  writer.title = options.title;
  writer.creator = '绩效填报';
  writer.lastModifiedBy = '绩效填报';
  const styles = new Styles();
  for (const [index, grid] of all.entries()) {
    if (options.signal?.aborted === true) throw new ExpectedError('cancelled', '导出已取消');
    writeSheet(writer, grid, names[index] ?? '', styles);
    options.onSheet?.(index + 1);
  }
  await writer.commit();
};

/** Column widths in files are counted in digits of 宋体/Calibri 11, 7 pixels of 0.75 points each. */
const COLUMN_UNIT = 5.25;

const MM_PER_INCH = 25.4;

const writeSheet = (writer: ExcelJS.stream.xlsx.WorkbookWriter, grid: Grid, name: string, styles: Styles): void => {
  const sheet = writer.addWorksheet(name, {
    pageSetup: pageSetup(grid),
    headerFooter: headerFooter(grid.page),
    views: [{ showGridLines: false }],
  });
  sheet.columns = grid.columns.map((points) => ({ width: points / COLUMN_UNIT }));
  grid.rows.forEach((height, row) => {
    sheet.getRow(row + 1).height = height;
  });
  for (const cell of grid.cells) writeCell(sheet, cell, styles);
  sheet.commit();
};

const writeCell = (sheet: ExcelJS.Worksheet, cell: GridCell, styles: Styles): void => {
  const row = cell.row + 1;
  const column = cell.column + 1;
  const target = sheet.getCell(row, column);
  const numFmt = formatOf(cell);
  // The library sets a format where it sets a value, so the style comes last.
  if (cell.number !== undefined) target.value = cell.number;
  else if (cell.text !== '') target.value = literal(cell.text);
  target.style = styles.of(cell.style, numFmt);
  // Covered cells take the style of the first: a border all around the merge, in every program.
  if (cell.rowSpan > 1 || cell.columnSpan > 1) {
    sheet.mergeCells(row, column, row + cell.rowSpan - 1, column + cell.columnSpan - 1);
  }
};

/** What looks like an escape of the file format would be read as the character it names. */
const literal = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');

/** As many decimals as the number has; text that looks like a formula stays text even when edited. */
const formatOf = ({ number, text }: GridCell): string => {
  if (number !== undefined) {
    const decimals = /\.(\d+)$/u.exec(text)?.[1]?.length ?? 0;
    return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  }
  return /^[=+@-]/u.test(text) && text.length <= 255 ? '@' : '';
};

/** Each style is made once: the library recognises it by its identity and writes one entry for it. */
class Styles {
  private readonly made = new Map<CellStyle, Map<string, Partial<ExcelJS.Style>>>();
  private readonly alike = new Map<string, Partial<ExcelJS.Style>>();

  of(style: CellStyle, numFmt: string): Partial<ExcelJS.Style> {
    let formats = this.made.get(style);
    if (formats === undefined) this.made.set(style, (formats = new Map<string, Partial<ExcelJS.Style>>()));
    let made = formats.get(numFmt);
    if (made === undefined) formats.set(numFmt, (made = this.make(style, numFmt)));
    return made;
  }

  private make(style: CellStyle, numFmt: string): Partial<ExcelJS.Style> {
    const key = `${JSON.stringify(style)}${numFmt}`;
    const made = this.alike.get(key) ?? fileStyle(style, numFmt);
    this.alike.set(key, made);
    return made;
  }
}

const THIN: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF000000' } };

const fileStyle = (style: CellStyle, numFmt: string): Partial<ExcelJS.Style> => ({
  // Charset 134 (GB2312): a program without the font picks another Chinese one.
  font: { name: style.font, size: style.size, bold: style.bold, charset: 134, color: { argb: 'FF000000' } },
  alignment: {
    horizontal: style.horizontal,
    vertical: style.vertical,
    wrapText: style.wrap,
    ...(style.indent > 0 ? { indent: style.indent } : {}),
  },
  ...(style.border ? { border: { top: THIN, left: THIN, bottom: THIN, right: THIN } } : {}),
  ...(numFmt === '' ? {} : { numFmt }),
});

const pageSetup = ({ rows, columns, page }: Grid): Partial<ExcelJS.PageSetup> => {
  const inches = (millimetres: number): number => millimetres / MM_PER_INCH;
  const [first, last] = page.headerRows ?? [null, null];
  return {
    paperSize: 9,
    orientation: page.orientation,
    margins: {
      top: inches(page.margins.top),
      right: inches(page.margins.right),
      bottom: inches(page.margins.bottom),
      left: inches(page.margins.left),
      header: inches(page.margins.top / 2),
      footer: inches(page.margins.bottom / 2),
    },
    horizontalCentered: page.centred,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: page.fit === 'page' ? 1 : 0,
    // The library puts the first $ in front itself; without the second the area is half relative and not honoured.
    printArea: `A$1:${columnName(columns.length)}$${rows.length}`,
    ...(first === null ? {} : { printTitlesRow: `${first + 1}:${last + 1}`, firstPageNumber: 1 }),
  };
};

/** `A` for 1; forms have fewer than 27 columns. */
const columnName = (column: number): string => String.fromCharCode(64 + column);

const headerFooter = ({ header, footer }: GridPage): Partial<ExcelJS.HeaderFooter> => {
  const code = (text: string): string =>
    text.replace(/&/gu, '&&').replaceAll('{页}', '&P').replaceAll('{页数}', '&N');
  return {
    ...(header === '' ? {} : { oddHeader: `&R${code(header)}` }),
    ...(footer === '' ? {} : { oddFooter: `&C${code(footer)}` }),
  };
};
