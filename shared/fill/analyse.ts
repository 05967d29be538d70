import { isBlank } from '../model/text.ts';
import { captionParts } from './captions.ts';
import type { Analysis, FieldSlot, Mark, PageForm, TemplateForm } from './forms.ts';
import { headersOf, type Said } from './headers.ts';
import { listForm } from './list.ts';
import { endOf, pageForm, plainForm } from './page.ts';
import { isFieldRole, placeKey, roleName, type Corrections, type Role } from './roles.ts';
import { TableView, type Template } from './template.ts';

/**
 * Finds the forms of a template and what each of their cells is for. Pure; never throws.
 * @param corrections what the clerk said of single cells: it counts before everything that was recognised
 */
export const analyse = (template: Template, corrections: Corrections = {}): Analysis => {
  const views = template.tables.map((table) => new TableView(table));
  const forms = views.flatMap((view, table) => {
    const said: Said = ({ row, column }) => corrections[placeKey(table, row, column)] ?? null;
    return formsIn(view, table, said).map((form) => corrected(form, view, corrections));
  });
  return { forms, marks: forms.flatMap((form) => marksOf(form)), notes: notesOf(views, forms) };
};

const formsIn = (view: TableView, table: number, said: Said): TemplateForm[] => {
  const headers = headersOf(view, said);
  const forms: TemplateForm[] = [];
  let after = 0;
  headers.forEach((header, index) => {
    const until = headers[index + 1]?.row ?? view.table.rows;
    const form =
      header.kind === 'list'
        ? listForm(view, table, header, after, until)
        : pageForm(view, table, header, { after, until }, said);
    forms.push(form);
    after = form.kind === 'page' ? endOf(view, form, until) : form.to;
  });
  if (forms.length > 0) return continued(forms);
  const plain = plainForm(view, table);
  return plain.fields.some(({ role }) => role === 'name') && plain.fields.length >= 3 ? [plain] : [];
};

/** A header repeated on a later page begins no form of its own: it has no 项目名称 above it, or is a list like the first. */
const continued = (forms: readonly TemplateForm[]): TemplateForm[] => {
  const whole: TemplateForm[] = [];
  for (const form of forms) {
    const last = whole.at(-1);
    const goesOn =
      last !== undefined &&
      last.kind === form.kind &&
      last.table === form.table &&
      !form.fields.some(({ role }) => role === 'name');
    if (goesOn && last.kind === 'list' && form.kind === 'list') {
      whole[whole.length - 1] = {
        ...last,
        to: form.to,
        body: { from: last.body.from, to: form.to },
        totals: [...last.totals, ...form.totals],
        spare: last.spare + form.spare,
      };
    } else if (goesOn && last.kind === 'page' && form.kind === 'page')
      whole[whole.length - 1] = { ...last, to: form.to };
    else whole.push(form);
  }
  return whole;
};

/** What the clerk said of cells outside headers: a field, or nothing at all. */
const corrected = (form: TemplateForm, view: TableView, corrections: Corrections): TemplateForm => {
  const own = Object.entries(corrections).flatMap(([key, role]) => {
    const [table = -1, row = -1, column = -1] = key.split(':').map(Number);
    return table === form.table && row >= form.from && row < form.to ? [{ row, column, role }] : [];
  });
  if (own.length === 0) return form;
  const kept = form.fields.filter(({ row, column }) => !own.some((one) => one.row === row && one.column === column));
  const added = own.flatMap(({ row, column, role }): FieldSlot[] => {
    const cell = view.at(row, column);
    if (
      cell === null ||
      !isFieldRole(role) ||
      (form.kind === 'list' && form.columns.some((one) => one.column === column))
    )
      return [];
    const part = captionParts(cell.text).find((one) => one.role === role) ?? null;
    return [{ row, column, role, part, index: 0, last: true, amountUnit: '万元', by: '' }];
  });
  return { ...form, fields: [...kept, ...added] };
};

const marksOf = (form: TemplateForm): Mark[] => {
  const mark = (row: number, column: number, role: Role, kind: Mark['kind']): Mark => ({
    table: form.table,
    row,
    column,
    role,
    name: roleName(role),
    kind,
  });
  const fields = form.fields.map(({ row, column, role }) => mark(row, column, role, 'slot'));
  if (form.kind === 'list')
    return [...fields, ...form.columns.map(({ column, role }) => mark(form.model, column, role, 'slot'))];
  return [...fields, ...indicatorMarks(form, mark)];
};

const indicatorMarks = (
  form: PageForm,
  mark: (row: number, column: number, role: Role, kind: Mark['kind']) => Mark,
): Mark[] =>
  form.groups.flatMap(({ kinds, rows }) =>
    rows.flatMap((row, index) => [
      ...(index === 0 && kinds[0] !== undefined
        ? form.halves.flatMap(({ level2 }) =>
            level2 === null ? [] : [mark(row, level2, `kind:${kinds[0] ?? 'other'}`, 'label')],
          )
        : []),
      ...form.halves.flatMap(({ columns }) => columns.map(({ column, part }) => mark(row, column, part, 'slot'))),
    ]),
  );

const notesOf = (views: readonly TableView[], forms: readonly TemplateForm[]): string[] => {
  const strange = views.flatMap(({ table }, index) =>
    table.name !== '' && !forms.some((form) => form.table === index) && table.cells.some(({ text }) => !isBlank(text))
      ? [`“${table.name}”`]
      : [],
  );
  if (forms.length === 0) return ['没有认出绩效目标的表格，请点格子告诉程序哪里填什么。'];
  return strange.length === 0 ? [] : [`工作表${strange.join('、')}不是绩效目标表，原样保留。`];
};
