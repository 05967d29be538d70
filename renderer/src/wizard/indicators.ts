import type { AskedForm, IndicatorField } from '../../../shared/forms/form.ts';
import type { Indicator } from '../../../shared/model/project.ts';
import { readValue } from '../../../shared/model/value.ts';

/** The lists of indicators of a project: of the year, and over all its years. */
export type IndicatorList = 'indicators' | 'midtermIndicators';

/** A part of an indicator that has a box of its own. */
export type OwnBox = Pick<IndicatorField, 'label' | 'required' | 'hint'> & {
  readonly part: Exclude<IndicatorField['part'], 'operator'>;
};

const KEPT: readonly OwnBox[] = [
  { part: 'description', label: '说明', required: false, hint: '' },
  { part: 'basis', label: '依据', required: false, hint: '' },
  { part: 'weight', label: '权重', required: false, hint: '' },
];

/**
 * The boxes of an indicator beside its name and value: what the forms ask is always there, what they do not print is kept
 * and shown on demand. The 中期 half of a form has names and values alone.
 */
export const partsOf = (
  form: Pick<AskedForm, 'indicatorFields'>,
  list: IndicatorList,
): { readonly asked: readonly OwnBox[]; readonly kept: readonly OwnBox[] } => {
  const fields = list === 'indicators' ? form.indicatorFields : [];
  const asked = fields.flatMap(({ part, ...field }) => (part === 'operator' ? [] : [{ ...field, part }]));
  return { asked, kept: KEPT.filter(({ part }) => asked.every((field) => field.part !== part)) };
};

/** What is stored of a value as typed: the text itself, and what it was understood as. */
export const readingOf = (printed: string): Pick<Indicator, 'operator' | 'value' | 'unit'> => {
  const { operator, value, unit } = readValue(printed);
  return { operator, value, unit };
};

/** `>=95%` → `≥95%`: signs as they are printed. */
export const tidySigns = (text: string): string => text.replace(/>=|≧|⩾/gu, '≥').replace(/<=|≦|⩽/gu, '≤');

/** Signs that few keyboards have. */
export type Sign = '≥' | '≤' | '=';

/** Puts a sign before a value, in place of the one there. */
export const withSign = (text: string, sign: Sign): string =>
  `${sign}${text.trimStart().replace(/^(?:[≥≤=＝><＞＜≧≦]|&[gl]t;)+\s*/u, '')}`;
