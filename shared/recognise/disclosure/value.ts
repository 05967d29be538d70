import { fold } from '../../model/text.ts';
import { readValue } from '../../model/value.ts';

/** An item of the narrative as name and value, and how sure that is. */
export interface NameAndValue {
  readonly name: string;
  readonly value: string;
  /** glued: no blank stood between them. words: several blanks, any of which may part them. missing: no value was found. */
  readonly guess: 'glued' | 'words' | 'missing' | null;
}

/** Longest value with all its blanks, in letters. */
const LONGEST_VALUE = 80;

/** Longest value in words, in letters. */
const LONGEST_WORDS = 20;

/** `培训合格率 100%` → name and value. The last number with all that belongs to it, else the word behind the last blank. */
export const splitValue = (item: string): NameAndValue => {
  const text = item
    .trim()
    .replace(/[；;，,]$/u, '')
    .trim();
  return (
    atOperator(text) ??
    atBlank(text) ??
    glued(text) ??
    behindColon(text) ?? { name: cleanName(text), value: '', guess: 'missing' }
  );
};

const NUMBERS: ReadonlySet<string> = new Set(['number', 'range', 'time']);

/** A number or a date, without the full stop of its sentence; null for anything else. */
const exact = (text: string): string | null => {
  const value = text.trim().replace(/[。；;]$/u, '');
  return NUMBERS.has(readValue(value).kind) ? value : null;
};

/** What comes before an operator is the name, with or without a blank. */
const atOperator = (text: string): NameAndValue | null => {
  const at = Math.max(text.lastIndexOf('≥'), text.lastIndexOf('≤'), text.lastIndexOf('＞'), text.lastIndexOf('＜'));
  const found = at > 0 ? at : text.search(/(?<=[^\s><=])\s*(?:[><]=?|[=＝])\s*\d[^><=]*$/u);
  const value = found <= 0 ? null : exact(text.slice(found));
  return value === null ? null : { name: cleanName(text.slice(0, found)), value, guess: null };
};

const atBlank = (text: string): NameAndValue | null => {
  // What stands further from the end is no value.
  const from = Math.max(0, text.length - LONGEST_VALUE);
  const blanks = [...text.slice(from).matchAll(/[ \u3000]+/gu)].map(({ index, 0: blank }) => ({
    name: text.slice(0, from + index),
    value: text.slice(from + index + blank.length),
  }));
  const at = blanks.findIndex(({ value }) => exact(value) !== null);
  const number = blanks[at];
  if (number === undefined) return inWords(blanks);
  const before = blanks.slice(0, at).find((one) => NAME_END.test(one.name) && TIME_BEFORE.test(one.value));
  const { name, value } = before ?? number;
  return { name: cleanName(name), value: exact(value) ?? value, guess: null };
};

/** 每季度首月 10 日前: words of time before a number belong to it. */
const TIME_BEFORE = /^(?:每|当|次|上|下|\d)[^\s]{0,8}[年月日季周天度]?[ \u3000]/u;

/** Names end so, values do not. */
const NAME_END = /(?:情况|人?数|[^效]率|性|次数|标准|时间|成本|水平|程度|[^强]度|能力|金额|面积|总额|经费)[:：]?$/u;

const inWords = (blanks: readonly { readonly name: string; readonly value: string }[]): NameAndValue | null => {
  const fitting = blanks.filter(({ name, value }) => cleanName(name) !== '' && isShort(value));
  const found = fitting.findLast(({ name }) => NAME_END.test(name)) ?? fitting.at(-1);
  if (!found) return null;
  return { name: cleanName(found.name), value: found.value, guess: blanks.length > 1 ? 'words' : null };
};

const isShort = (value: string): boolean =>
  Array.from(value).length <= LONGEST_WORDS &&
  !/[，。；！？]./u.test(value) &&
  (/^\d/u.test(value) || !value.includes('、')) &&
  !/^[)）\]】]/u.test(value);

const DATE = /^(.*[^\d\s])((?:19|20)\d{2}年[\d年月日度至到前底内\-~—～]*)$/u;
const NUMBER =
  /^(.*[^\d\s.．,，\-~—～/])(\d[\d.,]*(?:\s*[-~—～至]\s*\d[\d.,]*)?\s*(?:[%％‰]|[^\d\s，。；、：:]{1,8}))$/u;

/** Words of quality that stand as values all over the field. */
const QUALITIES =
  /(?:(?:有效|不断|显著|明显|持续|逐步|稳步|进一步|基本|全面)?(?:提高|提升|增强|增加|改善|加强|健全|完善|完备|合理|规范|有效|保障|丰富|优化|减轻|降低|减少|稳定|良好|优良|达标|合规|及时|明显|显著|促进|推进|长期))$/u;

/** No blank between name and value: a date or a number with its unit at the end, a time, a word of quality or one the name has just said. */
const glued = (text: string): NameAndValue | null => {
  // Full width digits and signs have their half width twins at the same places.
  const half = text
    .replace(/[！-～]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[。;]$/u, '');
  for (const pattern of [DATE, NUMBER]) {
    const length = pattern.exec(half)?.[1]?.length ?? 0;
    const [name, value] = [text.slice(0, length), exact(text.slice(length))];
    if (Array.from(name).length < 2 || value === null) continue;
    return { name: cleanName(name), value, guess: /[:：]\s*$/u.test(name) ? null : 'glued' };
  }
  return gluedWord(text);
};

const gluedWord = (text: string): NameAndValue | null => {
  const [, name = '', word = ''] =
    /^(.*(?:性|情况|度|率|水平|程度|能力|时间|时限|期限))(\p{Script=Han}{2,6})$/u.exec(text) ?? [];
  if (word === '' || Array.from(name).length < 3) return null;
  const isValue = fold(name).includes(fold(word)) || QUALITIES.exec(word)?.index === 0 || exact(word) !== null;
  return isValue ? { name: cleanName(name), value: word, guess: 'glued' } : null;
};

/** `群众安全感：显著提升`. */
const behindColon = (text: string): NameAndValue | null => {
  const [, name = '', value = ''] = /^([^:：]{2,})[:：]\s*([^:：]+)$/u.exec(text) ?? [];
  return value !== '' && isShort(value) ? { name: cleanName(name), value, guess: null } : null;
};

/** Without marks that belong to no name: `:保障…`, `参保率:`. */
const cleanName = (name: string): string =>
  name
    .trim()
    .replace(/^[:：.．、，,;；\s]+/u, '')
    .replace(/[:：\s]+$/u, '');
