import type { Grid } from '../grid/grid.ts';
import type { Level2Kind, Requirement } from '../model/level2.ts';
import type { FieldPath, ProjectContent } from '../model/project.ts';
import type { Settings, Unit, Year } from '../model/unit.ts';

/** The steps of every wizard, in order. */
export const STEPS = ['basics', 'funds', 'goals', 'output', 'benefit', 'satisfaction', 'check'] as const;
export type StepId = (typeof STEPS)[number];

/**
 * An official table as data. From it come the wizard's steps, the required marks, the validation, xlsx, print page and
 * the recogniser's labels. Nobody writes a form twice.
 */
export interface FormDefinition {
  readonly id: FormId;
  /** As the county calls it, e.g. 项目支出绩效目标表（附件2）. */
  readonly title: string;
  readonly fields: readonly FieldDefinition[];
  readonly indicatorRows: readonly IndicatorRow[];
  /** The level-1 labels in printed order. */
  readonly levels: readonly LevelDefinition[];
  /** Rules over several fields, e.g. 资金总额 = 财政拨款 + 其他资金. */
  readonly constraints: readonly Constraint[];
  /** Draws projects as printed tables: one Grid a project or one a unit, as the form wants. Pure. */
  readonly layout: (projects: readonly ProjectContent[], context: LayoutContext) => Grid[];
}

export type FormId = 'annex2';

export interface FieldDefinition {
  readonly path: FieldPath;
  /** On screen and in messages. */
  readonly label: string;
  /** As printed on the paper, e.g. `其中：财政拨款`. */
  readonly printed: string;
  readonly step: StepId;
  readonly required: boolean;
  readonly kind: 'text' | 'longText' | 'amount';
  /** Offered while typing: which list of the settings. */
  readonly suggest?: 'attributes' | 'departments' | 'units' | 'periods';
  /** One Chinese sentence under the field; empty for none. */
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
  readonly kind: 'missing' | 'number' | 'unit' | 'sum';
  /** One Chinese sentence that names the field and what to do. */
  readonly message: string;
}

/** What a layout needs beside the projects. */
export interface LayoutContext {
  readonly unit: Unit;
  readonly year: Year;
  readonly settings: Pick<Settings, 'fonts' | 'printEmptyOptionalRows'>;
  /** Per project: true where it is not finished; prints 草稿 in the page header. */
  readonly draft: (index: number) => boolean;
}
