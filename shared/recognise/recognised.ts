import type { SourcePlace } from '../grid/table.ts';
import type { Level2Kind, Requirement } from '../model/level2.ts';
import type { Layout } from './layout.ts';

/** What was recognised in a document: texts as printed, null where absent or blank. Printed by `recognise --json`. */
export interface RecognisedDocument {
  readonly document: {
    readonly file: string;
    readonly title: string | null;
    readonly layout: Layout | null;
    readonly year: string | null;
    readonly department: string | null;
    readonly unitCode: string | null;
    /** The total a table for a whole unit prints, as printed; left out where the form prints none. */
    readonly total?: string | null;
    /** 审核 unit on the cover of 绩效文本; left out where none is printed. */
    readonly reviewer?: string;
    /** Parts of the whole department (绩效文本), one text a paragraph; left out where the form has none. */
    readonly overallGoals?: readonly string[];
    readonly subGoals?: readonly string[];
    readonly safeguards?: readonly string[];
  };
  readonly projects: readonly RecognisedProject[];
  /** What of the file was not taken and why, a Chinese sentence each: blank forms, covers, tables of no known form. */
  readonly notes?: readonly string[];
}

export interface RecognisedProject {
  readonly name: string | null;
  readonly code: string | null;
  readonly departmentAndCode: string | null;
  readonly implementingUnit: string | null;
  readonly attribute: string | null;
  readonly period: string | null;
  readonly category: string | null;
  readonly amountUnit: '万元' | '元' | null;
  readonly total: string | null;
  readonly fiscal: string | null;
  readonly other: string | null;
  readonly usage: string | null;
  readonly spendingPlan: readonly { readonly by: string; readonly percent: string }[] | null;
  readonly goals: readonly string[];
  readonly indicators: readonly RecognisedIndicator[];
  /** The 中期 half of 申报表; left out where the form has none. */
  readonly midterm?: {
    readonly total: string | null;
    readonly fiscal: string | null;
    readonly other: string | null;
    readonly goals: readonly string[];
    readonly indicators: readonly RecognisedIndicator[];
  };
  /** 自评表 only: what became of the money, 实际完成情况 of the goals, and 总分. */
  readonly execution?: Execution;
  readonly goalsActual?: string | null;
  readonly evaluationScore?: string | null;
  /** The form this project was read from, where a file holds several and it is not the document's. */
  readonly layout?: Layout;
  /** Every cell that is not sure, to be shown to the clerk before anything is stored. */
  readonly doubts: readonly Doubt[];
  /** Where the project's table stands: table name and first row. */
  readonly source: { readonly table: string; readonly at: number };
  /** Which cell of the source each field was read from, by its path (`funds` fields: `total`; `indicators.2.level3`). */
  readonly places?: Readonly<Record<string, SourcePlace>>;
}

/** The rows of money in 自评表: 年度资金总额, 财政拨款, 上年结转资金, 其他资金. */
export interface Execution {
  readonly total: ExecutedAmounts;
  readonly fiscal: ExecutedAmounts;
  readonly carried: ExecutedAmounts;
  readonly other: ExecutedAmounts;
}

/** 年初预算数, 全年预算数 and 全年执行数, as printed; null where blank. */
export interface ExecutedAmounts {
  readonly initial: string | null;
  readonly adjusted: string | null;
  readonly executed: string | null;
}

export interface RecognisedIndicator {
  readonly kind: Level2Kind;
  readonly level1: string | null;
  /** As printed without the 必填 bracket, e.g. 社会效益指标, 经济效益; null where the paper prints none. */
  readonly level2: string | null;
  readonly requirement: Requirement;
  readonly level3: string | null;
  readonly description: string | null;
  readonly operator: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly weight: string | null;
  readonly basis: string | null;
  readonly printedValue: string | null;
  /** 自评表 only: 实际完成值, 得分, 偏差原因分析及改进措施. */
  readonly actual?: string | null;
  readonly score?: string | null;
  readonly deviation?: string | null;
}

export interface Doubt {
  /** Path inside the recognised project: `amountUnit`, `indicators.2.level3`. */
  readonly path: string;
  readonly kind:
    | 'label-moved'
    | 'label-missing'
    | 'cell-split'
    | 'cell-joined'
    | 'amount-unit'
    | 'not-a-number'
    | 'missing'
    | 'sum'
    | 'unit-word'
    /** A filled cell of the source that no field was read from. */
    | 'left-out'
    /** One cell read into two fields. */
    | 'read-twice'
    /** A text that is hardly what its field holds: a number as a name, money as a time. */
    | 'odd'
    /** Rows of the form that come in another order, or more or fewer indicators than the source numbers. */
    | 'order';
  /** One Chinese sentence: what was seen and how it was read. */
  readonly message: string;
  /** Row of the source table, from 1, where known. */
  readonly at: number | null;
  /** How likely the reading is right all the same, above 0 and below 1; a field without doubt is 1. Left out: not estimated. */
  readonly confidence?: number;
  /** The cell to look at, where it is another than the one the field was read from. */
  readonly place?: SourcePlace;
  /** Other readings, the likeliest first: one click takes one. */
  readonly alternatives?: readonly Alternative[];
}

/** Another reading of doubtful cells. */
export interface Alternative {
  /** What it would become, in Chinese, short enough for a button. */
  readonly label: string;
  /**
   * Every field it changes, by path inside the recognised project: a Level2Kind at `indicators.2.kind`, a whole value at
   * `indicators.2.printedValue` (its parts follow). null at `indicators.2` takes the indicator out, fields of the place behind
   * the last indicator add one. See applyAlternative.
   */
  readonly changes: readonly { readonly path: string; readonly value: string | null }[];
}
