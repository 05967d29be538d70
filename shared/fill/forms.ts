import type { Level2Kind } from '../model/level2.ts';
import type { AmountUnit } from '../model/money.ts';
import type { FieldRole, IndicatorPart, Role } from './roles.ts';

/* What was understood of a template: the forms in it and the places in them that are filled. */

/** A place that holds one field: a whole cell, or a part of its text behind a label. */
export interface FieldSlot {
  readonly row: number;
  readonly column: number;
  readonly role: FieldRole;
  /** The part of the cell's text that gives way; null for the whole. */
  readonly part: { readonly from: number; readonly to: number } | null;
  /** Which of several cells of its kind, from 0: 目标1 and 目标2 in cells of their own, the steps of 支出计划. */
  readonly index: number;
  /** The last of its kind takes what remains. */
  readonly last: boolean;
  /** What its label or its old contents say of amounts. */
  readonly amountUnit: AmountUnit;
  /** For a step of 支出计划, the date printed with it. */
  readonly by: string;
}

/** One column of indicators. */
export interface ColumnSlot {
  readonly column: number;
  readonly part: IndicatorPart;
}

/** The rows below one level 2, each with room for one indicator. */
export interface Group {
  /** Which indicators stand there; several where the form prints level 1 alone; empty for spare rows (……). */
  readonly kinds: readonly Level2Kind[];
  readonly level1: string;
  readonly level2: string;
  readonly rows: readonly number[];
}

/** One span of time in a form: the year's indicators, or those of 中期. */
export interface Half {
  readonly span: 'annual' | 'midterm';
  readonly columns: readonly ColumnSlot[];
  /** Column of its 二级指标; null where the form has none. */
  readonly level2: number | null;
}

/** A form of one project: rows `from` to before `to` of a table. */
export interface PageForm {
  readonly kind: 'page';
  readonly table: number;
  readonly from: number;
  readonly to: number;
  readonly fields: readonly FieldSlot[];
  readonly halves: readonly Half[];
  readonly groups: readonly Group[];
  /** Columns whose cells are labels of the rows beside them, merged down where rows are added. */
  readonly labelColumns: readonly number[];
  /** Column of 一级指标; null where there is none. */
  readonly level1: number | null;
}

/** A column of a list: of a project (FieldRole), of an indicator, a running number, or the indicators of one level 2. */
export interface ListColumn {
  readonly column: number;
  readonly role: Exclude<Role, 'leave'>;
  readonly amountUnit: AmountUnit;
}

/** A list of many projects: rows `from` to before `to` of a table, header and foot included. */
export interface ListForm {
  readonly kind: 'list';
  readonly table: number;
  readonly from: number;
  readonly to: number;
  /** Title and year above the header. */
  readonly fields: readonly FieldSlot[];
  readonly columns: readonly ListColumn[];
  /** Rows of projects, from and to before; the row that is copied; the row of a unit's own sum, null where there is none. */
  readonly body: { readonly from: number; readonly to: number };
  readonly model: number;
  readonly unitRow: number | null;
  readonly departmentRow: number | null;
  /** Rows of 合计, above, below or among the body. */
  readonly totals: readonly number[];
  /** How many rows stand empty in the template, for projects to come. */
  readonly spare: number;
}

export type TemplateForm = PageForm | ListForm;

/** A cell the program knows, to be shown to the clerk. */
export interface Mark {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly role: Role;
  /** On screen, in Chinese. */
  readonly name: string;
  /** slot: is written. label: says what stands beside it. */
  readonly kind: 'slot' | 'label';
}

export interface Analysis {
  readonly forms: readonly TemplateForm[];
  readonly marks: readonly Mark[];
  /** What is to be known of the template as a whole, one Chinese sentence each. */
  readonly notes: readonly string[];
}
