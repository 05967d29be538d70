import { isBlank } from '../model/text.ts';
import { isTitle, isYearLine } from './captions.ts';
import type { ColumnSlot, Half, PageForm } from './forms.ts';
import { hasField, type Header, type HeaderColumn, type Said } from './headers.ts';
import { inlineParts } from './inline.ts';
import { amountUnitIn, isFoot, labelOf } from './labels.ts';
import { fieldsIn } from './page-fields.ts';
import { groupsBelow } from './page-groups.ts';
import { isIndicatorPart } from './roles.ts';
import type { TableView } from './template.ts';

/**
 * The form of one project around a header of indicators.
 * @param after first row that belongs to no form before it
 * @param until row of the next header, or the end of the table
 */
export const pageForm = (
  view: TableView,
  table: number,
  header: Header,
  { after, until }: { readonly after: number; readonly until: number },
  said: Said,
): PageForm => {
  const halves = halvesOf(header, midtermAbove(view, after, header.row));
  const level1 = columnOf(header, 'level1');
  const level2 = halves[0]?.level2 ?? null;
  const [first] = halves;
  const lines = first?.columns.find(({ part }) => part === 'level3' || part === 'value')?.column ?? 0;
  const { groups, end } = groupsBelow(view, header, { level1, level2, lines }, said);
  const from = beginOf(view, after, header.row);
  const fields = fieldsIn(view, from, header.row);
  const labels = labelColumns(view, header, halves, level1);
  return { kind: 'page', table, from, to: Math.min(until, end), fields, halves, groups, labelColumns: labels, level1 };
};

/** A form without a table of indicators: its labels, and 绩效指标 as text. */
export const plainForm = (view: TableView, table: number): PageForm => ({
  kind: 'page',
  table,
  from: 0,
  to: view.table.rows,
  fields: fieldsIn(view, 0, view.table.rows),
  halves: [],
  groups: [],
  labelColumns: [],
  level1: null,
});

const columnOf = ({ columns }: Header, wanted: string): number | null =>
  columns.find(({ label }) => label === wanted)?.column ?? null;

/** A header that names 三级指标 twice has two halves: 中期 on the left, the year on the right. */
const halvesOf = (header: Header, midterm: boolean): Half[] => {
  const starts = header.columns.flatMap(({ label }, index) => (label === 'level3' ? [index] : []));
  if (starts.length < 2) return [half(header.columns, 'annual', columnOf(header, 'level2'))];
  const level2s = header.columns.filter(({ label }) => label === 'level2').map(({ column }) => column);
  return starts.flatMap((start, index): Half[] => {
    const own = header.columns[start - 1]?.label === 'level2' ? start - 1 : start;
    const next = starts[index + 1] ?? header.columns.length;
    const end = header.columns[next - 1]?.label === 'level2' ? next - 1 : next;
    const span = midterm && index === 0 ? 'midterm' : 'annual';
    // Without 中期 the second half is more room of the year's, which the first one takes too.
    if (index > 1 || (!midterm && index > 0)) return [];
    return [half(header.columns.slice(own, end), span, level2s[index] ?? level2s[0] ?? null)];
  });
};

const half = (columns: readonly HeaderColumn[], span: Half['span'], level2: number | null): Half => ({
  span,
  level2,
  columns: columns.flatMap(({ column, label }): ColumnSlot[] =>
    isIndicatorPart(label) && label !== 'level1' && label !== 'level2' ? [{ column, part: label }] : [],
  ),
});

const midtermAbove = (view: TableView, from: number, to: number): boolean => {
  for (let row = from; row < to; row += 1)
    if (view.row(row).some(({ text }) => text.length < 60 && /中期|中长期|长期|实施期/u.test(text))) return true;
  return false;
};

/** Everything left of the indicators, and the second 二级指标. */
const labelColumns = (view: TableView, header: Header, halves: readonly Half[], level1: number | null): number[] => {
  const first = Math.min(...halves.flatMap(({ columns }) => columns.map(({ column }) => column)));
  const left = view
    .across(header.end)
    .filter(({ column }) => column < first)
    .map(({ column }) => column);
  const seconds = halves.flatMap(({ level2 }) => (level2 === null ? [] : [level2]));
  return [...new Set([...left, ...(level1 === null ? [] : [level1]), ...seconds])];
};

/** First row of the form: from 项目名称 upwards over title, year and other labels. */
const beginOf = (view: TableView, after: number, header: number): number => {
  let row = after;
  while (row < header && !hasField(view, row, 'name')) row += 1;
  if (row === header) return after;
  // What stands on the page before belongs to no form on this one: a cover, a 目录.
  const pages = new Set(view.table.pages);
  while (row > after && !pages.has(row) && isHead(view, row - 1)) row -= 1;
  return row;
};

const isHead = (view: TableView, row: number): boolean => {
  const cells = view.row(row).filter(({ text }) => !isBlank(text));
  if (view.row(row).some(({ kind }) => kind === 'fixed')) return false;
  if (cells.some(({ text }) => isFoot(text) && labelOf(text) !== 'unitName')) return false;
  return (
    cells.every(
      ({ text, kind, columns }) =>
        isTitle(text) ||
        isYearLine(text) ||
        amountUnitIn(text) !== null ||
        labelOf(text) !== null ||
        inlineParts(text, true).length > 0 ||
        (text.length < 60 && (kind === 'line' || columns > 2)),
    ) || cells.some(({ text }) => labelOf(text) !== null)
  );
};

/** The row behind a form where another one follows: what stands between belongs to the first as far as it is its foot. */
export const endOf = (view: TableView, form: PageForm, until: number): number => {
  let row = form.to;
  while (row < until && view.row(row).some(({ text }) => isFoot(text))) row += 1;
  return row;
};
