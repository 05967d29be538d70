import type { FieldPath, Indicator, ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import type { IndicatorTree } from '../../model/unit.ts';
import {
  indicatorsBeside,
  indicatorsUnder,
  isEmptyIndicator,
  printedLevel3,
  printedValue,
  type PlacedIndicator,
} from '../rows.ts';
import { levelsOf, rowsOf } from './definition.ts';

/** One printed line of the indicators. */
export interface IndicatorLine {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly operator: string;
  readonly value: string;
  readonly unit: string;
  readonly weight: string;
  /** Where the indicator stands in the project, `indicators.3`. */
  readonly field: FieldPath;
}

/** The indicators of a project in printed order: by the levels of the tree, as stored within them. */
export const linesOf =
  (tree: IndicatorTree) =>
  (content: ProjectContent): IndicatorLine[] => {
    const form = formOf(tree);
    return form.levels.flatMap(({ label }) => [
      ...form.indicatorRows
        .filter(({ level1 }) => level1 === label)
        .flatMap((row) =>
          indicatorsUnder(form, content, row)
            .filter(({ indicator }) => !isEmptyIndicator(indicator))
            .map((placed) => line(row.level1, row.printed, placed)),
        ),
      ...indicatorsBeside(form, content, label).map((placed) =>
        line(isBlank(placed.indicator.level1) ? label : placed.indicator.level1, placed.indicator.level2, placed),
      ),
    ]);
  };

const FORMS = {
  '88': { levels: levelsOf({ tree: '88' }), indicatorRows: rowsOf({ tree: '88' }) },
  '101': { levels: levelsOf({ tree: '101' }), indicatorRows: rowsOf({ tree: '101' }) },
} as const;

const formOf = (tree: IndicatorTree): (typeof FORMS)[IndicatorTree] => FORMS[tree];

const line = (level1: string, level2: string, { indicator, index }: PlacedIndicator): IndicatorLine => ({
  level1,
  level2,
  level3: printedLevel3(indicator),
  ...valueParts(indicator),
  weight: indicator.weight.trim(),
  field: `indicators.${index}`,
});

/** Sign, number and unit apart; words stand where the number would, alone. */
const valueParts = (indicator: Indicator): Pick<IndicatorLine, 'operator' | 'value' | 'unit'> => {
  const { operator, value, unit } = indicator;
  return isBlank(value)
    ? { operator: '', value: printedValue(indicator), unit: '' }
    : { operator, value, unit: unit.replace(/^百分比/u, '%') };
};
