import type { FieldChange } from '../shared/model/diff.ts';
import type { ProjectContent, ProjectState } from '../shared/model/project.ts';
import type { Fen } from '../shared/model/money.ts';
import type { UnitYearContent } from '../shared/model/unit-year.ts';
import type { Year } from '../shared/model/unit.ts';

/** A project as stored. `version` counts every saved change; `revision` counts how often it was opened for change. */
export interface StoredProject {
  readonly id: string;
  readonly unitId: string;
  readonly year: Year;
  readonly state: ProjectState;
  readonly version: number;
  readonly revision: number;
  readonly content: ProjectContent;
  /** Id of last year's project it was carried over from (结转); it may be deleted by now. null where it was not. */
  readonly carriedFrom: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
}

/** One line of 项目一览: everything the list shows, without the content. */
export interface ProjectRow {
  readonly id: string;
  /** Number in the list, from 1: the order of entry or import. */
  readonly position: number;
  readonly name: string;
  readonly implementingUnit: string;
  /** 分; null where blank or no number, then `totalText` says what was typed. */
  readonly totalFen: Fen | null;
  readonly fiscalFen: Fen | null;
  readonly otherFen: Fen | null;
  readonly totalText: string;
  readonly requiredDone: number;
  readonly requiredAll: number;
  readonly state: ProjectState;
  readonly version: number;
  readonly updatedAt: string;
}

export interface ListQuery {
  readonly unitId: string;
  readonly year: Year;
  /** Text, pinyin or initials; several words must all be found. Empty for all. */
  readonly search: string;
  readonly sort: 'position' | 'name' | 'total' | 'progress' | 'state' | 'updated';
  readonly descending: boolean;
  readonly state: ProjectState | null;
  /** Only what one run of an import stored; left out or null for all. */
  readonly importId?: string | null | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface ListPage {
  readonly rows: readonly ProjectRow[];
  /** How many projects the query finds in all. */
  readonly count: number;
  /** Over all that the query finds, not only this page. Amounts that are no number are not counted, only told. */
  readonly sums: {
    readonly totalFen: Fen;
    readonly fiscalFen: Fen;
    readonly otherFen: Fen;
    readonly withoutAmount: number;
    readonly drafts: number;
    readonly finished: number;
    readonly approved: number;
  };
}

/** How much of what the form requires is there; computed by the app from the form, kept beside the project for the list. */
export interface Progress {
  readonly requiredDone: number;
  readonly requiredAll: number;
}

/** Computes the progress of a stored project anew, where what its unit's forms require has changed. */
export type Recompute = (unitId: string, content: ProjectContent) => Progress;

/** A project to be stored. Ids are handed in: db makes none. */
export interface NewProject {
  readonly id: string;
  readonly unitId: string;
  readonly year: Year;
  readonly content: ProjectContent;
  readonly progress: Progress;
  readonly action: 'create' | 'copy' | 'import' | 'carry';
  /** Id of the stored project it was carried over from; left out where there is none. */
  readonly carriedFrom?: string;
}

/** A changed content on its way into the database. */
export interface ProjectSave {
  readonly id: string;
  /** The version the change started from. */
  readonly version: number;
  readonly content: ProjectContent;
  readonly progress: Progress;
}

/** What a unit declares for a year beside its projects, as stored; version 0 where nothing is stored yet. */
export interface StoredUnitYear {
  readonly unitId: string;
  readonly year: Year;
  readonly version: number;
  readonly content: UnitYearContent;
  /** ISO 8601, UTC; empty where nothing is stored yet. */
  readonly updatedAt: string;
}

/** A changed part of a unit's year on its way into the database. */
export interface UnitYearSave {
  readonly unitId: string;
  readonly year: Year;
  /** The version the change started from; 0 where nothing was stored. */
  readonly version: number;
  readonly content: UnitYearContent;
}

/** What kind of change a revision records. */
export type RevisionAction =
  | 'create'
  | 'edit'
  | 'copy'
  | 'import'
  | 'finish'
  | 'reopen'
  | 'delete'
  | 'restore'
  /** 批复: frozen as the county approved it. */
  | 'approve'
  /** 结转: made from last year's. */
  | 'carry'
  /** Changed by an import. */
  | 'update'
  /** Put back to what it was before an import. */
  | 'undo';

export interface Revision {
  readonly id: number;
  readonly projectId: string;
  /** The project's version after the change; the last one where one sitting of typing made several. */
  readonly version: number;
  /** First and last moment of the change, ISO 8601, UTC; the same but for a sitting of typing. */
  readonly since: string;
  readonly at: string;
  readonly operator: string;
  readonly action: RevisionAction;
  /** Field by field: path, value before, value after (see diffContent). */
  readonly changes: readonly FieldChange[];
}

export type { FieldChange };

/** Why a content was frozen: finished by the clerk, declared (what an approval was made of), approved by the county. */
export type VersionKind = 'finished' | 'declared' | 'approved';

/** A content as it was frozen in one revision. */
export interface FrozenVersion {
  readonly revision: number;
  readonly kind: VersionKind;
  readonly at: string;
  readonly operator: string;
  readonly content: ProjectContent;
}

/** How tables of no known form are read, as a clerk said once. db knows no mapping: it keeps JSON under a signature. */
export interface StoredMapping {
  readonly id: string;
  /** What the clerk calls it. */
  readonly name: string;
  /** Tables with the same one are read the same way. */
  readonly signature: string;
  readonly mapping: unknown;
}

/** A verified copy of the database. */
export interface Backup {
  /** File name inside the backups folder. */
  readonly name: string;
  readonly at: string;
  /** Why it was made: migrate, import, manual. */
  readonly reason: string;
  readonly bytes: number;
  readonly projects: number;
}

/** A county's form that is kept, as the list shows it. */
export interface KeptTemplate {
  readonly id: string;
  /** What the clerk calls it. */
  readonly name: string;
  /** Name of the file it came as. */
  readonly file: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The same with its file, and what the clerk said of its cells: the app's own JSON. */
export interface TemplateFile extends KeptTemplate {
  readonly bytes: Uint8Array;
  readonly corrections: unknown;
}

/** Who changes something and when: every writing function takes one. */
export interface Actor {
  readonly operator: string;
  /** ISO 8601, UTC. Handed in: db has no clock. */
  readonly at: string;
}
