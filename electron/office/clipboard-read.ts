import type { SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { tablesOfHtml } from './html-read.ts';

/** What a clipboard held: its HTML counts where there is a table in it, else its text. */
export interface PastedTable {
  readonly html: string;
  readonly text: string;
}

/**
 * The tables of what was pasted.
 * @param name what the clerk knows it by
 * @throws ExpectedError where its HTML can't be read and it has no text
 */
export const readPasted = ({ html, text }: PastedTable, name: string): SourceTable[] => {
  const plain = tablesFromText(text, name);
  const tables = plain.length === 0 ? tablesOfHtml(html, name) : (tryHtml(html, name) ?? []);
  return holdsTable(tables) || plain.length === 0 ? tables : plain;
};

/** Null where it can't be read: there is a text to fall back on. */
const tryHtml = (html: string, name: string): SourceTable[] | null => {
  try {
    return tablesOfHtml(html, name);
  } catch (error) {
    if (error instanceof ExpectedError) return null;
    throw error;
  }
};

/** Two rows of two cells at least: editors wrap pasted lines in tables of one cell, and a text without a table is read better as text. */
const holdsTable = (tables: readonly SourceTable[]): boolean =>
  tables.some(
    ({ rows }) => rows.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1).length > 1,
  );
