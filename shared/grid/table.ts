/**
 * A table as read from a file, a clipboard or a text, before anything is known of it: rows of cell texts as printed.
 * A merge's text stands in its first cell, the covered cells are empty; rows may differ in length. This is what
 * readers make and recognisers take: no reader knows a form, no recogniser knows a file format.
 */
export interface SourceTable {
  /** What the clerk knows it by: the sheet name, `第 3 个表格`, or the file name. */
  readonly name: string;
  readonly rows: readonly SourceRow[];
  /** Merged cells, for showing the source as it looked; left out where the source has none. */
  readonly merges?: readonly SourceMerge[];
}

/** Cells that are one: the text stands in the first, the others are empty in `rows`. */
export interface SourceMerge {
  /** `at` of its first row. */
  readonly at: number;
  /** First column, from 0. */
  readonly column: number;
  /** How many rows and columns of the source it covers, 1 or more. */
  readonly rows: number;
  readonly columns: number;
}

/** One cell of what was read. */
export interface SourcePlace {
  /** Index of its table among those that were read. */
  readonly table: number;
  /** `at` of its row. */
  readonly at: number;
  /** From 0. */
  readonly column: number;
}

export interface SourceRow {
  readonly cells: readonly string[];
  /** Where the row stands in its source, from 1: the sheet's row or the text's line. For doubts and messages. */
  readonly at: number;
}
