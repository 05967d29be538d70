/**
 * A table as read from a file, a clipboard or a text, before anything is known of it: rows of cell texts as printed.
 * A merge's text stands in its first cell, the covered cells are empty; rows may differ in length. This is what
 * readers make and recognisers take: no reader knows a form, no recogniser knows a file format.
 */
export interface SourceTable {
  /** What the clerk knows it by: the sheet name, `第 3 个表格`, or the file name. */
  readonly name: string;
  readonly rows: readonly SourceRow[];
}

export interface SourceRow {
  readonly cells: readonly string[];
  /** Where the row stands in its source, from 1: the sheet's row or the text's line. For doubts and messages. */
  readonly at: number;
}
