import { fold, isBlank } from '../model/text.ts';
import type { FieldSlot, ListColumn, ListForm } from './forms.ts';
import type { Header } from './headers.ts';
import { amountUnitIn, isFoot, isPlaceholder } from './labels.ts';
import { fieldsIn } from './page-fields.ts';
import type { Role } from './roles.ts';
import type { TableView } from './template.ts';

/** The list of projects below its header. @param after first row that belongs to no form before it */
export const listForm = (view: TableView, table: number, header: Header, after: number, until: number): ListForm => {
  const fields: readonly FieldSlot[] = fieldsIn(view, after, header.row);
  const caption =
    fields.find(({ amountUnit }) => amountUnit === '元')?.amountUnit ?? captionUnit(view, after, header.row);
  const columns = header.columns.flatMap(({ column, label, cell }): ListColumn[] =>
    label === 'ignored'
      ? []
      : [{ column, role: label as Exclude<Role, 'leave'>, amountUnit: amountUnitIn(cell.text) ?? caption }],
  );
  const body = bodyOf(view, header.end, until);
  const rows = Array.from({ length: body.to - body.from }, (_, index) => body.from + index);
  const totals = rows.filter((row) => isTotal(view, row));
  const sums = unitRows(view, rows, columns, totals);
  const own = rows.filter((row) => !totals.includes(row) && !sums.includes(row));
  return {
    kind: 'list',
    table,
    from: after,
    to: body.to,
    fields,
    columns,
    body,
    model: modelOf(view, own) ?? Math.max(0, header.end - 1),
    unitRow: sums.at(-1) ?? null,
    departmentRow: sums.length > 1 ? (sums[0] ?? null) : null,
    totals,
    spare: own.filter((row) => isOpen(view, row)).length,
  };
};

const captionUnit = (view: TableView, from: number, to: number): '万元' | '元' => {
  for (let row = from; row < to; row += 1)
    for (const { text } of view.row(row)) {
      const unit = /单位/u.test(text) ? amountUnitIn(text) : null;
      if (unit !== null) return unit;
    }
  return '万元';
};

/** Rows of the table up to its foot; empty rows behind the last that has lines belong to nobody. */
const bodyOf = (view: TableView, from: number, until: number): { from: number; to: number } => {
  let to = from;
  while (to < until) {
    const cells = view.row(to);
    const [first] = cells.filter(({ text }) => !isBlank(text));
    if (first !== undefined && (first.kind === 'line' || isFoot(first.text))) break;
    if (cells.length === 0 && view.across(to).length === 0) break;
    to += 1;
  }
  return { from, to };
};

const isTotal = (view: TableView, row: number): boolean =>
  view
    .row(row)
    .slice(0, 3)
    .some(({ text }) => /^(?:合计|总计|合\.*计)$/u.test(fold(text)));

/** Rows of a unit or department with its sum: a name, and neither goals nor indicators. */
const unitRows = (
  view: TableView,
  rows: readonly number[],
  columns: readonly ListColumn[],
  totals: readonly number[],
): number[] => {
  const column = (...roles: string[]): number | undefined => columns.find(({ role }) => roles.includes(role))?.column;
  const text = (row: number, at: number | undefined): string => {
    const cell = at === undefined ? null : view.at(row, at);
    return cell === null ? '' : cell.text;
  };
  const content = column('goals', 'level3', 'indicators');
  return rows
    .filter((row) => {
      if (totals.includes(row) || !isBlank(text(row, content))) return false;
      const cell = content === undefined ? null : view.at(row, content);
      if (cell !== null && cell.row < row) return false;
      return !isBlank(text(row, column('unitCode', 'unitName'))) && isBlank(text(row, column('level3')));
    })
    .filter(
      (row) => columns.some(({ role }) => role === 'unitCode') && !isBlank(text(row, column('name', 'unitName'))),
    );
};

/** The row that looks most like one of a project: with most cells of its own. */
const modelOf = (view: TableView, rows: readonly number[]): number | undefined => {
  let best: number | undefined;
  for (const row of rows) if (best === undefined || view.row(row).length > view.row(best).length) best = row;
  return best;
};

const isOpen = (view: TableView, row: number): boolean => view.across(row).every(({ text }) => isPlaceholder(text));
