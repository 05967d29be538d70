import type { Year } from '../../model/unit.ts';
import type { Found, Rule } from '../rule.ts';
import { shown } from '../rule.ts';
import type { ReviewedProject } from '../subject.ts';
import { textAt } from '../text-at.ts';
import { NO_STALE_YEAR } from '../words/years.ts';

const YEAR = /(?<!\d)((?:19|20)\d{2})\s*年/gu;

/** Another year than the budget year, where nothing around it says why. */
export const staleYear: Rule = {
  id: 'stale-year',
  kind: 'stale-year',
  severity: 'error',
  head: '完整性',
  question: '有没有从去年抄来、没有改的年份？',
  source: '惯例（上年表格照抄是最常见的退回原因之一）',
  project: (project, { year }) =>
    year === null ? [] : textsOf(project).flatMap((path) => mentions(path, textAt(project.content, path), year)),
};

const textsOf = ({ content, indicators }: ReviewedProject): string[] => [
  'name',
  'usage',
  ...content.goals.map((_, index) => `goals.${index}`),
  ...indicators.flatMap(({ index }) => [
    `indicators.${index}.level3`,
    `indicators.${index}.description`,
    `indicators.${index}.printed`,
  ]),
];

const mentions = (path: string, text: string, year: Year): Found[] => {
  const [first] = Array.from(text.matchAll(YEAR)).filter((match) => isStale(text, match, year));
  if (first === undefined) return [];
  const [found, named = ''] = first;
  const fixed = text.replaceAll(found, found.replace(named, String(year)));
  return [
    {
      path,
      evidence: shown(text.slice(Math.max(0, first.index - 8), first.index + found.length + 12)),
      message: `这里写的是 ${named} 年，预算年度是 ${year} 年，请核对是不是去年的内容没有改。`,
      // A name may well carry the year of its funds: it is asked, not sent back.
      severity: path === 'name' ? 'hint' : 'error',
      fix: { label: `改成 ${year} 年`, changes: [{ path, value: fixed }] },
    },
  ];
};

const isStale = (text: string, match: RegExpExecArray, year: Year): boolean => {
  const named = Number(match[1]);
  if (named === year) return false;
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 14);
  // The last two years are what was copied; earlier and later ones have their reasons.
  if (named < year - 3 || named > year) return false;
  return !NO_STALE_YEAR.before.test(before) && !NO_STALE_YEAR.after.test(after) && !isRange(before, after, year);
};

/** 2021—2025年, 2023年至2025年: the budget year lies in it. */
const isRange = (before: string, after: string, year: Year): boolean => {
  const end = /^\s*(?:至|到|[-—–~～])\s*(\d{4})/u.exec(after);
  const start = /(\d{4})\s*年?\s*(?:至|到|[-—–~～])\s*$/u.exec(before);
  return (end !== null && Number(end[1]) >= year) || start !== null;
};
