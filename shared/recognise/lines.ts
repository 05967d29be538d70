import type { SourceTable } from '../grid/table.ts';
import { cleanCell } from './clean.ts';

/** One filled cell of a line, cleaned. */
export interface Cell {
  readonly column: number;
  readonly text: string;
}

/** One row that has text, of any table: what every step after this works on. */
export interface Line {
  readonly table: string;
  /** Row of the source, from 1. */
  readonly at: number;
  readonly cells: readonly Cell[];
}

/** The filled rows of a table, cells cleaned. Blank rows and columns are gone; columns keep their numbers. */
export const linesOf = (table: SourceTable): Line[] =>
  table.rows
    .map((row) => ({
      table: table.name,
      at: row.at,
      cells: row.cells.map((text, column) => ({ column, text: cleanCell(text) })).filter((cell) => cell.text !== ''),
    }))
    .filter((line) => line.cells.length > 0);

/**
 * Cells without the repeats of a merge: some readers give a merged cell's text once for every cell it covers.
 */
export const withoutRepeats = (cells: readonly Cell[]): Cell[] =>
  cells.filter((cell, index) => cell.text !== cells[index - 1]?.text);
