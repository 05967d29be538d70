import type { Indicator } from '../../../shared/model/project.ts';
import { readValue } from '../../../shared/model/value.ts';

/** What is stored of a value as typed: the text itself, and what it was understood as. */
export const readingOf = (printed: string): Pick<Indicator, 'operator' | 'value' | 'unit'> => {
  const { operator, value, unit } = readValue(printed);
  return { operator, value, unit };
};

/** `>=95%` → `≥95%`: signs as they are printed. */
export const tidySigns = (text: string): string => text.replace(/>=|≧|⩾/gu, '≥').replace(/<=|≦|⩽/gu, '≤');

/** Puts a sign before a value, in place of the one there. */
export const withSign = (text: string, sign: '≥' | '≤'): string =>
  `${sign}${text.trimStart().replace(/^(?:[≥≤=＝><＞＜≧≦]|&[gl]t;)+\s*/u, '')}`;
