import type { FrozenVersion, KeptTemplate, StoredUnitYear } from '../../db/types.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import type { CarryMark } from '../../shared/carry/carry.ts';
import type { FoundBy } from '../../shared/carry/same-project.ts';
import type { Gap } from '../../shared/forms/form.ts';
import type { ProjectMatch } from '../../shared/match/index.ts';
import type { FieldChange } from '../../shared/model/diff.ts';
import type { Mark } from '../../shared/fill/forms.ts';
import type { Corrections } from '../../shared/fill/roles.ts';
import type { TemplateTable } from '../../shared/fill/template.ts';
import type { Fen } from '../../shared/model/money.ts';
import type { ProjectContent, ProjectState } from '../../shared/model/project.ts';
import type { Settings, Unit, Year } from '../../shared/model/unit.ts';
import type { KeptMapping, Mapping } from '../../shared/recognise/mapped/mapping.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import type { Delivery, Host } from './host.ts';

/* What the program answers the window. What may be asked is in inputs.ts. */

/** Answer to the window's first question. */
export interface StartState {
  readonly host: Host['kind'];
  /** PDF by the program itself (Electron) or by the browser's own print dialog. */
  readonly pdf: 'program' | 'browser';
  readonly version: string;
  /** Where the data lives, to read, not to open. */
  readonly dataFolder: string;
  /** No unit yet: offer 示例数据 or 新建单位. */
  readonly empty: boolean;
  readonly settings: Settings;
  readonly units: readonly Unit[];
  readonly years: readonly Year[];
}

/** A long piece of work. The window asks for it a few times a second until it is no longer running. */
export interface JobState {
  readonly jobId: string;
  /** What runs, in Chinese, e.g. 导出 60 个项目. */
  readonly title: string;
  readonly state: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly done: number;
  readonly all: number;
  /** Set when failed: what and what to do. */
  readonly message: string;
  /** What the clerk should know of what is written, one Chinese sentence each: 尾差, a printed total that differs. */
  readonly notes: readonly string[];
}

export interface FinishResult {
  readonly finished: boolean;
  /** Why not, in the order of the paper. */
  readonly gaps: readonly Gap[];
}

/** A print page that is ready: its address on our origin, and how many sheets of paper it takes. */
export interface PrintTicket {
  readonly href: string;
  readonly pages: number;
  /** What the clerk should know of the printed book, one Chinese sentence each: 尾差, a printed total that differs. */
  readonly notes: readonly string[];
}

export type { StoredUnitYear };

/** Sums of some projects, exact. */
export interface Sums {
  readonly projects: number;
  readonly totalFen: Fen;
  readonly fiscalFen: Fen;
  readonly otherFen: Fen;
  /** Projects whose total is blank or no number. */
  readonly withoutAmount: number;
}

/** 汇总 of a year on screen; the printed 汇总表 is the paper `summary`. */
export interface YearSummary {
  readonly units: readonly (Sums & { readonly unitId: string; readonly name: string })[];
  readonly all: Sums;
  /** By 项目类别, else 项目属性, else 未分类; most money first. */
  readonly byCategory: readonly (Sums & { readonly label: string })[];
  readonly drafts: number;
  readonly finished: number;
  readonly approved: number;
  /** Ids of all projects in it, in printed order, to save or print the whole. */
  readonly ids: readonly string[];
  /** 尾差 and totals that differ, one Chinese sentence each. */
  readonly notes: readonly string[];
}

/** Whether a file is what was printed: one line a table. */
export interface VerifyResult {
  readonly file: string;
  readonly tables: readonly {
    readonly name: string;
    /** As computed from the table's content. */
    readonly code: string;
    /** As printed at its foot; empty where none is. */
    readonly printed: string;
    readonly outcome: 'same' | 'different' | 'unmarked';
  }[];
}

/** A file or text on its way in. The window asks a few times a second until it is no longer `reading`. */
export interface ReadingState {
  readonly readingId: string;
  readonly name: string;
  /** `unknown`: tables were read, but of no known form; they can be mapped by hand. */
  readonly state: 'reading' | 'ready' | 'unknown' | 'failed' | 'cancelled';
  /** What is done now, in Chinese: 等待读取, 读取内容, 识别项目. */
  readonly phase: string;
  /** Sheets, pages or parts; `all` is 0 where it is not known. */
  readonly done: number;
  readonly all: number;
  /** Why not, where it failed or is unknown. */
  readonly message: string;
  readonly nextStep: string;
  /** What the clerk should know of the file, one Chinese sentence each. */
  readonly notes: readonly string[];
}

/** A file or text that was read, waiting for the clerk's yes. Nothing is stored yet. */
export interface ImportPreview {
  /** The id of the reading. */
  readonly importId: string;
  readonly file: string;
  /** The unit the paper names, the first of several; empty where it names none. */
  readonly unitName: string;
  readonly recognised: RecognisedDocument;
  /** How many projects it has in all; `recognised.projects` and what goes by project hold those that were asked for. */
  readonly count: number;
  /** The same projects as they would be stored, in the same order. */
  readonly contents: readonly ProjectContent[];
  /** The unit each project stands under: as printed, empty where none is; `unitId` empty where it is not stored yet. */
  readonly projectUnits: readonly { readonly name: string; readonly code: string; readonly unitId: string }[];
  /** Names of stored projects of the same unit and year with the same name, per project; empty string where new. */
  readonly alreadyThere: readonly string[];
  /** What the clerk should know of the file as a whole, one Chinese sentence each: hidden sheets that were not read, a paper of another unit. */
  readonly notes: readonly string[];
  /** Hidden sheets that were not read; `readHidden` reads them too. */
  readonly hiddenSheets: readonly string[];
  /** What was read, to be asked for by `source`; empty where it is no longer kept. */
  readonly tables: readonly {
    readonly name: string;
    readonly rows: number;
    readonly columns: number;
    /** `at` of its last row. */
    readonly lastRow: number;
  }[];
  /** The paper is a 批复表: what it says was approved by the county. */
  readonly isApproval: boolean;
}

/** What a project of a paper is beside what is stored, and what storing it over that would change. */
export interface ProjectMatched extends ProjectMatch {
  readonly index: number;
  /** The unit it was looked for in; empty where the unit is not stored yet. */
  readonly unitId: string;
  /** The stored project; null where it is new. */
  readonly stored: MatchedProject | null;
  /** Other stored projects it might be, the likeliest first, with what storing it over each would change. */
  readonly others: readonly (MatchedProject & { readonly differences: readonly FieldChange[] })[];
}

export interface MatchedProject {
  readonly id: string;
  readonly name: string;
  readonly state: ProjectState;
  readonly version: number;
}

/** What became of one project of a paper. */
export interface ImportedLine {
  readonly name: string;
  readonly file: string;
  readonly deed: 'added' | 'updated' | 'unchanged' | 'skipped';
  /** It is 已批复 now. */
  readonly approved: boolean;
  /** Where it is stored; empty where it was skipped. */
  readonly id: string;
  /** Why it was not taken, or what happened to it, one Chinese sentence; empty where there is nothing to say. */
  readonly why: string;
}

/** What 结转 would do with some projects of a unit's year. Nothing is stored yet. */
export interface CarryPlan {
  readonly unitName: string;
  readonly fromYear: Year;
  readonly toYear: Year;
  readonly projects: readonly CarryCandidate[];
}

export interface CarryCandidate {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly code: string;
  /** 年度资金总额 as typed, with its unit; empty where blank. */
  readonly total: string;
  /** How many 指标值 it has. */
  readonly values: number;
  readonly marks: readonly PlacedMark[];
  /** The same project, already in the target year; it is left out unless the clerk says otherwise. */
  readonly existing: { readonly name: string; readonly by: 'link' | FoundBy } | null;
}

/** A mark with the words around it and what its place is called. */
export interface PlacedMark extends CarryMark {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface CarryResult {
  /** Ids of what was stored, in the order asked for, for 撤销. */
  readonly ids: readonly string[];
}

/** The same project last year. */
export interface LastYear {
  readonly id: string;
  readonly year: Year;
  /** How it was found: carried over, or by code or name. */
  readonly by: 'link' | FoundBy;
  readonly content: ProjectContent;
}

export interface ImportResult {
  /** Of the run, for 撤销; empty where nothing was stored. */
  readonly importId: string;
  readonly added: number;
  readonly updated: number;
  /** Were there already, word for word. */
  readonly unchanged: number;
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
  /** How many are 已批复 now by it. */
  readonly approved: number;
  /** Every project of the papers in their order. */
  readonly lines: readonly ImportedLine[];
  /** Ids of what was added, updated or approved. */
  readonly ids: readonly string[];
  /** The units they are in. */
  readonly unitIds: readonly string[];
  /** What became of units that were made, and of the parts about the whole department, one Chinese sentence each. */
  readonly notes: readonly string[];
}

/** A run of an import that was stored, for the list of the last ones. */
export interface ImportRun {
  readonly importId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly operator: string;
  readonly year: Year;
  readonly files: readonly string[];
  readonly result: Pick<ImportResult, 'added' | 'updated' | 'unchanged' | 'approved'> & { readonly skipped: number };
  /** ISO 8601, UTC; null where it was not taken back. */
  readonly undoneAt: string | null;
  /**
   * How many of its projects nobody has changed since: those can be taken back. 1 where it stored only what a paper says of the
   * whole unit.
   */
  readonly untouched: number;
}

/** What became of an import that was taken back. */
export interface Undone {
  /** Projects that are what they were before. */
  readonly count: number;
  /** Projects that stay as they are, and why. */
  readonly kept: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  /** What stays all the same, one Chinese sentence each. */
  readonly notes: readonly string[];
}

/** What a clerk needs to say how tables are read: the tables, in part where they are long, and what they most likely are. */
export interface MappingStart {
  readonly file: string;
  readonly tables: readonly SourceTable[];
  readonly proposal: Mapping;
  /** The program has read projects in it by itself. */
  readonly known: boolean;
  /** The kept mapping that fits; its own mapping is the proposal then. */
  readonly kept: Pick<KeptMapping, 'id' | 'name'> | null;
}

/** What was declared beside what was approved. */
export interface DeclaredApproved {
  readonly declared: FrozenVersion;
  readonly approved: FrozenVersion;
  /** Paths of diffContent. */
  readonly differences: readonly FieldChange[];
}

/** A county's own form that was read: as it looks, and what was recognised in it. */
export interface OpenTemplate {
  readonly templateId: string;
  readonly file: string;
  readonly format: 'xlsx' | 'docx';
  readonly tables: readonly TemplateTable[];
  readonly marks: readonly Mark[];
  /** One Chinese sentence each. */
  readonly notes: readonly string[];
  readonly corrections: Corrections;
  /** A form was found in it. */
  readonly recognised: boolean;
  /** Each project can be a file of its own. */
  readonly perProject: boolean;
}

/** How a template looks with one project in it. */
export interface FillPreview {
  readonly tables: readonly TemplateTable[];
  /** One Chinese sentence each: what has no place, rows that were added. */
  readonly warnings: readonly string[];
}

export type { KeptTemplate };

export type { Delivery, Gap, Grid };
