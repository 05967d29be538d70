import { z } from 'zod';
import type { FrozenVersion, KeptTemplate, StoredUnitYear } from '../../db/types.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import type { CarryMark } from '../../shared/carry/carry.ts';
import type { FoundBy } from '../../shared/carry/same-project.ts';
import type { Gap } from '../../shared/forms/form.ts';
import type { ProjectMatch } from '../../shared/match/index.ts';
import type { FieldChange } from '../../shared/model/diff.ts';
import type { Mark } from '../../shared/fill/forms.ts';
import { correctionsSchema } from '../../shared/fill/roles-schema.ts';
import type { Corrections } from '../../shared/fill/roles.ts';
import type { TemplateTable } from '../../shared/fill/template.ts';
import { paperIdSchema } from '../../shared/model/form-id.ts';
import type { Fen } from '../../shared/model/money.ts';
import { projectContentSchema, projectStateSchema, type ProjectState } from '../../shared/model/project.ts';
import { unitYearContentSchema } from '../../shared/model/unit-year.ts';
import {
  settingsSchema,
  unitSchema,
  yearSchema,
  type Settings,
  type Unit,
  type Year,
} from '../../shared/model/unit.ts';
import { mappingSchema, type KeptMapping, type Mapping } from '../../shared/recognise/mapped/mapping.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import type { Delivery, Host } from './host.ts';

/* What the window may ask of the program. Inputs are schemas, checked and bounded; outputs are types. */

const id = z.string().min(1).max(64);
const ids = z.array(id).min(1).max(100_000);
const line = z.string().max(500);

/** Where projects go. */
const target = {
  /** Empty only with `byUnit`, where there is no unit yet. */
  unitId: z.string().max(64),
  year: yearSchema,
  /** Each project into the unit its paper names, made where it is not there yet; what names nobody into `unitId`. */
  byUnit: z.boolean().default(false),
};

/** What becomes of one project of a recognised document. */
const confirmedProject = z
  .object({
    index: z.int().min(0),
    action: z.enum(['add', 'update', 'skip']),
    /** The stored project it is; needed for `update`, told with `skip` where there is one. */
    storedId: id.nullable().default(null),
    /** Its version as it was matched; a newer one stored meanwhile refuses the whole import with `stale`. */
    storedVersion: z.int().min(0).nullable().default(null),
    /** As the clerk confirmed it; left out where it is as it was read. */
    content: projectContentSchema.optional(),
  })
  .refine(
    ({ action, storedId, storedVersion }) => action !== 'update' || (storedId !== null && storedVersion !== null),
  );

export const inputs = {
  unitCreate: unitSchema.omit({ id: true }).extend({ year: yearSchema, operator: line }),
  /** A further unit: the window goes on showing the one it shows. */
  unitAdd: unitSchema.omit({ id: true }).extend({ year: yearSchema }),
  unitSave: unitSchema,
  settingsSave: settingsSchema,
  projectList: z.object({
    unitId: id,
    year: yearSchema,
    search: line,
    sort: z.enum(['position', 'name', 'total', 'progress', 'state', 'updated']),
    descending: z.boolean(),
    state: projectStateSchema.nullable(),
    /** Only what one run of an import stored. */
    importId: id.nullable().optional(),
    offset: z.int().min(0),
    limit: z.int().min(1).max(500),
  }),
  /** Ids of everything a query finds, for 全选. */
  projectIds: z.object({
    unitId: id,
    year: yearSchema,
    search: line,
    state: projectStateSchema.nullable(),
    importId: id.nullable().optional(),
  }),
  project: z.object({ id }),
  projectCreate: z.object({ unitId: id, year: yearSchema, name: line }),
  projectSave: z.object({
    id,
    /** The version the window started from; a newer one stored meanwhile refuses the save with `stale`. */
    version: z.int().min(0),
    content: projectContentSchema,
  }),
  projectsOf: z.object({ ids }),
  exportStart: z.object({
    form: paperIdSchema,
    /** Of one year; of several units where they are of one department. */
    ids,
    format: z.enum(['xlsx', 'docx']),
    /** One file with everything, or one file a project (papers whose span is `project`). */
    mode: z.enum(['workbook', 'files']),
  }),
  /** After `target-open`: `same` tries the place chosen before once more, `ask` asks for another. */
  exportDeliver: z.object({ jobId: id, again: z.enum(['ask', 'same']).default('ask') }),
  job: z.object({ jobId: id }),
  /** A kept template. */
  template: z.object({ id }),
  fillAnalyse: z.object({ templateId: id, corrections: correctionsSchema }),
  fillPreview: z.object({ templateId: id, projectId: id, corrections: correctionsSchema }),
  fillStart: z.object({
    templateId: id,
    /** Of one year and one department. */
    ids: z.array(id).min(1).max(2_000),
    /** One file with everything, or one file a project (forms of one project). */
    mode: z.enum(['one', 'files']),
    corrections: correctionsSchema,
  }),
  fillKeep: z.object({ templateId: id, name: line, corrections: correctionsSchema }),
  printPrepare: z.object({ form: paperIdSchema, ids }),
  mailPrepare: z.object({
    form: paperIdSchema,
    ids,
    format: z.enum(['xlsx', 'docx']),
    to: line,
    subject: line,
    body: z.string().max(5_000),
  }),
  /** A unit's year; `department`: all units of the same department. */
  scope: z.object({ unitId: id, year: yearSchema, scope: z.enum(['unit', 'department']) }),
  unitYear: z.object({ unitId: id, year: yearSchema }),
  unitYearSave: z.object({
    unitId: id,
    year: yearSchema,
    /** The version the window started from, 0 where nothing was stored; a newer one refuses the save with `stale`. */
    version: z.int().min(0),
    content: unitYearContentSchema,
  }),
  /** What would be taken over; a mutation only because so many ids fit no address. */
  carryPrepare: z.object({ ids, toYear: yearSchema }),
  carryRun: z.object({
    toYear: yearSchema,
    projects: z
      .array(
        z.object({
          id,
          /** The version the clerk saw; a newer one stored meanwhile refuses all of it with `stale`. */
          version: z.int().min(0),
          /** Ids of the marks that take their proposed text. */
          ticked: z.array(z.string().max(300)).max(20_000),
        }),
      )
      .min(1)
      .max(100_000),
    clearAmounts: z.boolean(),
    clearValues: z.boolean(),
    clearCode: z.boolean(),
  }),
  /** What was pasted; `html` as the clipboard gives it, empty where it has none. A file comes in a form instead. */
  importPaste: z.object({
    name: line,
    text: z.string().max(50_000_000),
    html: z.string().max(50_000_000).default(''),
  }),
  /** Empty: all that are read or being read. */
  readings: z.object({ readingIds: z.array(id).max(200) }),
  reading: z.object({ readingId: id }),
  /** A reading with the projects `from` … `to`, the last one excluded: a thousand at once would hold up the window. */
  importPreview: z.object({
    readingId: id,
    from: z.int().min(0).default(0),
    to: z.int().min(0).default(100_000),
  }),
  /** Rows of one table of what was read, `from` and `to` as the rows are numbered (`at`), both included. */
  importSource: z.object({
    readingId: id,
    table: z.int().min(0).max(100_000),
    from: z.int().min(0),
    to: z.int().min(0),
  }),
  importMatch: z.object({
    readingId: id,
    ...target,
    /** Projects the clerk has changed since they were read; the others count as read. */
    contents: z
      .array(z.object({ index: z.int().min(0), content: projectContentSchema }))
      .max(10_000)
      .default([]),
  }),
  importConfirm: z.object({
    /**
     * Every file or text that was read and is stored now: all of them, or none. A project that is not named waits for another
     * yes; one that was named, be it to be skipped, is done with.
     */
    files: z
      .array(z.object({ importId: id, projects: z.array(confirmedProject).max(10_000) }))
      .min(1)
      .max(1_000)
      .refine((files) => new Set(files.map(({ importId }) => importId)).size === files.length),
    ...target,
    /**
     * What is stored is what the county approved (of several files only what stands in a 批复表, where one is among them): it is frozen as 批复, and what stood there before is kept as declared. What
     * is the same as stored is sent as `update` too, to be marked.
     */
    approve: z.boolean().default(false),
  }),
  importRun: z.object({ importId: id }),
  /** With the id of a kept one: in its place. */
  mappingSave: z.object({ id: id.optional(), name: line.trim().min(1).max(100), mapping: mappingSchema }),
  mapping: z.object({ id }),
  importReadMapped: z.object({ readingId: id, mapping: mappingSchema }),
} as const;

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
  readonly contents: readonly z.infer<typeof projectContentSchema>[];
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
  readonly content: z.infer<typeof projectContentSchema>;
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
