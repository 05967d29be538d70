import type { SourcePlace, SourceTable } from '../../grid/table.ts';
import { fold } from '../../model/text.ts';
import { cleanCell } from '../clean.ts';
import { remember } from '../remember.ts';

/** A part of a cell's text that was read into a field: from, to in letters of its key. */
export interface Claim {
  readonly from: number;
  readonly to: number;
  /** Path inside the recognised project; empty for what belongs to the document. */
  readonly path: string;
  /** Which project read it. */
  readonly project: number;
}

/** A filled cell of the source, and what was read of it. */
export interface SheetCell {
  readonly place: SourcePlace;
  /** Its text as it prints. */
  readonly text: string;
  /** The form in which it is compared with what was read. */
  readonly key: string;
  /** Its place among all cells, in the order they are read. */
  readonly index: number;
  /** Which filled row of the document it stands in. */
  readonly row: number;
  readonly claims: Claim[];
}

/** All filled cells of a document, in the order they are read, with what is known of them. */
export interface Sheet {
  readonly cells: readonly SheetCell[];
  /** The cells of every filled row. */
  readonly rows: readonly (readonly SheetCell[])[];
  readonly tables: readonly SourceTable[];
  /** The cells that hold a text and nothing else. */
  readonly byKey: ReadonlyMap<string, readonly SheetCell[]>;
}

/** Texts are compared without blanks, wraps, widths and remains of markup, one sign for each comparison. */
export const keyOf = remember((text): string =>
  fold(cleanCell(text))
    .replace(/>=|[≧⩾]/gu, '≥')
    .replace(/<=|[≦⩽]/gu, '≤')
    .replace(/[〜∼～]/gu, '~'),
);

/** Lays out a document for looking up where its texts stand. */
export const sheetOf = (tables: readonly SourceTable[]): Sheet => {
  const cells: SheetCell[] = [];
  const rows: SheetCell[][] = [];
  tables.forEach(({ rows: source }, table) => {
    for (const { cells: texts, at } of source) {
      const row: SheetCell[] = [];
      texts.forEach((text, column) => {
        const key = text === '' ? '' : keyOf(text);
        if (key === '') return;
        const cell = {
          place: { table, at, column },
          text: cleanCell(text),
          key,
          index: cells.length,
          row: rows.length,
          claims: [],
        };
        cells.push(cell);
        row.push(cell);
      });
      if (row.length > 0) rows.push(row);
    }
  });
  const byKey = Map.groupBy(cells, ({ key }) => key);
  return { cells, rows, tables, byKey };
};
