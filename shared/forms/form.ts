import type { Grid } from '../grid/grid.ts';
import type { FormId, PaperId } from '../model/form-id.ts';
import type { Level2Kind, Requirement } from '../model/level2.ts';
import type { FieldPath, ProjectContent, ProjectState } from '../model/project.ts';
import type { UnitYearContent } from '../model/unit-year.ts';
import type { IndicatorTree, Settings, Unit, Year } from '../model/unit.ts';

/** The steps of every wizard, in order; one that asks nothing of the unit's forms is not shown. */
export const STEPS = [
  'basics',
  'funds',
  'goals',
  'midterm',
  'cost',
  'output',
  'benefit',
  'satisfaction',
  'check',
] as const;
export type StepId = (typeof STEPS)[number];

export type { FormId, PaperId };

/** What a paper can be saved as; every paper can be printed. */
export type FileFormat = 'xlsx' | 'docx';

/** Anything that is saved and printed: an official form, or 汇总表. */
export interface Paper {
  readonly id: PaperId;
  /** On screen, e.g. 批复表（青海）. */
  readonly title: string;
  /** {表名} of file names: the official name, e.g. 项目支出绩效目标批复表. */
  readonly name: string;
  readonly formats: readonly FileFormat[];
  /** project: every grid is one project's whole paper, in the order of the book, so that each can be a file of its own. book: one document. */
  readonly span: 'project' | 'book';
  /** Draws a book as printed tables, one sheet of a workbook each, made one after another while they are asked for. Pure. */
  readonly layout: (book: Book) => Iterable<Grid>;
  /** What a clerk should know of the printed book, one Chinese sentence each: 尾差, a printed total that differs. */
  readonly notes: (book: Book) => readonly string[];
}

/**
 * An official table as data. From it come the wizard's steps, the required marks, the validation, xlsx, docx, print page
 * and the recogniser's labels. Nobody writes a form twice.
 */
export interface FormDefinition extends Paper {
  readonly id: FormId;
  /** Where it is used, e.g. 宁夏; 全国 for the national form. */
  readonly region: string;
  /** What the form asks for, by the rules of the unit. */
  readonly ask: (rules: FormRules) => AskedForm;
  /** What the wizard shows beside the boxes of one project: its table alone, without cover, contents and other projects. */
  readonly live: (book: Book) => Iterable<Grid>;
  /** It prints what the whole department declares for a year too, and who reviews it: both are asked once, not in any project. */
  readonly wholeDepartment?: true;
}

/** The rules of a unit that decide what a form asks. */
export interface FormRules {
  readonly tree: IndicatorTree;
  /** What the weights of a project add up to. */
  readonly weightSum: number;
}

/** What is asked: by one form, or by all forms of a unit together (see askedForm in asked.ts). Wizard and validation know only this. */
export interface AskedForm {
  readonly fields: readonly FieldDefinition[];
  /** What is asked of every indicator beside 三级指标 and 指标值. */
  readonly indicatorFields: readonly IndicatorField[];
  readonly indicatorRows: readonly IndicatorRow[];
  /** The level-1 labels in printed order. */
  readonly levels: readonly LevelDefinition[];
  /** Rules over several fields, e.g. 资金总额 = 财政拨款 + 其他资金. */
  readonly constraints: readonly Constraint[];
}

/** Projects to be printed together: one year, one or several units of a department. */
export interface Book {
  readonly year: Year;
  readonly units: readonly BookUnit[];
  readonly settings: PrintSettings;
}

export interface BookUnit {
  readonly unit: Unit;
  readonly declared: UnitYearContent;
  readonly projects: readonly BookProject[];
}

export interface BookProject {
  readonly content: ProjectContent;
  /** A draft is marked 草稿 in the page header. */
  readonly state: ProjectState;
}

/** What the tables of one unit need beside the projects. */
export interface PaperContext {
  readonly unit: Unit;
  readonly year: Year;
  readonly settings: PrintSettings;
}

/** What of the settings decides how a paper prints. */
export type PrintSettings = Pick<
  Settings,
  'fonts' | 'printEmptyOptionalRows' | 'printSignOff' | 'printCheckCode' | 'weightSum' | 'operator'
>;

export interface FieldDefinition {
  readonly path: FieldPath;
  /** On screen and in messages. */
  readonly label: string;
  /** As printed on the paper, e.g. `其中：财政拨款`. */
  readonly printed: string;
  readonly step: StepId;
  readonly required: boolean;
  /** plan: 资金支出计划, the whole list at path `spendingPlan`. */
  readonly kind: 'text' | 'longText' | 'amount' | 'plan';
  /** Offered while typing: which list of the settings. */
  readonly suggest?: 'attributes' | 'departments' | 'units' | 'periods' | 'categories';
  /** One Chinese sentence under the field; empty for none. */
  readonly hint: string;
}

/**
 * Something asked of every indicator. `operator`: a number must say ≥, ≤, = and so on (typed in the value's box);
 * the others have a box of their own.
 */
export interface IndicatorField {
  readonly part: 'operator' | 'weight' | 'description' | 'basis';
  /** 符号, 分值权重, 绩效指标描述, 指标值确定依据. */
  readonly label: string;
  readonly required: boolean;
  readonly hint: string;
}

export interface LevelDefinition {
  readonly label: string;
  readonly step: StepId;
}

/** One fixed level-2 row of a form. Several level-3 indicators may stand under it. */
export interface IndicatorRow {
  readonly kind: Level2Kind;
  /** Level-1 label as printed, e.g. 产出指标. */
  readonly level1: string;
  /** Level-2 label without the bracket, e.g. 数量指标. */
  readonly level2: string;
  /** As printed, e.g. 数量指标（必填硬性指标）. */
  readonly printed: string;
  readonly requirement: Requirement;
  /** A value as a clerk would type it, e.g. `31 人`; shown in messages. */
  readonly example: string;
  /** One Chinese sentence with an example for the clerk. */
  readonly hint: string;
}

/** A rule that must hold before a form is finished; a draft may break it. */
export interface Constraint {
  readonly id: string;
  readonly check: (content: ProjectContent) => readonly Gap[];
}

/** Why a form can't be finished yet: one missing or wrong thing, at one field. */
export interface Gap {
  readonly path: FieldPath;
  readonly step: StepId;
  readonly kind: 'missing' | 'number' | 'unit' | 'operator' | 'sum';
  /** One Chinese sentence that names the field and what to do. */
  readonly message: string;
}
