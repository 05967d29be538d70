import type { Rule } from '../rule.ts';
import { headcounts } from './across-projects.ts';
import { amountUnit } from './amount-unit.ts';
import { foreignField, goalNumbers, nameInGoal, sameGoal, usageOfOther, villageOrCommunity } from './copied.ts';
import { costFits } from './cost-fits.ts';
import { costWithoutAmount } from './cost-without-amount.ts';
import { duplicates } from './duplicates.ts';
import { misplaced } from './misplaced.ts';
import { missingInAll } from './missing-in-all.ts';
import { missingUnit } from './missing-unit.ts';
import { direction, percentOver100, unmeasurable, wideRange } from './numbers.ts';
import { required } from './required.ts';
import { allSatisfied, lowSatisfaction, satisfactionName, satisfactionOperator } from './satisfaction.ts';
import { staleYear } from './stale-year.ts';
import { templateValues } from './template-values.ts';
import { marks, placeholder, repeatedText, stalePolicy } from './texts.ts';
import { missingValue, nameIsValue, percentWord, valueSaysName, wordsForTime } from './unclear.ts';
import { usualRows } from './usual-rows.ts';
import { valueFitsName } from './value-fits-name.ts';

/** Every rule, in the order in which findings of one field are told. */
export const RULES: readonly Rule[] = [
  required,
  missingInAll,
  usualRows,
  missingValue,
  missingUnit,
  placeholder,
  templateValues,
  staleYear,
  amountUnit,
  costFits,
  costWithoutAmount,
  valueFitsName,
  misplaced,
  percentOver100,
  direction,
  wideRange,
  wordsForTime,
  unmeasurable,
  duplicates,
  repeatedText,
  valueSaysName,
  nameIsValue,
  satisfactionName,
  satisfactionOperator,
  lowSatisfaction,
  allSatisfied,
  foreignField,
  villageOrCommunity,
  nameInGoal,
  sameGoal,
  usageOfOther,
  goalNumbers,
  headcounts,
  stalePolicy,
  percentWord,
  marks,
];
