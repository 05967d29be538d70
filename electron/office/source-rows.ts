import type { SourceMerge, SourceRow, SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';

/** A cell of a table before it is written out in rows. */
export interface PlacedCell {
  /** Row and column of its table, from 0. */
  readonly row: number;
  readonly column: number;
  /** How many rows and columns it covers, 1 or more. */
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

const MOST_ROWS = 200_000;
const MOST_COLUMNS = 500;
/** Cells written out, the empty ones between them included: what fits into memory many times over. */
const MOST_CELLS = 4_000_000;

/**
 * Writes paragraphs and tables of a document one below the other, as recognisers take them: a paragraph is a row of one
 * cell, a merge's text stands in its first cell.
 */
export class SourceRows {
  private readonly rows: SourceRow[] = [];
  private readonly merges: SourceMerge[] = [];
  private at = 0;
  private cells = 0;
  private readonly fileName: string;

  /** @param fileName named where the document is too large */
  constructor(fileName: string) {
    this.fileName = fileName;
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  /** A row of one cell; nothing where the text is blank. */
  paragraph(text: string): void {
    if (text.trim() !== '') this.row([text]);
  }

  /**
   * The rows of a table; rows without any text keep their number but are not written.
   * @throws ExpectedError file-too-large
   */
  table(cells: readonly PlacedCell[], rowCount: number): void {
    const first = this.at + 1;
    const byRow = new Map<number, PlacedCell[]>();
    for (const cell of cells) {
      if (cell.column >= MOST_COLUMNS || cell.row >= rowCount) continue;
      const row = byRow.get(cell.row);
      if (row === undefined) byRow.set(cell.row, [cell]);
      else row.push(cell);
      if (cell.rows > 1 || cell.columns > 1) this.merge(cell, first, rowCount);
    }
    for (let row = 0; row < rowCount; row += 1) this.row(textsOf(byRow.get(row) ?? []));
  }

  /** What was written, under its name. */
  end(name: string): SourceTable {
    return { name, rows: this.rows, ...(this.merges.length > 0 ? { merges: this.merges } : {}) };
  }

  private row(cells: readonly string[]): void {
    this.at += 1;
    if (cells.length === 0) return;
    this.cells += cells.length;
    this.rows.push({ cells, at: this.at });
    if (this.rows.length > MOST_ROWS || this.cells > MOST_CELLS) {
      throw new ExpectedError(
        'file-too-large',
        `“${this.fileName}”里的表格太大，无法读取。`,
        '请把要导入的表另存为单独的文件。',
      );
    }
  }

  private merge(cell: PlacedCell, first: number, rowCount: number): void {
    this.merges.push({
      at: first + cell.row,
      column: cell.column,
      rows: Math.min(cell.rows, rowCount - cell.row),
      columns: Math.min(cell.columns, MOST_COLUMNS - cell.column),
    });
  }
}

/** Texts up to the last that is not blank. */
const textsOf = (cells: readonly PlacedCell[]): string[] => {
  const texts: string[] = [];
  for (const { column, text } of cells) {
    if (text.trim() === '') continue;
    while (texts.length < column) texts.push('');
    texts[column] = text;
  }
  return texts;
};
