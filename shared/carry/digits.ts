import type { Year } from '../model/unit.ts';

/* Years as they are written: 2024, ２０２４, 二〇二四, 二零二四. */

/** A year of four digits, half or full width or Chinese; the first digit is 1 or 2. */
export const YEAR_DIGITS = '(?:[12][0-9]{3}|[１２][０-９]{3}|[一二][〇○◯零ＯO0九][〇○◯零ＯO0一二三四五六七八九]{2})';

const ZEROS = '〇○◯零ＯO';
const CHINESE = '〇一二三四五六七八九';

/** The year that four digits of any of these kinds say. */
export const yearOfDigits = (digits: string): Year => Number(Array.from(digits, digitOf).join(''));

const digitOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  if (ZEROS.includes(sign)) return 0;
  return CHINESE.includes(sign) ? CHINESE.indexOf(sign) : Number(sign);
};

/** Another year written the same way: full width stays full width, 二〇二四 keeps its sign for zero. */
export const likeDigits = (digits: string, year: Year | string): string => {
  const plain = String(year);
  if (/^[0-9]+$/u.test(digits)) return plain;
  if (/^[０-９]+$/u.test(digits)) return plain.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const zero = Array.from(digits).find((sign) => ZEROS.includes(sign)) ?? '〇';
  return plain.replace(/\d/gu, (digit) => (digit === '0' ? zero : (CHINESE[Number(digit)] ?? digit)));
};
