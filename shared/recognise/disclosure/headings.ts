import type { Level2Kind } from '../../model/level2.ts';
import { fold } from '../../model/text.ts';
import { indicatorLabel } from '../annex2/labels.ts';
import { remember } from '../remember.ts';

/** A heading of the indicators. */
export interface Heading {
  readonly level: 1 | 2;
  /** Level 1 as forms print it; null for one of level 2, whose kind says it. */
  readonly level1: string | null;
  readonly kind: Level2Kind | null;
  /** As printed, without number and colon. */
  readonly printed: string;
  /** Numbered 一、 as headings of level 1 are, or (一) as those of level 2. */
  readonly numberedAs: 1 | 2 | null;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';
const NUMBER = String.raw`(?:${CHINESE}\s*[、.．,，]|[(（]\s*(?:${CHINESE}|\d{1,2})\s*[)）]|\d{1,2}\s*[、.．]|[①-⑳])`;

const STEMS = [
  '产出',
  '效益',
  '满意度',
  '成本',
  '数量',
  '质量',
  '时效',
  '经济效益',
  '社会效益',
  '生态效益',
  '生态环境效益',
  '环境效益',
  '可持续影响',
  '可持续发展影响',
  '可持续',
  '服务对象满意度',
  '社会公众或服务对象满意度',
  '受益对象满意度',
  '经济成本',
  '社会成本',
  '生态环境成本',
  '生态成本',
];
/** A wrap may have left a blank anywhere in a label. */
const wrapped = (label: string): string => Array.from(label).join('[ \\u3000]?');
const LABEL = `(?:${[...STEMS]
  .sort((a, b) => b.length - a.length)
  .map(wrapped)
  .join('|')})`;
const WORD = wrapped('指标');
const BRACKET = '(?:[(（][^()（）]{0,12}[)）])?';

/** Number, label, 指标, colon, and what stands behind on the same line. */
const LINE = new RegExp(String.raw`^(${NUMBER})?\s*(${LABEL})\s?(${WORD})?${BRACKET}\s*([:：])?\s*([^]*)$`, 'u');

/** A heading in the middle of a line: numbered in Chinese with 指标, or 指标 with a colon behind a mark. */
const INLINE = new RegExp(
  String.raw`(?<=\S)\s*(?=(?:${CHINESE}\s*[、.．]|[(（]\s*${CHINESE}\s*[)）])\s*${LABEL}\s?${WORD})|(?<=[；;。:：]\s*|[^\s)）、.．①-⑳]\s+)(?=(?:${NUMBER}\s*)?${LABEL}\s?${WORD}${BRACKET}[:：])`,
  'gu',
);

/** Heading of another level 2 or level 1, e.g. (五) 其他指标： and 四、预算执行指标. */
const OTHER = new RegExp(
  String.raw`^(?:[(（]\s*${CHINESE}\s*[)）]\s*(\S[^:：\n]{0,60})[:：]|${CHINESE}\s*、\s*([^\s:：]{2,12}指标)[:：]?)$`,
  'u',
);

/** Items that are numbered too, or headings, may stand behind a heading on its line. */
const BEGINS = new RegExp(String.raw`^(?:${NUMBER}|\d{1,2}[.．])`, 'u');

/** A line as several, each heading in it the beginning of one. */
export const splitAtHeadings = (line: string): string[] =>
  line
    .split(INLINE)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The heading a line begins with, and what stands behind it; null for an item. */
export const readHeading = (line: string): { readonly heading: Heading; readonly rest: string } | null => {
  const [whole, number = '', label = '', word = '', colon = '', rest = ''] = LINE.exec(line) ?? [];
  if (whole === undefined) return otherHeading(line);
  const alone = rest === '' && (word !== '' || colon !== '' || isChinese(number));
  const before = word !== '' && rest !== '' && (colon !== '' || isChinese(number) || BEGINS.test(rest));
  if (!alone && !before) return null;
  const heading = known((label + word).replace(/\s+/gu, ''), number);
  return heading === null ? null : { heading, rest };
};

const otherHeading = (line: string): { readonly heading: Heading; readonly rest: string } | null => {
  const [whole, level2, level1] = OTHER.exec(line) ?? [];
  if (whole === undefined) return null;
  const printed = (level2 ?? level1 ?? '').trim();
  const level = level1 === undefined ? 2 : 1;
  return {
    heading: { level, level1: level1 ?? null, kind: 'other', printed, numberedAs: numberedAs(line) },
    rest: '',
  };
};

const known = (printed: string, number: string): Heading | null => {
  const stem = stemOf(printed);
  const as = numberedAs(number);
  const level1 = LEVELS.get(stem);
  // 成本指标 is a level 1 only where it is numbered like one (财预〔2021〕101号).
  if (level1 !== undefined && !(stem === '成本' && as !== 1)) {
    return {
      level: 1,
      level1,
      kind: stem === '成本' ? 'cost' : stem === '满意度' ? 'satisfaction' : null,
      printed,
      numberedAs: as,
    };
  }
  const label = indicatorLabel(stem) ?? indicatorLabel(`${stem}指标`);
  if (label?.type !== 'kind') return null;
  return { level: 2, level1: null, kind: label.kind, printed, numberedAs: as };
};

const LEVELS: ReadonlyMap<string, string> = new Map([
  ['产出', '产出指标'],
  ['效益', '效益指标'],
  ['满意度', '满意度指标'],
  ['成本', '成本指标'],
]);

const stemOf = remember((printed): string => fold(printed).replace(/指标$/u, ''));

const isChinese = (number: string): boolean => /[一二三四五六七八九十]/u.test(number);

const numberedAs = (number: string): 1 | 2 | null => {
  if (!isChinese(number)) return null;
  return /^\s*[(（]/u.test(number) ? 2 : 1;
};
