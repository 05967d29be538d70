import { likeness } from '../facts/likeness.ts';
import { shown, type Found, type Rule } from '../rule.ts';
import type { ReviewedProject } from '../subject.ts';
import { textAt } from '../text-at.ts';
import { PLACEHOLDER, STALE_POLICIES } from '../words/words.ts';

/** Every text of a project a clerk writes freely, by its path. */
export const textPaths = ({ content, indicators }: ReviewedProject): string[] => [
  'name',
  'usage',
  ...content.goals.map((_, at) => `goals.${at}`),
  ...indicators.flatMap(({ index }) => [`indicators.${index}.level3`, `indicators.${index}.printed`]),
];

const eachText =
  (check: (path: string, text: string) => Found | null) =>
  (project: ReviewedProject): Found[] =>
    textPaths(project).flatMap((path) => check(path, textAt(project.content, path)) ?? []);

/** Text of a template nobody replaced. */
export const placeholder: Rule = {
  id: 'placeholder',
  kind: 'placeholder',
  severity: 'error',
  head: '完整性',
  question: '有没有模板里的字没有换掉（目标内容1、××、请填写……）？',
  source: '惯例',
  project: eachText((path, text) => {
    const [found] = PLACEHOLDER.exec(text) ?? [];
    return found === undefined
      ? null
      : { path, evidence: shown(text), message: `“${shown(found)}”是模板里的字，请换成自己的内容。` };
  }),
};

/** The same sentence twice in one goal. */
export const repeatedText: Rule = {
  id: 'repeated-text',
  kind: 'repeated-text',
  severity: 'hint',
  head: '完整性',
  question: '目标里有没有把同一句话写了两遍？',
  source: '惯例',
  project: ({ content }) =>
    content.goals.flatMap((goal, at): Found[] => {
      const clauses = goal.split(/[，。；;,\n]/u).map((clause) => clause.trim());
      const twice = clauses.find(
        (one, index) =>
          one.length >= 8 && clauses.slice(index + 1).some((other) => other.length >= 8 && likeness(one, other) >= 0.9),
      );
      return twice === undefined
        ? []
        : [{ path: `goals.${at}`, evidence: shown(twice), message: `“${shown(twice)}”写了两遍，请删去一遍。` }];
    }),
};

/** A policy whose time is over. */
export const stalePolicy: Rule = {
  id: 'stale-policy',
  kind: 'stale-policy',
  severity: 'hint',
  head: '相关性',
  question: '有没有还在用过去的提法？',
  source: '惯例',
  project: (project, { year }) =>
    year === null
      ? []
      : eachText((path, text) => {
          const stale = STALE_POLICIES.find(({ words, since }) => year >= since && words.test(text));
          return stale === undefined
            ? null
            : {
                path,
                evidence: shown(text),
                message: `“${stale.name}”是以前的提法，${year} 年请核对是不是应该写“${stale.instead}”。`,
              };
        })(project),
};

/** Brackets that do not close, marks that stand twice, document numbers in square brackets. */
export const marks: Rule = {
  id: 'marks',
  kind: 'typo',
  severity: 'hint',
  head: '完整性',
  question: '括号、标点、文号写对了吗？',
  source: 'GB/T 9704-2012（文号用六角括号〔〕）；惯例',
  project: eachText((path, text) => unbalanced(path, text) ?? doubled(path, text) ?? documentNumber(path, text)),
};

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['（(', '）)'],
  ['《', '》'],
  ['“', '”'],
  ['【', '】'],
  ['〔', '〕'],
];

const unbalanced = (path: string, text: string): Found | null => {
  for (const [open, close] of PAIRS) {
    let depth = 0;
    let wrong = false;
    for (const letter of text.replace(/^\s*\d+[)）]|[（(]?[一二三四五六七八九十\d]+[)）]/gu, '')) {
      if (open.includes(letter)) depth += 1;
      else if (close.includes(letter)) depth -= 1;
      if (depth < 0) wrong = true;
    }
    if (wrong || depth !== 0) return { path, evidence: shown(text), message: `括号不成对，请核对：“${shown(text)}”。` };
  }
  return null;
};

const doubled = (path: string, text: string): Found | null => {
  const [found] = /[，。；：、！？]{2,}|[,;]{2,}|，。|。，/u.exec(text) ?? [];
  return found === undefined ? null : { path, evidence: shown(text), message: `标点“${found}”重复了，请核对。` };
};

const documentNumber = (path: string, text: string): Found | null => {
  const [found, year = ''] = /[[【［(（]\s*((?:19|20)\d{2})\s*[\]】］)）](?=\s*\d{1,4}\s*号)/u.exec(text) ?? [];
  if (found === undefined) return null;
  return {
    path,
    evidence: shown(text),
    message: `文号里的年份要用六角括号，写成“〔${year}〕”。`,
    fix: { label: `改成〔${year}〕`, changes: [{ path, value: text.replace(found, `〔${year}〕`) }] },
  };
};
