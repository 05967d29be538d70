import { levelsOf, rowsOf } from '../forms/approval/definition.ts';
import { indicatorsBeside, indicatorsUnder, isEmptyIndicator, printedLevel3, printedValue } from '../forms/rows.ts';
import type { Level2Kind } from '../model/level2.ts';
import type { Indicator, ProjectContent } from '../model/project.ts';
import { isBlank } from '../model/text.ts';
import type { IndicatorTree } from '../model/unit.ts';

/** One row of indicators in a list. */
export interface ListLine {
  readonly level1: string;
  readonly level2: string;
  readonly indicator: Indicator;
}

/** The indicators of a project in the order of the tree. @param withWord 社会效益指标 instead of 社会效益 */
export const listLines = (content: ProjectContent, tree: IndicatorTree, withWord: boolean): ListLine[] => {
  const form = { levels: levelsOf({ tree }), indicatorRows: rowsOf({ tree }) };
  return form.levels.flatMap(({ label }) => [
    ...form.indicatorRows
      .filter(({ level1 }) => level1 === label)
      .flatMap((row) =>
        indicatorsUnder(form, content, row)
          .filter(({ indicator }) => !isEmptyIndicator(indicator))
          .map(({ indicator }) => ({ level1: label, level2: worded(row.printed, withWord), indicator })),
      ),
    ...indicatorsBeside(form, content, label).map(({ indicator }) => ({
      level1: isBlank(indicator.level1) ? label : indicator.level1,
      level2: indicator.level2,
      indicator,
    })),
  ]);
};

const worded = (label: string, withWord: boolean): string =>
  withWord && !label.endsWith('指标') ? `${label}指标` : label;

/** The indicators of one level 2 in one cell: a line each, name and value. */
export const kindText = ({ indicators }: ProjectContent, kind: Level2Kind): string => {
  const own = indicators.filter((one) => one.kind === kind && !isEmptyIndicator(one));
  const text = (one: Indicator): string =>
    [printedLevel3(one), printedValue(one)].filter((part) => !isBlank(part)).join(' ');
  return own.map((one, index) => (own.length > 1 ? `${index + 1}. ${text(one)}` : text(one))).join('\n');
};
