import type { SourceTable } from '../../grid/table.ts';
import { cleanCell } from '../clean.ts';
import { labelKey } from './fields.ts';

/** One row with text: its cells cleaned, by column. */
export interface TextRow {
  /** Row of the source, from 1. */
  readonly at: number;
  readonly cells: readonly string[];
}

/** The rows of a table that have text. */
export const rowsOf = (table: SourceTable): TextRow[] =>
  table.rows.flatMap(({ at, cells }) => {
    const cleaned = cells.map(cleanCell);
    return cleaned.some((text) => text !== '') ? [{ at, cells: cleaned }] : [];
  });

/**
 * The head of every column over so many rows: the lowest text, which says more than what stands above several columns.
 * @param from index of the head's first row
 */
export const headsOf = (rows: readonly TextRow[], from: number, count: number): string[] => {
  const lines = rows.slice(from, from + count);
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  return Array.from(
    { length: width },
    (_, column) => lines.map(({ cells }) => cells[column] ?? '').findLast((text) => text !== '') ?? '',
  );
};

/** Heads as they are compared. */
export const headKeys = (heads: readonly string[]): string[] => heads.map(labelKey);
