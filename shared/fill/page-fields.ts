import type { AmountUnit } from '../model/money.ts';
import { isBlank } from '../model/text.ts';
import { captionParts, midtermYearsPart } from './captions.ts';
import type { FieldSlot } from './forms.ts';
import { inlineParts, withoutAmountWord } from './inline.ts';
import { amountUnitIn, columnOf, isPlaceholder, labelOf, type Label } from './labels.ts';
import { isFieldRole, type FieldRole } from './roles.ts';
import { endColumn, endRow, type TableView, type TemplateCell } from './template.ts';

/** A slot and the label it was found by. */
export interface FoundSlot extends FieldSlot {
  readonly label: TemplateCell | null;
}

/** The places of fields in rows `from` to before `to`, in reading order. */
export const fieldsIn = (view: TableView, from: number, to: number): FoundSlot[] => {
  const finder = new Finder(view, from, to);
  for (let row = from; row < to; row += 1) for (const cell of view.row(row)) finder.take(cell);
  return sides(finder.slots);
};

class Finder {
  readonly slots: FoundSlot[] = [];
  private readonly view: TableView;
  private readonly to: number;
  private readonly unit: AmountUnit;

  constructor(view: TableView, from: number, to: number) {
    this.view = view;
    this.to = to;
    this.unit = captionUnit(view, from, to);
  }

  take(cell: TemplateCell): void {
    if (cell.kind === 'fixed' || isBlank(cell.text) || this.isSlot(cell)) return;
    const label = labelOf(cell.text);
    if (label !== null) {
      for (const part of midtermYearsPart(cell.text)) this.put(cell, part.role, part, null);
      this.beside(cell, label);
      return;
    }
    const parts = inlineParts(cell.text, cell.kind === 'line');
    for (const part of parts.length > 0 ? parts : captionParts(cell.text)) {
      // A title inside the cells of a table is content.
      this.put(cell, part.role, part, parts.length > 0 ? cell : null);
    }
  }

  /** The value of a label stands right of it, in it behind a colon, or below it. */
  private beside(cell: TemplateCell, label: Label): void {
    if (label === 'person') return;
    if (label === 'known') {
      // Last year's 立项依据 is no other project's; what is only marked to be written on stays for the clerk.
      const [old] = this.rightOf(cell);
      const filled =
        old !== undefined && !this.isLabel(old) && !isPlaceholder(old.text) && !/备注|说明/u.test(cell.text);
      if (filled) this.put(old, 'blank', null, cell);
      return;
    }
    if (label === 'spendingPlan') return this.plan(cell);
    const values = this.rightOf(cell);
    const [first] = values;
    const free = first !== undefined && !this.isLabel(first);
    if (label === 'usage' && cell.rows > 1) {
      const below = values.find((value) => value.row > cell.row && !this.isLabel(value));
      if (below !== undefined) return this.put(below, 'usage', null, cell);
    }
    if (label === 'funds') {
      if (free) this.put(first, 'funds.total', null, cell);
      return;
    }
    if (free && (label === 'goals' || label === 'midtermGoals')) return this.goals(values, label, cell);
    if (free) return this.put(first, label, null, cell);
    const inline = /[:：][\s_＿]*$/u.exec(cell.text);
    if (inline !== null) return this.put(cell, label, { from: inline.index + 1, to: cell.text.length }, cell);
    const below = this.view.at(endRow(cell), cell.column);
    if (below === null || endRow(cell) >= this.to || below.columns !== cell.columns || this.isLabel(below)) return;
    if (label === 'goals' || label === 'midtermGoals' || label.includes('unds.')) this.put(below, label, null, cell);
  }

  /** Several cells below each other take a goal each; 目标1： may have a cell of its own before its text. */
  private goals(values: readonly TemplateCell[], role: 'goals' | 'midtermGoals', label: TemplateCell): void {
    const cells = values.filter((value) => !this.isLabel(value)).map((value) => this.behindNumber(value) ?? value);
    cells.forEach((cell, index) => this.put(cell, role, null, label, { index, last: index === cells.length - 1 }));
  }

  private behindNumber(cell: TemplateCell): TemplateCell | null {
    const next = /^\s*目标\s*[\d一二三四五]+\s*[:：]?\s*$/u.test(cell.text)
      ? this.view.at(cell.row, endColumn(cell))
      : null;
    return next === null || this.isLabel(next) ? null : next;
  }

  /** Dates in the first row, percentages below them. */
  private plan(cell: TemplateCell): void {
    const dates = this.view
      .across(cell.row)
      .filter((one) => one.column >= endColumn(cell) && /\d+\s*月|季度/u.test(one.text));
    dates.forEach((date, index) => {
      const below = this.view.at(endRow(date), date.column);
      if (below === null || endRow(date) >= this.to) return;
      this.put(below, 'spendingPlan', null, cell, { index, last: index === dates.length - 1, by: date.text });
    });
  }

  private put(
    cell: TemplateCell,
    role: FieldRole,
    part: { readonly from: number; readonly to: number } | null,
    label: TemplateCell | null,
    more: Partial<FoundSlot> = {},
  ): void {
    if (cell.kind === 'fixed') return;
    const amount = role.includes('unds.');
    const whole = part ?? { from: 0, to: cell.text.length };
    const worded = amount ? withoutAmountWord(cell.text, whole) : null;
    this.slots.push({
      row: cell.row,
      column: cell.column,
      role,
      part: worded === null ? (part === null ? null : { from: part.from, to: part.to }) : worded.part,
      index: 0,
      last: true,
      amountUnit: worded?.unit ?? (label === null ? this.unit : this.unitBeside(label)),
      by: '',
      label,
      ...more,
    });
  }

  /** Of the label itself, of the label beside several amounts, or of a line above the table. */
  private unitBeside(label: TemplateCell): AmountUnit {
    const group = this.view
      .across(label.row)
      .filter(({ column, text }) => column < label.column && labelOf(text) === 'funds')
      .at(-1);
    return amountUnitIn(label.text) ?? (group === undefined ? null : amountUnitIn(group.text)) ?? this.unit;
  }

  /** The cells right of a label, from above to below along its height. */
  private rightOf(cell: TemplateCell): TemplateCell[] {
    const cells: TemplateCell[] = [];
    for (let row = cell.row; row < Math.min(endRow(cell), this.to); row += 1) {
      const right = this.view.at(row, endColumn(cell));
      if (right !== null && right.row === row && right.kind !== 'line' && cell.kind !== 'line') cells.push(right);
    }
    return cells;
  }

  private isLabel({ text }: TemplateCell): boolean {
    return labelOf(text) !== null || columnOf(text) !== null || inlineParts(text, false).length > 0;
  }

  private isSlot({ row, column }: TemplateCell): boolean {
    return this.slots.some((slot) => slot.row === row && slot.column === column && slot.part === null);
  }
}

const captionUnit = (view: TableView, from: number, to: number): AmountUnit => {
  for (let row = from; row < to; row += 1) {
    for (const { text } of view.row(row)) {
      const unit = /单位/u.test(text) ? amountUnitIn(text) : null;
      if (unit !== null) return unit;
    }
  }
  return '万元';
};

const MIDTERM: Partial<Record<FieldRole, FieldRole>> = {
  'funds.total': 'midtermFunds.total',
  'funds.fiscal': 'midtermFunds.fiscal',
  'funds.other': 'midtermFunds.other',
};

/** Of two amounts of one kind in a row the left one is that of 中期; so is what stands below 中期资金总额. */
const sides = (slots: readonly FoundSlot[]): FoundSlot[] => {
  const column = slots.find(({ role }) => role === 'midtermFunds.total')?.label?.column;
  return slots.map((slot) => {
    const midterm = MIDTERM[slot.role];
    if (midterm === undefined) return slot;
    const twice = slots.some(
      (other) => other !== slot && other.role === slot.role && other.row === slot.row && other.column > slot.column,
    );
    return twice || (column !== undefined && slot.label?.column === column) ? { ...slot, role: midterm } : slot;
  });
};

/** A label as a field that a slot can have. */
export const fieldOfLabel = (label: Label): FieldRole | null => (isFieldRole(label) ? label : null);
