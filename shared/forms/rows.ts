import type { Level2Kind } from '../model/level2.ts';
import type { Indicator, ProjectContent } from '../model/project.ts';
import { fold, isBlank } from '../model/text.ts';
import type { AskedForm, IndicatorRow } from './form.ts';

/** An indicator and its place in the project, for paths like `indicators.3.level3`. */
export interface PlacedIndicator {
  readonly indicator: Indicator;
  readonly index: number;
}

type Rows = Pick<AskedForm, 'indicatorRows' | 'levels'>;

// The three costs of the newer national tree stand under 成本指标 where a form has only that; 成本 is 经济成本 where it has those.
const BROADER: Partial<Record<Level2Kind, Level2Kind>> = {
  cost: 'economicCost',
  economicCost: 'cost',
  socialCost: 'cost',
  ecologicalCost: 'cost',
};

/** The row of the form an indicator belongs to; null for one no row of the form takes. */
export const rowOf = (form: Rows, kind: Level2Kind): IndicatorRow | null =>
  form.indicatorRows.find((row) => row.kind === kind) ??
  form.indicatorRows.find((row) => row.kind === BROADER[kind]) ??
  null;

/** True where nothing of an indicator would print: it is as good as not there. */
export const isEmptyIndicator = (indicator: Indicator): boolean =>
  isBlank(indicator.level3) && isBlank(indicator.description) && isBlank(printedValue(indicator));

/** The indicators under one row of the form, in the order of the project. */
export const indicatorsUnder = (form: Rows, content: ProjectContent, row: IndicatorRow): PlacedIndicator[] =>
  content.indicators
    .map((indicator, index) => ({ indicator, index }))
    .filter(({ indicator }) => rowOf(form, indicator.kind) === row);

/** Indicators of an imported paper that no row of the form takes; they keep the labels of that paper. */
export const indicatorsBeside = (form: Rows, content: ProjectContent, level1: string): PlacedIndicator[] => {
  const last = form.levels.at(-1)?.label;
  return content.indicators
    .map((indicator, index) => ({ indicator, index }))
    .filter(({ indicator }) => {
      if (rowOf(form, indicator.kind) !== null || isEmptyIndicator(indicator)) return false;
      const level = form.levels.find(({ label }) => fold(label) === fold(indicator.level1))?.label ?? last;
      return level === level1;
    });
};

/**
 * 指标值 as typed, with 百分比 after a number as %. What an imported paper printed in columns of its own was joined when it was
 * stored (see toContent): `operator`, `value` and `unit` only say how the typed text is understood.
 */
export const typedValue = ({ printed }: Pick<Indicator, 'printed'>): string =>
  printed.replace(/(\d)\s*百分比/gu, '$1%');

/** 指标值 as most forms print it: as typed, but without a leading `=`. */
export const printedValue = (indicator: Indicator): string => typedValue(indicator).replace(/^\s*[=＝]\s*/u, '');

// A system of the field cuts names at two six-character or three five-character lines.
const CLIPPED = new Set([12, 15]);

/** 三级指标 as it prints: as typed, completed from the description where a system clipped it. */
export const printedLevel3 = ({ level3, description }: Indicator): string => {
  if (isBlank(level3)) return description;
  const clipped = CLIPPED.has(Array.from(level3).length) && description.length > level3.length;
  return clipped && description.startsWith(level3) ? description : level3;
};
