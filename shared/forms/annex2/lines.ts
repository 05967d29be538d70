import type { FieldPath, ProjectContent } from '../../model/project.ts';
import type { IndicatorRow } from '../form.ts';
import {
  indicatorsBeside,
  indicatorsUnder,
  isEmptyIndicator,
  printedLevel3,
  printedValue,
  type PlacedIndicator,
} from '../rows.ts';
import { INDICATOR_ROWS, LEVELS } from './definition.ts';

/** One printed line of the indicators. */
export interface IndicatorLine {
  readonly level1: string;
  /** As printed, with its bracket. */
  readonly level2: string;
  readonly level3: string;
  readonly value: string;
  readonly level3Field: FieldPath;
  readonly valueField: FieldPath;
  /** Required: what is blank of it is missing. */
  readonly missing: boolean;
}

const FORM = { indicatorRows: INDICATOR_ROWS, levels: LEVELS };

/**
 * The lines below 绩效指标 in printed order. A required row without content is one empty line; an optional one is left
 * out unless `printEmptyOptionalRows`. Indicators that no row of the form takes follow at the end of their level 1.
 */
export const indicatorLines = (content: ProjectContent, printEmptyOptionalRows: boolean): IndicatorLine[] =>
  LEVELS.flatMap(({ label }) => [
    ...INDICATOR_ROWS.filter(({ level1 }) => level1 === label).flatMap((row) =>
      linesOf(content, row, printEmptyOptionalRows),
    ),
    ...indicatorsBeside(FORM, content, label).map((placed) => line(label, placed.indicator.level2, placed, false)),
  ]);

const linesOf = (content: ProjectContent, row: IndicatorRow, printEmptyOptionalRows: boolean): IndicatorLine[] => {
  const all = indicatorsUnder(FORM, content, row);
  const filled = all.filter(({ indicator }) => !isEmptyIndicator(indicator));
  const required = row.requirement !== null;
  if (filled.length > 0) return filled.map((placed) => line(row.level1, row.printed, placed, true));
  if (!required && !printEmptyOptionalRows) return [];
  const first = all[0];
  if (first !== undefined) return [line(row.level1, row.printed, first, required)];
  const field = `kind:${row.kind}`;
  return [
    {
      level1: row.level1,
      level2: row.printed,
      level3: '',
      value: '',
      level3Field: field,
      valueField: field,
      missing: required,
    },
  ];
};

const line = (
  level1: string,
  level2: string,
  { indicator, index }: PlacedIndicator,
  missing: boolean,
): IndicatorLine => ({
  level1,
  level2,
  level3: printedLevel3(indicator),
  value: printedValue(indicator),
  level3Field: `indicators.${index}.level3`,
  valueField: `indicators.${index}.printed`,
  missing,
});
