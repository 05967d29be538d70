import { fold } from '../../model/text.ts';
import { likeness } from '../facts/likeness.ts';
import type { Severity } from '../finding.ts';
import { evidenceOf, namePath, shown, type Found, type Rule } from '../rule.ts';
import type { ReviewedIndicator, ReviewedProject } from '../subject.ts';

/** The same name under several rows, or nearly the same. */
export const duplicates: Rule = {
  id: 'duplicates',
  kind: 'duplicate-indicator',
  severity: 'hint',
  head: '相关性',
  question: '有没有重复的指标？',
  source: '财预〔2015〕88号（指标科学性）；惯例',
  project: (project) => [...groupsOf(project).map(found), ...otherYear(project)],
};

/** Shorter names are alike by chance. */
const LEAST = 5;
const ALIKE = 0.86;

type Group = readonly ReviewedIndicator[];

const groupsOf = ({ indicators }: ReviewedProject): Group[] => {
  const left = new Set(indicators.filter(({ folded }) => folded.length >= LEAST));
  return [...left].flatMap((first) => {
    if (!left.has(first)) return [];
    const same = [...left].filter((other) => other !== first && isTwin(first, other));
    if (same.length === 0) return [];
    for (const one of [first, ...same]) left.delete(one);
    return [[first, ...same]];
  });
};

const isTwin = (one: ReviewedIndicator, other: ReviewedIndicator): boolean => {
  if (one.folded === other.folded) return !isListOf(one, other);
  const [a, b] = [timeless(one.folded), timeless(other.folded)];
  if (a === b) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 10 && long.endsWith(short)) return true;
  return one.kind !== other.kind && short.length >= 6 && likeness(a, b) >= ALIKE && numbersOf(one) === numbersOf(other);
};

/** 数量: 5 台 and 成本: 4 万元 of one thing are two sides of it; so are two prices of two kinds of people. */
const isListOf = (one: ReviewedIndicator, other: ReviewedIndicator): boolean => {
  const kinds = [one.kind, other.kind];
  return kinds.includes('cost') && kinds.includes('quantity') && one.measure !== other.measure;
};

/** Copied with another year in it: told by itself, for it is wrong in two ways. */
const otherYear = ({ indicators }: ReviewedProject): Found[] => {
  const pair = indicators
    .flatMap((one, at) => indicators.slice(at + 1).map((other) => [one, other] as const))
    .find(([one, other]) => one.folded !== other.folded && isOtherYear(one.folded, other.folded));
  if (pair === undefined) return [];
  const [one, other] = pair;
  return [
    {
      path: namePath(other),
      severity: 'warning',
      evidence: pair.map(evidenceOf).join('；'),
      message: `${other.row}和${one.row}的“${shown(one.name)}”只差年份，请改写，各写各的。`,
    },
  ];
};

const isOtherYear = (one: string, other: string): boolean =>
  timeless(one).length >= LEAST && timeless(one) === timeless(other);

const numbersOf = ({ name }: ReviewedIndicator): string => (name.match(/\d+/gu) ?? []).join();

const timeless = (folded: string): string => folded.replace(/(?:19|20)\d{2}年?度?/gu, '');

const found = (group: Group): Found => {
  const [first, second] = group;
  const rows = [...new Set(group.map(({ row }) => row))];
  const where = rows.length === 1 ? `${rows[0] ?? ''}里` : rows.join('、');
  const severe = isSevere(group);
  return {
    path: second === undefined ? 'indicators' : namePath(second),
    evidence: group.map(evidenceOf).join('；'),
    ...(severe === null ? {} : { severity: severe }),
    message: `${where}写了${rows.length === 1 ? '' : '一样或者几乎一样的'}“${shown(first?.name ?? '')}”${rows.length === 1 ? '两次' : ''}，请各写各的。`,
  };
};

/** The same name with the same value in rows far apart, or twice in one row with two values: one of them is wrong. */
const isSevere = (group: Group): Severity | null => {
  const [first, ...others] = group;
  if (first === undefined) return null;
  if (others.every(({ kind, folded }) => kind === first.kind && folded === first.folded)) return 'error';
  const values = new Set(group.map(({ printed }) => fold(printed)));
  const near = group.every(({ kind }) => NEAR.includes(kind));
  return values.size === 1 && !near && first.numbers.length > 0 ? 'warning' : null;
};

const NEAR: readonly string[] = ['quantity', 'quality', 'timeliness'];
