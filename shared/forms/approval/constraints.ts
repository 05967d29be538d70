import type { Indicator, ProjectContent } from '../../model/project.ts';
import { sumWeights } from '../../model/weight.ts';
import { HAS_BENEFIT } from '../constraints.ts';
import type { Constraint, FormRules, Gap } from '../form.ts';
import { isEmptyIndicator, rowOf } from '../rows.ts';
import { levelsOf, rowsOf } from './definition.ts';

/** The weights of all indicators add up to what the unit's rules want. One that is missing is a gap of its own. */
const weightsAddUp =
  (rules: FormRules) =>
  ({ indicators }: ProjectContent): Gap[] => {
    const used = indicators.filter((indicator) => !isEmptyIndicator(indicator));
    const last = used.at(-1);
    const sum = sumWeights(used.map(({ weight }) => weight));
    if (last === undefined || sum === null || sum === rules.weightSum) return [];
    const difference = Math.round(Math.abs(sum - rules.weightSum) * 10_000) / 10_000;
    const message =
      `分值权重之和是 ${sum}，应为 ${rules.weightSum}，${sum > rules.weightSum ? '多' : '少'} ${difference}，` +
      '请调整各条指标的分值权重';
    return [{ path: `indicators.${indicators.indexOf(last)}.weight`, step: stepOf(last, rules), kind: 'sum', message }];
  };

const stepOf = ({ kind }: Indicator, rules: FormRules): Gap['step'] => {
  const levels = levelsOf(rules);
  const row = rowOf({ levels, indicatorRows: rowsOf(rules) }, kind);
  return levels.find(({ label }) => label === row?.level1)?.step ?? 'output';
};

/** The rules over several fields of 批复表. */
export const constraintsOf = (rules: FormRules): readonly Constraint[] => [
  { id: 'weights-add-up', check: weightsAddUp(rules) },
  HAS_BENEFIT,
];
