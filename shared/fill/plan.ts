/* What becomes of a template: its rows, copied or left out, and the texts in them. Made by the core, carried out by the office. */

/** A table of the result, made of a table of the template. */
export interface TablePlan {
  /** Index of the template's table. */
  readonly table: number;
  /** Name of the sheet; null where it keeps its own. */
  readonly name: string | null;
  readonly rows: readonly PlannedRow[];
  /** Every merge of the result. */
  readonly merges: readonly PlannedMerge[];
  readonly writes: readonly PlannedWrite[];
}

export interface PlannedRow {
  /** Which row of the template it is, or is copied from. */
  readonly source: number;
  /** Which copy of its form it belongs to, from 0. */
  readonly copy: number;
  /** A further row for a further indicator: nothing of the row it is copied from stays but its look. */
  readonly added: boolean;
  /** Begins a page: the next project in a document. */
  readonly page: boolean;
  /** Height in points where its text needs another one than the template has; null where that stays. */
  readonly height: number | null;
}

export interface PlannedMerge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface PlannedWrite {
  /** Of the result. */
  readonly row: number;
  readonly column: number;
  /** The whole new text of the cell. */
  readonly text: string;
  readonly number: number | null;
  /** The parts of the old text that give way, from left to right; null where all of it does. */
  readonly edits: readonly { readonly from: number; readonly to: number; readonly text: string }[] | null;
}

export interface FillPlan {
  readonly tables: readonly TablePlan[];
  /** Tables of the template that stay as they are; the others are gone, or in `tables`. */
  readonly kept: readonly number[];
  /** What is to be known before it is saved, one Chinese sentence each. */
  readonly warnings: readonly string[];
}
