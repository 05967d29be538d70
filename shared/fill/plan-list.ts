import { departmentName } from '../forms/annex2/department.ts';
import { parseFen, type Fen } from '../model/money.ts';
import type { ProjectContent } from '../model/project.ts';
import { fold, isBlank } from '../model/text.ts';
import type { FieldSlot, ListColumn, ListForm } from './forms.ts';
import { indicatorFilling } from './indicator-texts.ts';
import { kindText, listLines, type ListLine } from './list-lines.ts';
import type { PlannedMerge, TablePlan } from './plan.ts';
import { isFieldRole, isIndicatorPart, kindOfRole, type IndicatorPart } from './roles.ts';
import { draftRow, mergesOf, type DraftRow } from './row-plan.ts';
import { subjectsOf, type FillBook, type FillUnit, type Subject } from './subject.ts';
import { endColumn, type TableView } from './template.ts';
import { amountFilling, fieldFilling } from './texts.ts';
import { Writer } from './writer.ts';

/** Fills a list with the projects of one or several units. @param name of its sheet, null to keep its own */
export const planList = (view: TableView, form: ListForm, book: FillBook, name: string | null): TablePlan => {
  const drawing = new ListDrawing(view, form, book);
  return { table: form.table, name, ...drawing.drawn() };
};

class ListDrawing {
  private readonly rows: DraftRow[] = [];
  private readonly merges: PlannedMerge[] = [];
  private readonly writer = new Writer();
  private readonly view: TableView;
  private readonly form: ListForm;
  private readonly book: FillBook;
  private readonly withWord: boolean;
  /** Last year's list repeats the project in every row, without merges. */
  private readonly flat: boolean;
  private readonly lowest: number | null;
  private lines = 0;

  constructor(view: TableView, form: ListForm, book: FillBook) {
    this.view = view;
    this.form = form;
    this.book = book;
    const body = view.table.cells.filter(({ row }) => row >= form.body.from && row < form.body.to);
    this.withWord = body.some(({ text }) => /(?:效益|影响|满意度)指标\s*$/u.test(text));
    this.flat = isFlat(view, form);
    this.lowest = lowestRow(view, form);
  }

  drawn(): Pick<TablePlan, 'rows' | 'merges' | 'writes'> {
    const { body } = this.form;
    this.putTemplate(0, body.from);
    const subjects = subjectsOf(this.book);
    const [first] = subjects;
    if (first !== undefined) for (const slot of this.form.fields) this.writer.field(this.view, slot, first, slot.row);
    this.putTotals(true);
    if (this.form.departmentRow !== null) this.putDepartment(this.form.departmentRow);
    for (const unit of this.book.units) this.putUnit(unit, subjects);
    for (let spare = this.lines; spare < this.form.spare; spare += 1) this.putOwn(this.form.model);
    this.putTotals(false);
    this.putTemplate(body.to, this.view.table.rows);
    return { rows: this.rows, merges: this.merges, writes: this.writer.all() };
  }

  /** Rows of the template as they are, with their merges. */
  private putTemplate(from: number, to: number): void {
    const rows = Array.from({ length: to - from }, (_, index) => draftRow(from + index, 0));
    const cells = this.view.table.cells.filter(({ row }) => row >= from && row < to);
    this.merges.push(...mergesOf(cells, rows, this.rows.length, () => 'content'));
    this.rows.push(...rows);
  }

  /** A copy of one row: what it holds across stays one. */
  private putOwn(source: number, added = true): number {
    const at = this.rows.length;
    this.rows.push(draftRow(source, 0, { added, height: source === this.form.model ? this.lowest : null }));
    for (const { column, columns, row } of this.view.row(source))
      if (columns > 1 && row === source) this.merges.push({ row: at, column, rows: 1, columns });
    return at;
  }

  private putTotals(above: boolean): void {
    const { totals, model, columns } = this.form;
    for (const row of totals.filter((one) => one < model === above)) {
      const at = this.putOwn(row, false);
      const all = this.book.units.flatMap(({ projects }) => projects);
      for (const column of columns) this.putSumOf(at, row, column, all);
      this.clearOldNumbers(at, row);
    }
  }

  /** Numbers of last year in columns nobody knows would be wrong. */
  private clearOldNumbers(at: number, source: number): void {
    const known = new Set(this.form.columns.map(({ column }) => column));
    for (const { column, kind } of this.view.row(source))
      if (kind === 'number' && !known.has(column)) this.writer.text(at, column, '');
  }

  private putSumOf(at: number, source: number, column: ListColumn, projects: readonly ProjectContent[]): void {
    const sum = sumOf(column.role, projects);
    if (sum !== null) this.putAmount(at, source, column, sum);
  }

  private putAmount(at: number, source: number, { column, amountUnit }: ListColumn, fen: Fen): void {
    const old = this.view.at(source, column)?.text ?? '';
    this.writer.fill(at, column, amountFilling(fen, '', amountUnit, old));
  }

  private putDepartment(source: number): void {
    const [first] = subjectsOf(this.book);
    if (first === undefined) return;
    const several = this.book.units.length > 1;
    const all = this.book.units.flatMap(({ projects }) => projects);
    const { content, unit } = first;
    this.putSum(source, unit.departmentCode, departmentName(content.departmentAndCode, unit), several ? all : null);
  }

  private putSum(source: number, code: string, name: string, projects: readonly ProjectContent[] | null): void {
    const at = this.putOwn(source, false);
    for (const column of this.form.columns) {
      if (column.role === 'unitCode') this.writer.text(at, column.column, code);
      else if (column.role === 'name' || column.role === 'unitName') this.writer.text(at, column.column, name);
      else if (projects !== null) this.putSumOf(at, source, column, projects);
      else if (sumOf(column.role, []) !== null) this.writer.text(at, column.column, '');
    }
  }

  private putUnit({ unit, projects }: FillUnit, subjects: readonly Subject[]): void {
    if (this.form.unitRow !== null) this.putSum(this.form.unitRow, unit.code, unit.name, projects);
    const begin = this.rows.length;
    for (const subject of subjects.filter((one) => one.unit === unit)) this.putProject(subject);
    for (const column of this.form.columns)
      if (isOfUnit(column, this.form) && !this.flat) this.mergeDown(column.column, begin, this.rows.length);
  }

  private putProject(subject: Subject): void {
    const listed = this.form.columns.some(({ role }) => role === 'level3' || role === 'value');
    const lines = listed ? listLines(subject.content, subject.unit.tree, this.withWord) : [];
    const begin = this.rows.length;
    const parts = new Set(this.form.columns.flatMap(({ role }) => (isIndicatorPart(role) ? [role] : [])));
    for (let line = 0; line < Math.max(1, lines.length); line += 1) {
      const at = this.putOwn(this.form.model);
      for (const column of this.form.columns) this.putCell(at, column, subject, lines, line, parts);
    }
    this.lines += this.rows.length - begin;
    if (this.flat) return;
    for (const column of this.form.columns) {
      if (column.role === 'level1' || column.role === 'level2') this.mergeRuns(column, lines, begin);
      else if (!isIndicatorPart(column.role) && !isOfUnit(column, this.form))
        this.mergeDown(column.column, begin, this.rows.length);
    }
  }

  private putCell(
    at: number,
    { column, role, amountUnit }: ListColumn,
    subject: Subject,
    lines: readonly ListLine[],
    line: number,
    parts: ReadonlySet<IndicatorPart>,
  ): void {
    const own = lines[line];
    if (isIndicatorPart(role)) {
      if (own === undefined) return;
      const above = lines[line - 1];
      if (role === 'level1') return this.putLabel(at, column, own.level1, above?.level1);
      if (role === 'level2')
        return this.putLabel(at, column, own.level2, above?.level1 === own.level1 ? above.level2 : undefined);
      return this.writer.fill(at, column, indicatorFilling(own.indicator, role, parts));
    }
    if (line > 0 && !this.flat) return;
    const kind = kindOfRole(role);
    if (kind !== null) return this.writer.text(at, column, kindText(subject.content, kind));
    if (role === 'number')
      return this.writer.fill(at, column, { text: String(subject.index + 1), number: subject.index + 1 });
    if (!isFieldRole(role) || (role === 'unitCode' && this.form.unitRow !== null)) return;
    const old = this.view.at(this.form.model, column)?.text ?? '';
    const slot: FieldSlot = { row: at, column, role, part: null, index: 0, last: true, amountUnit, by: '' };
    this.writer.fill(
      at,
      column,
      role === 'name' ? nameFilling(subject, old, this.form) : fieldFilling(slot, subject, old),
    );
  }

  private putLabel(at: number, column: number, text: string, above: string | undefined): void {
    if (this.flat || text !== above) this.writer.text(at, column, text);
  }

  private mergeDown(column: number, from: number, to: number): void {
    const columns = this.view.at(this.form.model, column)?.columns ?? 1;
    if (to - from < 2) return;
    this.dropMerges(column, columns, from, to);
    this.merges.push({ row: from, column, rows: to - from, columns });
  }

  /** A merge down takes the place of those across. */
  private dropMerges(column: number, columns: number, from: number, to: number): void {
    for (let index = this.merges.length - 1; index >= 0; index -= 1) {
      const merge = this.merges[index];
      if (merge === undefined || merge.row < from || merge.row >= to) continue;
      if (merge.column < column + columns && endColumn(merge) > column) this.merges.splice(index, 1);
    }
  }

  private mergeRuns({ column, role }: ListColumn, lines: readonly ListLine[], begin: number): void {
    const key = ({ level1, level2 }: ListLine): string => (role === 'level1' ? level1 : `${level1}\n${level2}`);
    let from = 0;
    for (let line = 1; line <= lines.length; line += 1) {
      const [one, other] = [lines[line - 1], lines[line]];
      if (one !== undefined && other !== undefined && key(one) === key(other)) continue;
      this.mergeDown(column, begin + from, begin + line);
      from = line;
    }
  }
}

/** The exact sum of a column of amounts; null for other columns. */
const sumOf = (role: string, projects: readonly ProjectContent[]): Fen | null => {
  if (role !== 'funds.total' && role !== 'funds.fiscal' && role !== 'funds.other') return null;
  const part = role.slice('funds.'.length) as keyof ProjectContent['funds'];
  return projects.reduce((sum, { funds, amountUnit }) => sum + (parseFen(funds[part], amountUnit) ?? 0), 0);
};

/** Who declares stands once beside all its projects, where the list names it in a column before them. */
const isOfUnit = ({ role, column }: ListColumn, { columns }: ListForm): boolean =>
  (role === 'unitName' || role === 'unitCode' || role === 'departmentAndCode') &&
  column < (columns.find((one) => one.role === 'name')?.column ?? 0);

/** 63012300024T000000550-社区工作经费, where the list has no column for the code and printed both before. */
const nameFilling = ({ content: { code, name } }: Subject, old: string, { columns }: ListForm): { text: string } => {
  const joined = /^\s*[\dA-Z]{15,25}\s*([-—－])/u.exec(old);
  const apart = columns.some(({ role }) => role === 'code');
  return { text: apart || isBlank(code) || joined === null ? name : `${code}${joined[1] ?? '-'}${name}` };
};

const isFlat = (view: TableView, form: ListForm): boolean => {
  const column = form.columns.find(({ role }) => role === 'name')?.column;
  if (column === undefined) return false;
  for (let row = form.body.from + 1; row < form.body.to; row += 1) {
    const [above, own] = [view.at(row - 1, column), view.at(row, column)];
    if (above && own && above !== own && !isBlank(own.text) && fold(above.text) === fold(own.text)) return true;
  }
  return false;
};

/** Last year's rows were made for last year's texts: the lowest of them is what a row needs at least. */
const lowestRow = ({ table }: TableView, { body, totals }: ListForm): number | null => {
  const heights = table.heights
    .slice(body.from, body.to)
    .filter((height, index) => height !== null && !totals.includes(body.from + index));
  return heights.length === 0 ? null : Math.min(...heights.map((height) => height ?? 0));
};
