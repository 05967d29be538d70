import { columnOf, labelOf, listColumnOf, type ColumnLabel } from './labels.ts';
import { isFieldRole, isIndicatorPart, type Role } from './roles.ts';
import { endRow, type TableView, type TemplateCell } from './template.ts';
import { indicatorLabel } from '../recognise/annex2/labels.ts';

/** What the clerk said a cell is; null where nothing was said. */
export type Said = (cell: TemplateCell) => Role | null;

/** The line that names columns: of the indicators of one project, or of a list of projects. */
export interface Header {
  readonly kind: 'page' | 'list';
  /** From its first row to before the first row below it. */
  readonly row: number;
  readonly end: number;
  readonly columns: readonly HeaderColumn[];
}

export interface HeaderColumn {
  readonly column: number;
  readonly columns: number;
  readonly label: ColumnLabel | `kind:${string}`;
  readonly cell: TemplateCell;
}

/** Every header of a table, from above to below. */
export const headersOf = (view: TableView, said: Said): Header[] => {
  const headers: Header[] = [];
  for (let row = 0; row < view.table.rows; row += 1) {
    const header = headerAt(view, row, said);
    if (header === null) continue;
    headers.push(header);
    row = header.end - 1;
  }
  return headers;
};

const headerAt = (view: TableView, row: number, said: Said): Header | null => {
  const own = view.row(row).filter(({ kind }) => kind !== 'line');
  if (own.length < 2) return null;
  return listAt(view, row, said) ?? pageAt(own, row, said);
};

/** 一级指标 二级指标 三级指标 指标值, in part or in whole. */
const pageAt = (own: readonly TemplateCell[], row: number, said: Said): Header | null => {
  const columns = own.flatMap((cell): HeaderColumn[] => {
    const label = saidPart(said(cell)) ?? columnOf(cell.text);
    return label === null ? [] : [{ column: cell.column, columns: cell.columns, label, cell }];
  });
  const names = new Set(columns.map(({ label }) => label));
  const core = ['level1', 'level2', 'level3', 'value', 'description'].filter((name) => names.has(name as ColumnLabel));
  if (core.length < 2 || !(names.has('level3') || names.has('value'))) return null;
  const end = Math.max(...columns.filter(({ label }) => label !== 'ignored').map(({ cell }) => endRow(cell)));
  return { kind: 'page', row, end, columns };
};

const saidPart = (role: Role | null): ColumnLabel | null =>
  role === null ? null : role === 'leave' ? 'ignored' : isIndicatorPart(role) || role === 'number' ? role : null;

/** A header of projects: it names the project and, beside it, goals or indicators. */
const listAt = (view: TableView, row: number, said: Said): Header | null => {
  const top = view.row(row);
  const first = top.map((cell) => labelIn(cell, said));
  if (!first.includes('name')) return null;
  const end = Math.max(...top.filter((_, index) => first[index] !== null).map(endRow));
  if (end - row > 4) return null;
  const columns = columnsOf(view, row, end, said);
  const names = new Set(columns.map(({ label }) => label));
  const kinds = [...names].filter((name) => name.startsWith('kind:')).length;
  const listed = names.has('level3') || names.has('indicators') || kinds >= 2;
  const detailed = listed && (names.has('goals') || names.has('level3') || kinds >= 2);
  return detailed || isPlainList(top, first) ? { kind: 'list', row, end, columns } : null;
};

/** Labels alone, side by side: a header of a list of names and amounts. Between label and label of a form stands a value. */
const isPlainList = (cells: readonly TemplateCell[], labels: readonly unknown[]): boolean =>
  cells.length >= 4 &&
  labels.filter((label) => label !== null).length > cells.length / 2 &&
  cells.every(({ text }) => text.trim() !== '');

/** Each column by the lowest cell that names it: 项目资金 over 总额 and 财政拨款. */
const columnsOf = (view: TableView, row: number, end: number, said: Said): HeaderColumn[] => {
  const columns: HeaderColumn[] = [];
  for (let column = 0; column < view.table.widths.length; column += 1) {
    for (let at = end - 1; at >= row; at -= 1) {
      const cell = view.at(at, column);
      const label = cell === null ? null : labelIn(cell, said);
      if (cell === null || label === null || (cell.columns > 1 && at < end - 1 && isParted(view, cell, end))) continue;
      if (cell.column === column) columns.push({ column, columns: cell.columns, label, cell });
      break;
    }
  }
  return withMeasure(columns);
};

/** A cell over several others names none of them. */
const isParted = (view: TableView, cell: TemplateCell, end: number): boolean =>
  endRow(cell) < end && (view.at(endRow(cell), cell.column)?.columns ?? cell.columns) < cell.columns;

const labelIn = (cell: TemplateCell, said: Said): HeaderColumn['label'] | null => {
  const role = said(cell);
  if (role === 'leave') return 'ignored';
  if (role !== null) return role === 'number' || isIndicatorPart(role) || isFieldRole(role) ? role : role;
  const column = listColumnOf(cell.text);
  if (column !== null) return column;
  const label = indicatorLabel(cell.text);
  return label?.type === 'kind' && !label.bare ? `kind:${label.kind}` : null;
};

/** 单位 behind the indicators is what they are counted in, not who declares. */
const withMeasure = (columns: readonly HeaderColumn[]): HeaderColumn[] => {
  const level3 = columns.find(({ label }) => label === 'level3')?.column ?? Number.POSITIVE_INFINITY;
  return columns.map((one) => (one.label === 'unitName' && one.column > level3 ? { ...one, label: 'unit' } : one));
};

/** True where a row names a project's fields: 项目名称 and the like. */
export const hasField = (view: TableView, row: number, wanted: string): boolean =>
  view.row(row).some(({ text }) => labelOf(text) === wanted || labelOf(text.split(/[:：]/u)[0] ?? '') === wanted);
