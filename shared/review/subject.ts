import type { AskedForm } from '../forms/form.ts';
import { isEmptyIndicator, printedLevel3, rowOf, typedValue } from '../forms/rows.ts';
import type { Level2Kind, Requirement } from '../model/level2.ts';
import { parseFen, type Fen } from '../model/money.ts';
import type { Indicator, ProjectContent } from '../model/project.ts';
import { fold } from '../model/text.ts';
import type { Year } from '../model/unit.ts';
import { readValue, type ValueReading } from '../model/value.ts';
import { measureOf, type Measure } from './facts/measure.ts';

/* What the rules look at: the projects of a unit's year, with what every rule would have to work out again. */

export interface ReviewedUnit {
  /** null where a paper prints none. */
  readonly year: Year | null;
  /** Names by which the unit and its department go, as typed. */
  readonly names: readonly string[];
  readonly form: AskedForm;
  readonly projects: readonly ReviewedProject[];
}

export interface ReviewedProject {
  /** Place among the projects, from 0. */
  readonly at: number;
  readonly content: ProjectContent;
  readonly indicators: readonly ReviewedIndicator[];
  /** 资金总额; null where it is blank or no number. */
  readonly total: Fen | null;
}

export interface ReviewedIndicator {
  readonly indicator: Indicator;
  /** Place in the project, from 0. */
  readonly index: number;
  readonly kind: Level2Kind;
  /** Name of its row, e.g. 数量指标. */
  readonly row: string;
  readonly requirement: Requirement;
  /** 三级指标 as it prints. */
  readonly name: string;
  readonly folded: string;
  /** 指标值 as it prints. */
  readonly printed: string;
  readonly value: ValueReading;
  /** The number, or both ends of a range; empty for words and dates. */
  readonly numbers: readonly number[];
  /** What its unit counts. */
  readonly measure: Measure;
}

/** Everything that is reviewed together. */
export interface ReviewSubject {
  readonly year: Year | null;
  readonly names: readonly string[];
  readonly form: AskedForm;
  readonly projects: readonly ProjectContent[];
}

/** Prepares what is reviewed; linear in the texts. */
export const subjectOf = ({ projects, ...unit }: ReviewSubject): ReviewedUnit => ({
  ...unit,
  projects: projects.map((content, at) => projectOf(unit.form, content, at)),
});

const projectOf = (form: AskedForm, content: ProjectContent, at: number): ReviewedProject => ({
  at,
  content,
  indicators: content.indicators.flatMap((indicator, index) =>
    isEmptyIndicator(indicator) ? [] : [indicatorOf(form, indicator, index)],
  ),
  total: parseFen(content.funds.total, content.amountUnit),
});

const indicatorOf = (form: AskedForm, indicator: Indicator, index: number): ReviewedIndicator => {
  const row = rowOf(form, indicator.kind);
  const name = printedLevel3(indicator).trim();
  const printed = typedValue(indicator).trim();
  const value = readValue(printed);
  return {
    indicator,
    index,
    kind: indicator.kind,
    row: row?.level2 ?? (indicator.level2 || '指标'),
    requirement: row?.requirement ?? null,
    name,
    folded: fold(name),
    printed,
    value,
    numbers: value.value === '' ? [] : value.value.split('-').map(Number),
    measure: measureOf(value.unit),
  };
};
