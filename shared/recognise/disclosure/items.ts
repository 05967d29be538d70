import { splitValue } from './value.ts';

/** One indicator of a section as text, without its number. */
export interface Item {
  readonly text: string;
  /** split: its number stood in one with it. joined: put together of pieces. */
  readonly guess: 'split' | 'joined' | null;
  /** What stood there, for the clerk. */
  readonly seen: string;
  /** It has no number though others of its section have. */
  readonly isBare: boolean;
}

type Style = 'dot' | 'mark' | 'paren' | 'circle' | 'chinese';

interface Marker {
  readonly style: Style;
  readonly number: number;
  readonly rest: string;
  readonly isGuess: boolean;
}

const CHINESE = '一二三四五六七八九十';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** The items of one section, from its lines. */
export const itemsOf = (lines: readonly string[]): Item[] => {
  const items: Item[] = [];
  const isNumbered = lines.some((line) => plainMarker(withHalfWidthNumber(line)) !== null) || countsOn(lines);
  let number = 0;
  for (const line of lines.map(withHalfWidthNumber)) {
    const marker = markerOf(line, number + 1, isNumbered);
    if (marker === null) {
      takeUnnumbered(items, line, isNumbered);
      continue;
    }
    number = marker.number;
    const parts = splitMarked(marker);
    number += parts.length - 1;
    parts.forEach((text, index) => {
      const guess = marker.isGuess && index === 0 ? (marker.style === 'chinese' ? 'joined' : 'split') : null;
      items.push({ text, guess, seen: line, isBare: false });
    });
  }
  return items.filter(({ text }) => text.trim() !== '');
};

/** `１．` → `1.`. */
const withHalfWidthNumber = (line: string): string =>
  line.replace(/^[(（]?[０-９]{1,3}[.．、)）]?/u, (mark) => mark.normalize('NFKC'));

/** `1.3人…` `2.36名…` `3.1名…`: whole numbers that count on are numbers of items, whatever stands behind their points. */
const countsOn = (lines: readonly string[]): boolean =>
  lines.filter((line, index) => line.startsWith(`${index + 1}.`) || line.startsWith(`${index + 1}．`)).length >= 2;

/** 1、 1) (1) ① 1. before anything but a digit. */
const plainMarker = (line: string): Marker | null => {
  const found = (style: Style, number: string, rest: string): Marker => ({
    style,
    number: Number(number),
    rest,
    isGuess: false,
  });
  const paren = /^[(（]\s*(\d{1,3})\s*[)）]\s*([^]*)$/u.exec(line);
  if (paren) return found('paren', paren[1] ?? '', paren[2] ?? '');
  const mark = /^(\d{1,3})\s*[、)）]\s*([^]*)$/u.exec(line);
  if (mark) return found('mark', mark[1] ?? '', mark[2] ?? '');
  const dot = /^(\d{1,3})\s*[.．]\s*(?!\d)([^]*)$/u.exec(line) ?? /^(\d{1,3})\s*[.．]\s+([^]*)$/u.exec(line);
  if (dot) return found('dot', dot[1] ?? '', dot[2] ?? '');
  const circle = CIRCLES.indexOf(line.charAt(0) || ' ');
  return circle === -1 ? null : found('circle', String(circle + 1), line.slice(1).trim());
};

const markerOf = (line: string, expected: number, isNumbered: boolean): Marker | null =>
  plainMarker(line) ?? gluedMarker(line, expected, isNumbered) ?? chineseMarker(line, expected);

/** `2.36名…` is item 2, 36名; `127名…` as the first of numbered items is item 1, 27名. */
const gluedMarker = (line: string, expected: number, isNumbered: boolean): Marker | null => {
  const [, number = '', rest = ''] = /^(\d{1,2})[.．](\d[^]*)$/u.exec(line) ?? [];
  if (number !== '' && Number(number) === expected) return { style: 'dot', number: expected, rest, isGuess: true };
  const digits = String(expected);
  if (!isNumbered || !line.startsWith(digits) || /^(?:19|20)\d{2}年/u.test(line)) return null;
  const glued = line.slice(digits.length);
  if (!/^(?:[1-9]\d{0,5})?\p{Script=Han}/u.test(glued)) return null;
  // 12个月 with nothing before it is a count, unless a number is missing.
  return { style: 'dot', number: expected, rest: glued, isGuess: true };
};

/** 一、 as the number of an item; one that does not count on is a letter of the name that a mark has been put behind. */
const chineseMarker = (line: string, expected: number): Marker | null => {
  const [, digit = '', mark = '', rest = ''] = /^([一二三四五六七八九十])\s*([、.．])\s*([^]+)$/u.exec(line) ?? [];
  if (digit === '') return null;
  const number = CHINESE.indexOf(digit) + 1;
  if (number === expected) return { style: 'chinese', number, rest, isGuess: false };
  return mark === '、' ? null : { style: 'chinese', number: expected, rest: digit + rest, isGuess: true };
};

/** Several items on one line: parted where the numbers count on behind a value or a blank. */
const splitMarked = ({ style, number, rest }: Marker): string[] => {
  const parts: string[] = [];
  let left = rest;
  for (let next = number + 1; ; next += 1) {
    const at = nextMarker(left, style, next);
    if (at === null) return [...parts, left];
    parts.push(left.slice(0, at.from).trim());
    left = left.slice(at.to);
  }
};

const nextMarker = (
  text: string,
  style: Style,
  number: number,
): { readonly from: number; readonly to: number } | null => {
  // A second number on a line may be written in another way than the first.
  for (const one of style === 'dot' ? [style] : [style, 'dot' as const]) {
    for (const { index, 0: mark } of text.matchAll(markPattern(one, number))) {
      const before = text.slice(0, index);
      if (before.trim() === '') continue;
      if (/[\s；;。]$/u.test(before) || splitValue(before).value !== '')
        return { from: index, to: index + mark.length };
    }
  }
  return miscounted(text);
};

/** A number that does not count on, with a blank before it and a whole item before that: authors count wrong. */
const miscounted = (text: string): { readonly from: number; readonly to: number } | null => {
  for (const { index, 0: mark } of text.matchAll(/(?<=\s)\d{1,2}\s*[.．、](?!\d)\s*/gu)) {
    if (splitValue(text.slice(0, index)).value !== '') return { from: index, to: index + mark.length };
  }
  return null;
};

const markPattern = (style: Style, number: number): RegExp => {
  switch (style) {
    case 'paren':
      return new RegExp(String.raw`[(（]\s*${number}\s*[)）]\s*`, 'gu');
    case 'circle':
      return new RegExp(`${CIRCLES.charAt(number - 1) || '(?!)'}\\s*`, 'gu');
    case 'chinese':
      return new RegExp(`${CHINESE.charAt(number - 1) || '(?!)'}\\s*[、.．]\\s*`, 'gu');
    case 'mark':
    case 'dot':
      return new RegExp(String.raw`(?<![\d.．])${number}\s*[.．、)）](?!\d)\s*`, 'gu');
  }
};

/** `干部满意度 ≥95% 群众满意度 ≥90%`: behind a value with its sign begins another item. */
const BEHIND_VALUE = /(?<=[≥≤＞＜><=＝]\s*\d[\d.]*\s*(?:[%％]\s*|\S{0,4}\s+))(?=\p{Script=Han}{2})/u;

/** A line without a number: the value or the rest of the item above, or an item of its own. */
const takeUnnumbered = (items: Item[], line: string, isNumbered: boolean): void => {
  const above = items.at(-1);
  if (above !== undefined && splitValue(above.text).value === '' && (isNumbered || isOnlyValue(line))) {
    const joined = isOnlyValue(line) ? `${above.text} ${line}` : above.text + line;
    if (splitValue(joined).value !== '') {
      items[items.length - 1] = { ...above, text: joined, guess: 'joined', seen: `${above.seen}／${line}` };
      return;
    }
  }
  if (above !== undefined && isNumbered && isFragment(line) && splitValue(above.text + line).value !== '') {
    items[items.length - 1] = { ...above, text: above.text + line, guess: 'joined', seen: `${above.seen}／${line}` };
    return;
  }
  const parts = [line.split(/[；;]\s*(?=\S)/u), line.split(BEHIND_VALUE)].find(
    (one) => one.length > 1 && one.every((part) => splitValue(part).value !== ''),
  ) ?? [line];
  const several = parts.length > 1;
  const counted = splitMarked({ style: 'dot', number: 1, rest: line, isGuess: true });
  const texts = several ? parts : counted;
  for (const text of texts)
    items.push({ text, guess: texts.length > 1 ? 'split' : null, seen: line, isBare: isNumbered });
};

/** Longest rest of a value that a wrap has broken. */
const LONGEST_FRAGMENT = 8;

/** `人`, `元/年`, `12月31日` below a numbered item: no item of its own. */
const isFragment = (line: string): boolean => {
  const { name, value } = splitValue(line);
  return line.length <= LONGEST_FRAGMENT && (value === '' || name.length < 2);
};

const isOnlyValue = (line: string): boolean => /^\s*(?:[≥≤＞＜><=＝]\s*)?\d[\d.,]*\s*\S{0,8}$/u.test(line);
