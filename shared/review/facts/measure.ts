import { COUNT_UNITS, OTHER_UNITS, PEOPLE_UNITS, TIME_UNITS } from '../words/units.ts';

/** What a unit counts. `other`: areas, weights, lengths; `none`: no unit; `unknown`: a word nobody knows as a unit. */
export type Measure =
  'money' | 'rate-of-money' | 'percent' | 'people' | 'count' | 'time' | 'other' | 'none' | 'unknown';

/** What a unit of measure counts: `万元` money, `元/人/月` a rate of money, `人次` people, `个村` a count. */
export const measureOf = (unit: string): Measure => {
  const bare = unit.replace(/\s+/gu, '');
  if (bare === '') return 'none';
  if (/^(?:百分比|%|％|‰|个?百分点)$/u.test(bare)) return 'percent';
  if (/^(?:元|万元|万|亿元|千元|百元)(?:人民币)?$/u.test(bare)) return 'money';
  if (/^(?:元|万元|万|千元|百元|亿元)[/每]/u.test(bare)) return 'rate-of-money';
  const [head = ''] = bare.split('/');
  if (PEOPLE_UNITS.includes(head)) return 'people';
  if (TIME_UNITS.includes(head)) return 'time';
  if (OTHER_UNITS.includes(head)) return 'other';
  return COUNT_UNITS.includes(head) || /^个[\p{Script=Han}]{1,6}$/u.test(head) ? 'count' : 'unknown';
};
