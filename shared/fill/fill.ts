import { legalSheetNames } from '../grid/names.ts';
import { fold, isBlank } from '../model/text.ts';
import { captionParts } from './captions.ts';
import type { Analysis, ListForm, PageForm, TemplateForm } from './forms.ts';
import { withHeights } from './heights.ts';
import { missingNotes } from './missing.ts';
import { endOf } from './page.ts';
import { planList } from './plan-list.ts';
import { planPage } from './plan-page.ts';
import type { FillPlan, PlannedMerge, TablePlan } from './plan.ts';
import { draftRow, mergesOf, type DraftRow } from './row-plan.ts';
import { subjectsOf, type FillBook, type Subject } from './subject.ts';
import { TableView, type Template } from './template.ts';
import { Writer } from './writer.ts';

/**
 * What becomes of a template with projects in it. Pure.
 * @param book one project at least
 */
export const planFill = (template: Template, analysis: Analysis, book: FillBook): FillPlan => {
  const views = template.tables.map((table) => new TableView(table));
  const lists = analysis.forms.filter((form) => form.kind === 'list');
  const pages = analysis.forms.filter((form) => form.kind === 'page');
  const [list] = lists;
  const page = fullest(pages);
  const form = list ?? page;
  const planned =
    list !== undefined
      ? planLists(views, lists, book)
      : page === null
        ? NOTHING
        : planPages(template, views, pages, page, book);
  const used = new Set((list === undefined ? pages : lists).map(({ table }) => table));
  const beside = template.tables.flatMap((_, index) => (used.has(index) ? [] : [index]));
  const [subject] = subjectsOf(book);
  const covers =
    subject === undefined || form === null ? [] : beside.flatMap((index) => planCover(views[index], index, subject));
  const kept = beside.filter((index) => covers.every(({ table }) => table !== index));
  const contents = book.units.flatMap(({ projects }) => projects);
  const raised = planned.tables.map((table) => raise(template, table));
  return {
    tables: named(
      template,
      kept,
      [...covers, ...raised.map(({ table }) => table)].sort((one, other) => one.table - other.table),
    ),
    kept,
    warnings: [
      ...planned.warnings,
      ...(form === null ? [] : [...missingNotes(form, contents), ...clearedNotes(form)]),
      ...new Set(raised.flatMap(({ warnings }) => warnings)),
    ],
  };
};

/** Contents of last year for which a project here has nothing are taken out rather than given to every project. */
const clearedNotes = ({ fields }: TemplateForm): string[] =>
  fields.some(({ role }) => role === 'blank')
    ? ['表样里有的内容（如立项依据、项目概况）程序里没有，去年填的已经清空，请填好后自己补上。']
    : [];

/** A sheet with more on it is no cover. */
const MOST_OF_COVER = 12;

/** The sheet of a cover says the year; nothing else of it changes. */
const planCover = (view: TableView | undefined, table: number, subject: Subject): TablePlan[] => {
  if (view === undefined || view.table.cells.filter(({ text }) => !isBlank(text)).length > MOST_OF_COVER) return [];
  const writer = new Writer();
  writeYears(view, { from: 0, to: view.table.rows }, subject, writer);
  const writes = writer.all();
  if (writes.length === 0) return [];
  const rows = Array.from({ length: view.table.rows }, (_, source) => draftRow(source, 0));
  return [{ table, name: null, rows, merges: mergesOf(view.table.cells, rows, 0, () => 'content'), writes }];
};

/** Years of titles that stand for themselves. The rows keep their places. */
const writeYears = (
  view: TableView,
  { from, to }: { readonly from: number; readonly to: number },
  subject: Subject,
  writer: Writer,
): void => {
  for (let row = from; row < to; row += 1)
    for (const { column, text, kind } of view.row(row)) {
      if (kind === 'fixed') continue;
      for (const { role, ...part } of captionParts(text))
        if (role === 'year')
          writer.field(
            view,
            { row, column, role, part, index: 0, last: true, amountUnit: '万元', by: '' },
            subject,
            row,
          );
    }
};

interface Planned {
  readonly tables: readonly TablePlan[];
  readonly warnings: readonly string[];
}

const NOTHING: Planned = { tables: [], warnings: [] };

/** The form with most places: what others of last year's file were copied from. */
const fullest = (pages: readonly PageForm[]): PageForm | null => {
  const places = (form: PageForm): number =>
    new Set(form.fields.map(({ role }) => role)).size * 10 +
    form.groups.length * 5 +
    form.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return pages.reduce<PageForm | null>(
    (best, form) => (best === null || places(form) > places(best) ? form : best),
    null,
  );
};

/** A list for each unit where last year's file had one for each; else one for all. */
const planLists = (views: readonly TableView[], lists: readonly ListForm[], book: FillBook): Planned => {
  const [form] = lists;
  const view = form === undefined ? undefined : views[form.table];
  if (form === undefined || view === undefined) return NOTHING;
  const apart = lists.length > 1 && book.units.length > 1;
  if (!apart) return { tables: [planList(view, form, book, null)], warnings: [] };
  return {
    tables: book.units.map((unit) => planList(view, form, { ...book, units: [unit] }, unit.unit.name)),
    warnings: [],
  };
};

const planPages = (
  template: Template,
  views: readonly TableView[],
  pages: readonly PageForm[],
  form: PageForm,
  book: FillBook,
): Planned => {
  const view = views[form.table];
  if (view === undefined) return NOTHING;
  const beside = pages.filter(({ table }) => table === form.table);
  const stacked = template.format === 'docx' || beside.length > 1;
  const subjects = subjectsOf(book);
  return stacked
    ? planStack(view, form, beside, subjects, template.format === 'docx')
    : planSheets(view, form, subjects);
};

/** A sheet a project. */
const planSheets = (view: TableView, form: PageForm, subjects: readonly Subject[]): Planned => {
  const block = { from: 0, to: view.table.rows };
  const added = new Set<string>();
  const tables = subjects.map((subject): TablePlan => {
    const writer = new Writer();
    const { rows, merges, addedLabels } = planPage(
      view,
      form,
      block,
      subject,
      { copy: 0, top: 0, page: false },
      writer,
    );
    for (const label of addedLabels) added.add(label);
    const own = subjects.length === 1 && !namesOld(view, form) ? null : subject.content.name;
    return { table: form.table, name: own, rows, merges, writes: writer.all() };
  });
  return { tables, warnings: addedNotes(added) };
};

/** The sheet of last year's file has the name of its project. */
const namesOld = (view: TableView, form: PageForm): boolean => {
  const slot = form.fields.find(({ role }) => role === 'name');
  const old = slot === undefined ? '' : fold(view.at(slot.row, slot.column)?.text ?? '').slice(0, 10);
  return old !== '' && fold(view.table.name).includes(old);
};

/** All projects below each other in one table, where the first of the template's forms stood. */
const planStack = (
  view: TableView,
  form: PageForm,
  beside: readonly PageForm[],
  subjects: readonly Subject[],
  pages: boolean,
): Planned => {
  const first = beside[0] ?? form;
  const last = beside.at(-1) ?? form;
  const next = beside[beside.indexOf(form) + 1];
  const end = next?.from ?? tailOf(view, last);
  // What stands behind the last form, its foot, belongs to every copy of it.
  const block = { from: form.from, to: next === undefined ? end : Math.max(form.to, endOf(view, form, next.from)) };
  const writer = new Writer();
  const rows: DraftRow[] = [];
  const merges: PlannedMerge[] = [];
  const keep = (from: number, to: number): void => {
    const own = Array.from({ length: Math.max(0, to - from) }, (_, index) => draftRow(from + index, 0));
    const cells = view.table.cells.filter(({ row }) => row >= from && row < to);
    merges.push(...mergesOf(cells, own, rows.length, () => 'content'));
    rows.push(...own);
  };
  const added = new Set<string>();
  keep(0, first.from);
  const [subject] = subjects;
  if (subject !== undefined) writeYears(view, { from: 0, to: first.from }, subject, writer);
  subjects.forEach((subject, copy) => {
    const planned = planPage(view, form, block, subject, { copy, top: rows.length, page: pages && copy > 0 }, writer);
    rows.push(...planned.rows);
    merges.push(...planned.merges);
    for (const label of planned.addedLabels) added.add(label);
  });
  keep(tailOf(view, last), view.table.rows);
  return {
    tables: [{ table: form.table, name: null, rows, merges, writes: writer.all() }],
    warnings: addedNotes(added),
  };
};

/** The row behind the last form and its foot; empty lines at the end of a document are not copied. */
const tailOf = (view: TableView, form: PageForm): number => {
  let end = view.table.rows;
  while (end > form.to && view.across(end - 1).every(({ text, kind }) => isBlank(text) && kind !== 'fixed')) end -= 1;
  return end;
};

const addedNotes = (labels: ReadonlySet<string>): string[] =>
  labels.size === 0
    ? []
    : [`表上没有${[...labels].map((label) => `“${label}”`).join('、')}这样的行，已经照相邻的行加上，请核对。`];

const raise = (template: Template, plan: TablePlan): { table: TablePlan; warnings: readonly string[] } => {
  const table = template.tables[plan.table];
  if (table === undefined || template.format === 'docx') return { table: plan, warnings: [] };
  const { rows, full } = withHeights(plan, table);
  return {
    table: { ...plan, rows },
    warnings: full.length === 0 ? [] : ['有的内容太长，一行放到最高也放不下，打印时可能印不全，请核对。'],
  };
};

/** Legal names that differ from each other and from those of the sheets that stay. */
const named = (template: Template, kept: readonly number[], plans: readonly TablePlan[]): TablePlan[] => {
  if (template.format === 'docx') return [...plans];
  const others = kept.map((index) => template.tables[index]?.name ?? '');
  const wanted = plans.map(({ name, table }) => name ?? template.tables[table]?.name ?? '');
  const names = legalSheetNames([...others, ...wanted]).slice(others.length);
  return plans.map((plan, index) => ({ ...plan, name: names[index] ?? plan.name }));
};

/** Whether each project can be a file of its own. */
export const isPerProject = (forms: readonly TemplateForm[]): boolean =>
  forms.length > 0 && forms.every(({ kind }) => kind === 'page');
