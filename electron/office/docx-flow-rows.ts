/** Rows of texts as they stand below one another, with the cells among them that are merged. */
export interface FlowRows {
  readonly rows: string[][];
  readonly merges: FlowMerge[];
}

export interface FlowMerge {
  /** Index among the rows. */
  row: number;
  readonly column: number;
  rows: number;
  columns: number;
}

export const noRows = (): FlowRows => ({ rows: [], merges: [] });

/** Puts rows below others. */
export const appendRows = (target: FlowRows, { rows, merges }: FlowRows): void => {
  const offset = target.rows.length;
  for (const row of rows) target.rows.push(row);
  for (const merge of merges) target.merges.push({ ...merge, row: merge.row + offset });
};

/** A cell when it ends: its text, and what its table says of it. */
export interface FlowCell {
  readonly text: string;
  /** Columns it covers. */
  readonly span: number;
  /** `w:vMerge`: the first cell of a merge down the table, one that goes on with it, or neither. */
  readonly down: 'begins' | 'goes on' | null;
  /** `w:hMerge`, which old programs write: it goes on with the cell before. */
  readonly isMore: boolean;
}

/** No table of Word has more. */
const MOST_COLUMNS = 63;
/** A row that claims more is broken; the rest of it is not read. */
const LONGEST_ROW = 500;

/** Builds the rows of one table of Word, cell after cell. */
export class FlowTable {
  private readonly table = noRows();
  /** Rows of tables and text boxes inside its cells: they follow it. */
  readonly later = noRows();
  private row: string[] = [];
  private rowMerges: FlowMerge[] = [];
  /** Merges that go on down the table, by their first column. */
  private readonly open = new Map<number, FlowMerge>();
  private grown = new Set<FlowMerge>();
  private isGone = false;

  /** Empty columns before the next cell. */
  skip(columns: number): void {
    if (this.row.length < LONGEST_ROW) this.row.push(...blanks(columns));
  }

  /** The row being read is deleted or hidden. */
  loseRow(): void {
    this.isGone = true;
  }

  cell({ text, span, down, isMore }: FlowCell): void {
    const column = this.row.length;
    if (column >= LONGEST_ROW) return;
    const above = down === 'goes on' ? this.open.get(column) : undefined;
    const before = this.rowMerges.at(-1);
    if (isMore && before !== undefined && before.column + before.columns === column) before.columns += span;
    else if (above === undefined) this.begin(column, span, down);
    else this.grown.add(above);
    this.row.push(above === undefined && !isMore ? text : '', ...blanks(span - 1));
  }

  endRow(): void {
    if (!this.isGone) {
      for (const merge of this.grown) merge.rows += 1;
      this.table.merges.push(...this.rowMerges);
      this.table.rows.push(this.row);
    }
    [this.row, this.rowMerges, this.grown, this.isGone] = [[], [], new Set(), false];
  }

  /** Its rows and those that follow it. */
  end(): FlowRows {
    const merges = this.table.merges.filter(({ rows, columns }) => rows > 1 || columns > 1);
    const whole = { rows: this.table.rows, merges };
    appendRows(whole, this.later);
    return whole;
  }

  private begin(column: number, span: number, down: FlowCell['down']): void {
    for (let covered = column; covered < column + span; covered += 1) this.open.delete(covered);
    const merge = { row: this.table.rows.length, column, rows: 1, columns: span };
    this.rowMerges.push(merge);
    if (down === 'begins') this.open.set(column, merge);
  }
}

/** A count of columns as written in a document, between 1 and what a table can have. */
export const columnCount = (value: string): number =>
  Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(value, 10) || 1));

const blanks = (count: number): string[] => Array.from({ length: count }, () => '');
