import type { SourceTable } from '../../grid/table.ts';
import { labelKey, LONGEST_LABEL, type MappedField } from './fields.ts';
import { findHead } from './head.ts';
import type { MappedCell, Mapping } from './mapping.ts';
import { headsOf, rowsOf, type TextRow } from './tables.ts';

/* What a clerk does with a mapping: says what a column is, what a cell is, and where the head stands. */

/** A place of the table that is shown: row of the source, from 1, and column, from 0. */
export interface Spot {
  readonly at: number;
  readonly column: number;
}

/** Where the head of a mapping stands in a table, as the row of the source; the first row with text where it is nowhere. */
export const headAtOf = (table: SourceTable, mapping: Mapping): number => {
  const rows = rowsOf(table);
  const found = findHead(rows, mapping);
  return rows[found?.from ?? 0]?.at ?? 1;
};

/** The heads of every column, from the row at which the clerk says the head begins. */
export const headsAt = (table: SourceTable, at: number, count: number): string[] => {
  const rows = rowsOf(table);
  const from = rows.findIndex((row) => row.at >= at);
  return from === -1 ? [] : headsOf(rows, from, Math.max(1, count));
};

/** Says what a column is, or with null that it is not wanted. Another column of the same kind stays, but for the name. */
export const withColumn = (
  mapping: Mapping,
  heads: readonly string[],
  column: number,
  field: MappedField | null,
): Mapping => {
  const others = mapping.columns.filter((one) => one.column !== column && !(field === 'name' && one.field === 'name'));
  const columns = field === null ? others : [...others, { column, header: (heads[column] ?? '').slice(0, 200), field }];
  return {
    ...mapping,
    headerRows: Math.max(1, mapping.headerRows),
    columns: columns.sort((one, other) => one.column - other.column),
  };
};

/** The same columns below another head. */
export const withHead = (mapping: Mapping, heads: readonly string[], headerRows: number): Mapping => ({
  ...mapping,
  headerRows,
  columns: mapping.columns.map((one) => ({ ...one, header: (heads[one.column] ?? '').slice(0, 200) })),
});

/** The label a cell of a form is known by: left of it, else above it; null where none stands there. */
export const labelBeside = (table: SourceTable, { at, column }: Spot): Pick<MappedCell, 'label' | 'side'> | null => {
  const rows = rowsOf(table);
  const index = rows.findIndex((row) => row.at === at);
  const row = rows[index];
  if (!row) return null;
  const inline = /^([^:：]{2,16})[:：]\s*\S/u.exec(row.cells[column] ?? '')?.[1];
  if (inline !== undefined) return { label: inline, side: 'left' };
  const left = leftOf(row, column);
  if (left !== null) return { label: left, side: 'left' };
  const above = rows[index - 1]?.cells[column] ?? '';
  return isLabel(above) ? { label: above, side: 'above' } : null;
};

const leftOf = ({ cells }: TextRow, column: number): string | null => {
  const own = cells[column] ?? '';
  const left = cells.slice(0, column).findLast((text) => text !== '' && text !== own);
  return left !== undefined && isLabel(left) ? left : null;
};

const isLabel = (text: string): boolean =>
  text.length <= LONGEST_LABEL && labelKey(text) !== '' && !/^[\d.,%]+$/u.test(text);

/** Says what the cell with this label is, or with null that it is not wanted. */
export const withCell = (
  mapping: Mapping,
  beside: Pick<MappedCell, 'label' | 'side'>,
  field: MappedField | null,
): Mapping => {
  const key = labelKey(beside.label);
  const others = mapping.cells.filter(
    (one) => labelKey(one.label) !== key && (field === 'goal' || one.field !== field),
  );
  return { ...mapping, cells: field === null ? others : [...others, { ...beside, field }] };
};

/** What a label was said to be; null where nothing was. */
export const fieldOfLabel = ({ cells }: Mapping, label: string): MappedField | null =>
  cells.find((one) => labelKey(one.label) === labelKey(label))?.field ?? null;
