import type { Year } from '../model/unit.ts';
import { around, isCompared, isCounted, isSeason, speaksOfOldFunds, speaksOfPast, type Around } from './context.ts';
import { likeDigits, YEAR_DIGITS, yearOfDigits } from './digits.ts';
import type { Mention, MentionKind, Years } from './mark.ts';

/** Where in a project a text stands decides what a span of years or a bare number means. */
export interface TextPlace {
  /** 项目期: spans are how long the project runs. */
  readonly period: boolean;
  /** 指标值 or a date of 资金支出计划: deadlines, never history. */
  readonly value: boolean;
}

/** Finds places of one kind; places that another finder before it found are not offered again. */
type Finder = (text: string, years: Years, place: TextPlace) => Mention[];

/** The years a table may speak of. */
const EARLIEST: Year = 1949;
/** An earlier year that near is more likely forgotten than history. */
const FORGOTTEN = 3;

/**
 * Every place of a text that speaks of a year, in order, none over another. What is `sure` is the old year and nothing
 * else; document numbers, history, money of earlier years and spans are shown to be looked at.
 */
export const mentionsOf = (text: string, years: Years, place: TextPlace): Mention[] => {
  const found: Mention[] = [];
  for (const find of FINDERS)
    for (const mention of find(text, years, place))
      if (!found.some(({ start, end }) => mention.start < end && start < mention.end)) found.push(mention);
  return found.sort((one, other) => one.start - other.start);
};

/** Runs a pattern over a text; @param judge null where it is none after all */
const eachMatch = (text: string, pattern: RegExp, judge: (found: RegExpExecArray) => Mention | null): Mention[] =>
  [...text.matchAll(pattern)].flatMap((found) => judge(found) ?? []);

const at = (
  found: { readonly index: number },
  text: string,
  rest: Pick<Mention, 'kind' | 'proposed' | 'sure'>,
): Mention => ({ start: found.index, end: found.index + text.length, text, ...rest });

const look = (kind: MentionKind, proposed: string | null): Pick<Mention, 'kind' | 'proposed' | 'sure'> => ({
  kind,
  proposed,
  sure: false,
});

const OPEN = '[〔\\[［【（(﹝]';
const CLOSE = '[〕\\]］】）)﹞]';
const DOCUMENTS: readonly RegExp[] = [
  // 财预〔2023〕12号, [2020]517 号, （2023）5号
  new RegExp(`${OPEN}\\s*${YEAR_DIGITS}\\s*年?\\s*${CLOSE}\\s*(?:第\\s*)?\\d+\\s*号?`, 'gu'),
  // 2024年第12号, 2024年1号文件
  new RegExp(`(?<![0-9０-９])${YEAR_DIGITS}\\s*年\\s*(?:中央)?\\s*第?\\s*\\d{1,4}\\s*号(?!楼|院|线|地)`, 'gu'),
  // GB/T 9704-2012
  /(?<![A-Za-z])[A-Z]{1,6}(?:\/[A-Z]{1,2})?\s?\d{2,6}(?:\.\d+)?\s?[-—–:：]\s?(?:19|20)\d{2}(?!\d)/gu,
];

const documents: Finder = (text) =>
  DOCUMENTS.flatMap((pattern) =>
    eachMatch(text, pattern, (found) => (isReal(found[0]) ? at(found, found[0], look('document', null)) : null)),
  );

/** (2023)5 may be anything without 号; other brackets are only for documents. */
const isReal = (text: string): boolean => !/^[（(]/u.test(text) || text.endsWith('号');

const DATE_TAIL =
  '(?:\\s*年度?)?(?:\\s*[.．/年-]?\\s*\\d{1,2}(?:\\s*[.．/月-]\\s*(?:\\d{1,2}\\s*[日号]?)?)?(?:初|底|末|份)?)?';
const RANGE = new RegExp(
  `(?<![0-9０-９])(${YEAR_DIGITS})(${DATE_TAIL}\\s*(?:[-—–－~～〜至到]|──)+\\s*)(${YEAR_DIGITS})(?![0-9０-９])(\\s*年度?)?`,
  'gu',
);

const ranges: Finder = (text, years, place) =>
  eachMatch(text, RANGE, (found) => {
    const [whole, first = '', between = '', last = '', tail = ''] = found;
    const span = { start: yearOfDigits(first), end: yearOfDigits(last) };
    if (span.start >= span.end || span.start < EARLIEST) return null;
    if (span.end < years.from || span.start > years.to) return at(found, whole, look('range', null));
    const by = years.to - years.from;
    const proposed = likeDigits(first, span.start + by) + between + likeDigits(last, span.end + by) + tail;
    const season = !place.period && span.start === years.from && isSeason(around(text, at(found, whole, NONE)));
    return at(found, whole, { kind: 'range', proposed, sure: season });
  });

const NONE = look('range', null);

const SINGLE = new RegExp(`(?<![0-9０-９A-Za-z〇零])(${YEAR_DIGITS})(?![0-9０-９])(\\s*年度?)?`, 'gu');
const DATE_AFTER = /^\s?[.．/-]\s?(?:0?[1-9]|1[0-2])(?!\d)(?!\s*[万亿元%％])/u;

const singles: Finder = (text, years, place) =>
  eachMatch(text, SINGLE, (found) => {
    const [whole, digits = '', tail = ''] = found;
    const year = yearOfDigits(digits);
    if (tail === '' && isDecimal(text.slice(0, found.index))) return null;
    const mention = leapDay(text, at(found, whole, NONE), digits, years);
    const words = around(text, mention);
    const written = tail !== '' || DATE_AFTER.test(words.after);
    if (year < EARLIEST || year > years.to || (!written && year !== years.from)) return null;
    const proposed = (to: Year): string => {
      const changed = mention.text.replace(digits, likeDigits(digits, to));
      return mention.text === whole ? changed : changed.replace(/29$/u, '28');
    };
    const rest =
      year === years.from
        ? judgeOld(written, words, place, mention.text === text, proposed(years.to))
        : judgeOther(year, years, words, proposed);
    return { ...mention, ...rest };
  });

/** `1.2024` is a number; `1.2024年…` begins the first of several points. */
const isDecimal = (before: string): boolean => /[0-9][.,．]$/u.test(before);

/** 29 February is there every fourth year only: the whole date is changed. */
const leapDay = (text: string, mention: Mention, digits: string, { from, to }: Years): Mention => {
  const day = /^\s*[年.．/-]?\s*0?2\s*[月.．/-]\s*29/u.exec(text.slice(mention.end));
  if (!day || yearOfDigits(digits) !== from || isLeap(to)) return mention;
  const end = mention.end + day[0].length;
  return { ...mention, end, text: text.slice(mention.start, end) };
};

const isLeap = (year: Year): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The old year: changed, unless it is a number, part of a document's name, history or money of that year. */
const judgeOld = (
  written: boolean,
  words: Around,
  place: TextPlace,
  alone: boolean,
  proposed: string,
): Pick<Mention, 'kind' | 'proposed' | 'sure'> => {
  if (words.named) return look('document', proposed);
  if (!written) {
    if (isCounted(words) || (alone && place.value)) return look('number', proposed);
    return { kind: 'year', proposed, sure: isTitled(words) || (alone && place.period) };
  }
  if (speaksOfOldFunds(words)) return look('funds', proposed);
  if (!place.value && speaksOfPast(words)) return look('history', proposed);
  return isCompared(words) ? look('base', proposed) : { kind: 'year', proposed, sure: true };
};

/** `2024部门预算`, `（2024）`: a bare year with words behind it, or in brackets. */
const isTitled = ({ before, after }: Around): boolean =>
  /^\p{Script=Han}/u.test(after) || (/[（(〔[]\s*$/u.test(before) && /^\s*[）)〕\]]/u.test(after));

const judgeOther = (
  year: Year,
  { from, to }: Years,
  words: Around,
  proposed: (to: Year) => string,
): Pick<Mention, 'kind' | 'proposed' | 'sure'> => {
  if (words.named) return look('document', null);
  if (year > from) return look('later', proposed(year + to - from));
  if (speaksOfOldFunds(words)) return look('funds', null);
  if (isCompared(words)) return look('base', proposed(year + to - from));
  if (speaksOfPast(words) || year < from - FORGOTTEN) return look('history', null);
  return look('older', proposed(to));
};

const shorts: Finder = (text, { from, to }) => {
  const two = (year: Year): string => String(year % 100).padStart(2, '0');
  const pattern = new RegExp(`(?<![0-9０-９.,年满近约达第≥≤>=<龄])(${two(from)})(\\s*年度?)(?![以之来内限期])`, 'gu');
  return eachMatch(text, pattern, (found) => {
    const [whole, , tail = ''] = found;
    const after = text.slice(found.index + whole.length);
    const sure =
      tail.endsWith('度') || /^\s*(?:初|底|末|全年|[上下]半年|\d{1,2}\s*月|第?[一二三四1-4]季度)/u.test(after);
    return at(found, whole, { kind: 'year', proposed: two(to) + tail, sure });
  });
};

// Not in 60岁以上年龄, 过去年份, 目前年产, 证明年限.
const RELATIVE =
  /(?<!过)去年|(?<!以)上年度?(?!龄|级|轻|纪|限)|上一年度?|今年|(?<![声证说表阐透文])明年(?!龄|限|份)|来年|下一年度?|(?<![一二三四五六七八九十两每首多再本此初\d])次年/gu;

const relatives: Finder = (text) => eachMatch(text, RELATIVE, (found) => at(found, found[0], look('relative', null)));

/** 3年, 三年期: a project of several years may be over. */
const lasting: Finder = (text, _years, { period }) =>
  period
    ? eachMatch(text, /^\s*(?:[2-9]|[1-9]\d|[二三四五六七八九十两]+)\s*年期?\s*$/gu, (found) =>
        at(found, found[0], look('period', null)),
      )
    : [];

const FINDERS: readonly Finder[] = [documents, ranges, singles, shorts, relatives, lasting];
