import type { z } from 'zod';
import type { FrozenVersion, ListPage, Revision, StoredProject } from '../../db/types.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import type { KeptMapping } from '../../shared/recognise/mapped/mapping.ts';
import type { Settings, Unit } from '../../shared/model/unit.ts';
import type {
  CarryPlan,
  CarryResult,
  DeclaredApproved,
  Delivery,
  FillPreview,
  FinishResult,
  ImportPreview,
  ImportResult,
  ImportRun,
  JobState,
  KeptTemplate,
  LastYear,
  MappingStart,
  OpenTemplate,
  PrintTicket,
  ProjectMatched,
  ReadingState,
  StartState,
  StoredUnitYear,
  Undone,
  VerifyResult,
  YearSummary,
} from './contract.ts';
import type { inputs } from './inputs.ts';

type Input<Name extends keyof typeof inputs> = z.infer<(typeof inputs)[Name]>;

/** How many projects a deed touched. */
export interface Touched {
  readonly count: number;
}

/** What became of something that was taken back. */
export interface TakenBack extends Touched {
  /** What stays all the same, one Chinese sentence each. */
  readonly notes: readonly string[];
}

/** A reading that was begun. */
export interface ReadingBegun {
  readonly readingId: string;
}

/** What a save answers: where the next save must start from. */
export interface Saved {
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
}

/**
 * What the program can do, one object a subject, as the router and the command line call it. Every function may throw
 * ExpectedError; anything else thrown is a bug.
 */
export interface Services {
  readonly start: {
    /** The window's first question. */
    readonly state: () => StartState;
    /** Fills an empty data folder with 示例县示例镇 and its projects. */
    readonly loadSample: () => Promise<StartState>;
    readonly createUnit: (input: Input<'unitCreate'>) => StartState;
  };
  readonly settings: { readonly save: (settings: Settings) => Settings };
  readonly units: {
    /** Stores a further unit with its first year. */
    readonly create: (input: Input<'unitAdd'>) => Unit;
    readonly save: (unit: Unit) => Unit;
  };
  /** What a unit declares for a year beside its projects. */
  readonly unitYears: {
    readonly get: (input: Input<'unitYear'>) => StoredUnitYear;
    readonly save: (input: Input<'unitYearSave'>) => StoredUnitYear;
  };
  /** 汇总 of a year, of one unit or of all units of its department. */
  readonly summary: { readonly get: (input: Input<'scope'>) => YearSummary };
  readonly verify: {
    /** Compares the 校验码 printed in a file with what stands in it. Nothing is stored. */
    readonly file: (name: string, bytes: Uint8Array) => Promise<VerifyResult>;
  };
  readonly projects: {
    readonly list: (input: Input<'projectList'>) => ListPage;
    readonly ids: (input: Input<'projectIds'>) => string[];
    readonly get: (id: string) => StoredProject;
    readonly create: (input: Input<'projectCreate'>) => StoredProject;
    readonly copy: (id: string) => StoredProject;
    readonly save: (input: Input<'projectSave'>) => Saved;
    readonly remove: (ids: readonly string[]) => Touched;
    readonly restore: (ids: readonly string[]) => Touched;
    readonly finish: (id: string) => FinishResult;
    readonly reopen: (id: string) => StoredProject;
    readonly history: (id: string) => Revision[];
    /** What was frozen of it, oldest first. */
    readonly versions: (id: string) => FrozenVersion[];
    /** What was approved last beside what was declared for it; null where nothing was approved or declared. */
    readonly declaredApproved: (id: string) => DeclaredApproved | null;
  };
  /** 结转: projects of a year taken to another. */
  readonly carry: {
    readonly prepare: (input: Input<'carryPrepare'>) => CarryPlan;
    /** Stores all of them or none, after a verified backup. */
    readonly run: (input: Input<'carryRun'>) => Promise<CarryResult>;
    /** Takes back what nobody has changed since. @param ids everything one run stored */
    readonly undo: (ids: readonly string[]) => TakenBack;
    /** The project it was carried over from, else the same one by code or name; null where there is none. */
    readonly lastYear: (id: string) => LastYear | null;
  };
  readonly exports: {
    readonly start: (input: Input<'exportStart'>) => JobState;
    readonly deliver: (input: Input<'exportDeliver'>) => Promise<Delivery>;
  };
  /** 填县里的表: the county's own files filled in. */
  readonly fill: {
    /** Reads a file as a template. @throws ExpectedError that names it and why it can't be filled in */
    readonly open: (file: string, bytes: Uint8Array) => Promise<OpenTemplate>;
    readonly openKept: (id: string) => Promise<OpenTemplate>;
    /** What is recognised where the clerk has said what some cells are. */
    readonly analyse: (input: Input<'fillAnalyse'>) => OpenTemplate;
    readonly preview: (input: Input<'fillPreview'>) => FillPreview;
    readonly start: (input: Input<'fillStart'>) => JobState;
    readonly list: () => KeptTemplate[];
    readonly keep: (input: Input<'fillKeep'>) => KeptTemplate[];
    readonly remove: (id: string) => KeptTemplate[];
  };
  readonly jobs: {
    readonly get: (jobId: string) => JobState;
    readonly cancel: (jobId: string) => JobState;
  };
  readonly print: {
    readonly prepare: (input: Input<'printPrepare'>) => PrintTicket;
    readonly pdf: (input: Input<'printPrepare'>) => Promise<Delivery>;
  };
  readonly mail: { readonly prepare: (input: Input<'mailPrepare'>) => Promise<Delivery> };
  readonly imports: {
    /** Begins to read a file, away from the main thread; several wait their turn. */
    readonly beginFile: (name: string, bytes: Uint8Array, hidden: 'leave' | 'read') => ReadingBegun;
    readonly beginPaste: (input: Input<'importPaste'>) => ReadingBegun;
    readonly progress: (readingIds: readonly string[]) => ReadingState[];
    /** Stops a reading; forgets one that is read. */
    readonly cancel: (readingId: string) => Touched;
    /** @throws ExpectedError why it can't be read, or that it is still being read */
    readonly preview: (input: Input<'importPreview'>) => ImportPreview;
    /** Rows of what was read, to be shown beside the drafts. */
    readonly source: (input: Input<'importSource'>) => SourceTable;
    /** Reads the same file once more, with its hidden sheets: a reading of its own. */
    readonly readHidden: (readingId: string) => ReadingBegun;
    /** Which stored project each one is, and what storing it over that would change. */
    readonly match: (input: Input<'importMatch'>) => ProjectMatched[];
    readonly confirm: (input: Input<'importConfirm'>) => Promise<ImportResult>;
    /** Takes a run back, project by project; one that somebody changed since stays, and is named. */
    readonly undo: (importId: string) => Undone;
    /** The last runs, newest first. */
    readonly recent: () => ImportRun[];
  };
  readonly mappings: {
    readonly list: () => KeptMapping[];
    readonly save: (input: Input<'mappingSave'>) => KeptMapping;
    readonly remove: (id: string) => Touched;
    /** The tables of a reading, and what they most likely are: as kept, else as guessed. */
    readonly propose: (readingId: string) => MappingStart;
    /** Reads the tables of a reading once more, as the clerk says. */
    readonly read: (input: Input<'importReadMapped'>) => ImportPreview;
  };
}
