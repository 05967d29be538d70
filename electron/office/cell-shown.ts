import { movePoint, plainNumber } from './cell-text.ts';

/** The first number in what a cell shows. */
const NUMBER = /\d[\d,]*(?:\.\d+)?/u;

/** Some programs write a date as a number and show it as a date. */
const DATE = /^\d{4}(?:年|[-/.]\d{1,2}[-/.]\d{1,2})/u;

/** What a format may multiply by before it shows: as it is, 千, 万, 百万, 亿. */
const SHIFTS = [0, -3, -4, -6, -8];

/**
 * What a cell shows, with all the digits of its value: `96%` of 0.955 is `95.5%`. For files that keep the shown text beside the
 * value. Money signs and commas between thousands are left out.
 */
export const shownExactly = (shown: string, value: number): string => {
  const plain = plainNumber(value);
  if (shown.trim() === '' || /^(?:true|false)$/iu.test(shown)) return shown.trim();
  if (/\dE[+-]\d/u.test(shown)) return plain;
  const number = NUMBER.exec(shown);
  if (number === null) return value === 0 && /^[\s\-—–]*$/u.test(shown) ? '0' : value === 0 ? shown.trim() : plain;
  const digits = number[0].replaceAll(',', '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const shift = (shown.includes('%') ? [2] : SHIFTS).find((places) => isRounded(Math.abs(value), places, digits));
  if (shift === undefined) return DATE.test(shown) ? shown : plain;
  const before = clean(shown.slice(0, number.index));
  const after = clean(shown.slice(number.index + number[0].length));
  return `${before}${value < 0 ? '-' : ''}${padded(movePoint(plainNumber(Math.abs(value)), shift), digits, decimals)}${after}`;
};

const isRounded = (value: number, places: number, digits: string): boolean => {
  const decimals = digits.split('.')[1]?.length ?? 0;
  const exact = value * 10 ** places;
  return Math.abs(exact - Number(digits)) <= 0.5 * 10 ** -decimals + Math.abs(exact) * 1e-9;
};

const padded = (exact: string, shown: string, decimals: number): string => {
  const [whole = '', fraction = ''] = exact.split('.');
  const behind = fraction.padEnd(decimals, '0');
  return `${whole.padStart(shown.split('.')[0]?.length ?? 0, '0')}${behind === '' ? '' : `.${behind}`}`;
};

const clean = (words: string): string => words.replace(/[¥￥$€£()（）-]/gu, '').trim();
