import { isEmptyIndicator, printedLevel3, printedValue, typedValue } from '../forms/rows.ts';
import type { Indicator } from '../model/project.ts';
import { fold, isBlank } from '../model/text.ts';
import { readWeight } from '../model/weight.ts';
import type { IndicatorPart } from './roles.ts';
import type { Filling } from './texts.ts';

/** What each column says of one indicator. @param parts the columns there are: sign and unit stay with the number where they have none */
export const indicatorFilling = (
  indicator: Indicator,
  part: IndicatorPart,
  parts: ReadonlySet<IndicatorPart>,
): Filling => {
  switch (part) {
    case 'level3':
      return { text: parts.has('description') ? indicator.level3 : printedLevel3(indicator) };
    case 'description':
      return { text: indicator.description };
    case 'operator':
      return { text: apart(indicator) ? indicator.operator : '' };
    case 'value':
      return valueFilling(indicator, parts);
    case 'unit':
      return { text: apart(indicator) ? indicator.unit.replace(/^百分比/u, '%') : '' };
    case 'weight':
      return numbered(weightText(indicator.weight));
    case 'basis':
      return { text: indicator.basis };
    case 'note':
      return { text: indicator.note };
    case 'level1':
    case 'level2':
      return { text: '' };
  }
};

const apart = ({ value }: Indicator): boolean => !isBlank(value);

/** A form with 指标描述 keeps the sign =, the others leave it out. */
const valueFilling = (indicator: Indicator, parts: ReadonlySet<IndicatorPart>): Filling => {
  const split = parts.has('operator') || parts.has('unit');
  if (split && apart(indicator)) {
    const { operator, value, unit } = indicator;
    const before = parts.has('operator') || operator === '=' ? '' : operator;
    return numbered(`${before}${value}${parts.has('unit') ? '' : unit}`);
  }
  return { text: parts.has('description') ? typedValue(indicator) : printedValue(indicator) };
};

const NUMBER = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/u;

const numbered = (text: string): Filling =>
  NUMBER.test(text) && String(Number(text)) === text ? { text, number: Number(text) } : { text };

/** Points without their word: 10分 as 10. */
const weightText = (text: string): string => (readWeight(text) === null ? text : fold(text).replace(/[%分]$/u, ''));

/** The indicators that say anything, in their order. */
export const filledIndicators = (indicators: readonly Indicator[]): Indicator[] =>
  indicators.filter((indicator) => !isEmptyIndicator(indicator));

/** Which columns the filled indicators need. */
export const neededParts = (indicators: readonly Indicator[]): IndicatorPart[] => {
  const some = (has: (indicator: Indicator) => boolean): boolean => indicators.some(has);
  return [
    ...(some(({ weight }) => !isBlank(weight)) ? (['weight'] as const) : []),
    ...(some(({ description, level3 }) => !isBlank(description) && fold(description) !== fold(level3))
      ? (['description'] as const)
      : []),
    ...(some(({ basis }) => !isBlank(basis)) ? (['basis'] as const) : []),
  ];
};
