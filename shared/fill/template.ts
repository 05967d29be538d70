/*
 * A county's own file as the program sees it: tables of cells, a merge being one cell. Readers of xlsx and docx make it, the
 * recognition of cells and the plan of filling work on it alone. Rows and columns count from 0.
 */

export interface Template {
  readonly format: 'xlsx' | 'docx';
  /** The visible sheets of a workbook; the one body of a document, where a paragraph is a row of one cell. */
  readonly tables: readonly TemplateTable[];
}

export interface TemplateTable {
  /** Name of the sheet; empty for a document. */
  readonly name: string;
  /** How many rows there are: every `row` of a cell is below. */
  readonly rows: number;
  /** Widths of the columns in points. */
  readonly widths: readonly number[];
  /** Heights of the rows in points, as many as `rows`; null where the program that opens it decides. */
  readonly heights: readonly (number | null)[];
  /** Rows that begin a page of their own, where the file says so. */
  readonly pages?: readonly number[];
  /** Ordered by row, then by column. */
  readonly cells: readonly TemplateCell[];
}

export interface TemplateCell {
  readonly row: number;
  readonly column: number;
  /** How far a merge reaches, 1 or more. */
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
  /** line: a paragraph of a document, no cell of a table. fixed: holds what text must not replace, a picture or a table. */
  readonly kind: 'text' | 'number' | 'formula' | 'line' | 'fixed';
  /** Size of its font in points. */
  readonly size: number;
  /** A number written here prints as it is: no percentage, no date. */
  readonly numeric: boolean;
  /** Longer texts go on in a further line. */
  readonly wrap: boolean;
}

/** Finds the cells of a table by place. */
export class TableView {
  readonly table: TemplateTable;
  private readonly places = new Map<number, TemplateCell>();
  private readonly rows = new Map<number, TemplateCell[]>();

  constructor(table: TemplateTable) {
    this.table = table;
    for (const cell of table.cells) {
      const row = this.rows.get(cell.row);
      if (row === undefined) this.rows.set(cell.row, [cell]);
      else row.push(cell);
      for (let down = 0; down < cell.rows; down += 1)
        for (let right = 0; right < cell.columns; right += 1)
          this.places.set((cell.row + down) * WIDTH + cell.column + right, cell);
    }
  }

  /** The cell that covers a place. */
  at(row: number, column: number): TemplateCell | null {
    return column < 0 || row < 0 ? null : (this.places.get(row * WIDTH + column) ?? null);
  }

  /** The cells that begin in a row, from left to right. */
  row(row: number): readonly TemplateCell[] {
    return this.rows.get(row) ?? [];
  }

  /** The cells that cover a row, from left to right, each once. */
  across(row: number): TemplateCell[] {
    const cells: TemplateCell[] = [];
    for (let column = 0; column < this.table.widths.length; column += 1) {
      const cell = this.at(row, column);
      if (cell !== null && cells.at(-1) !== cell) cells.push(cell);
    }
    return cells;
  }
}

/** More columns than any sheet has. */
const WIDTH = 20_000;

/** The rows from a cell's first to before its last. */
export const endRow = ({ row, rows }: Pick<TemplateCell, 'row' | 'rows'>): number => row + rows;
export const endColumn = ({ column, columns }: Pick<TemplateCell, 'column' | 'columns'>): number => column + columns;

/** True for a cell that covers a column. */
export const covers = (cell: Pick<TemplateCell, 'column' | 'columns'>, column: number): boolean =>
  cell.column <= column && column < endColumn(cell);
