import { readFormat, type CellFormat, type DateFormat, type FormatSection } from './cell-format.ts';

/** What a cell holds: formulas count by the result stored with them. */
export type CellValue = string | number | boolean;

/**
 * The text of a cell as it prints, whatever kind of file it stands in: percents as percents, dates as dates, with the zeros and
 * words of its format. Only its rounding is not followed: what was entered counts.
 * @param format code such as `0.00"万元"`; empty for General
 * @param from1904 whether the workbook counts its days from 1904
 */
export const cellText = (value: CellValue, format: string, from1904 = false): string => {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (format === '' || format === 'General') return typeof value === 'string' ? value : plainNumber(value);
  const read = readFormat(format);
  if (typeof value === 'string') return textAsShown(value, read);
  return (read.date && dateText(value, read.date, from1904)) ?? numberText(value, read);
};

/** `@"元"` shows words around a text. */
const textAsShown = (text: string, { sections }: CellFormat): string => {
  const section = sections.find((each) => each.text);
  return section === undefined || text === '' ? text : `${section.before}${text}${section.after}`;
};

const numberText = (value: number, { sections }: CellFormat): string => {
  const section = sectionFor(value, sections);
  if (section === undefined || section.odd || section.text) return plainNumber(value);
  const { before, after, digits, shift } = section;
  if (digits === '') return value === 0 && isWord(before) ? before : plainNumber(value);
  // A dash for nothing is drawn where the zero would stand.
  if (value === 0 && /^[^0#]*$/u.test(digits) && sections.length > 2) return '0';
  const number = withZeros(movePoint(plainNumber(value), shift), digits);
  // The minus says it already.
  const isBelow = value < 0 && section === sections[1] && sections.length > 1;
  const words = isBelow ? before.replace(/[-(（]/gu, '') : before;
  return `${words}${number}${isBelow ? after.replace(/[)）]/gu, '') : after}`;
};

const isWord = (words: string): boolean => words === '' || /[\p{L}\p{N}]/u.test(words);

const sectionFor = (value: number, sections: readonly FormatSection[]): FormatSection | undefined => {
  if (sections.some(({ condition }) => condition !== null)) {
    const held = sections.find(({ condition }) => condition?.(value) === true);
    return held ?? sections.find(({ condition, text }) => condition === null && !text);
  }
  const numeric = sections.filter(({ text }, index) => index < 3 && !(text && sections.length > 1));
  if (value < 0) return numeric[1] ?? numeric[0];
  return value === 0 ? (numeric[2] ?? numeric[0]) : numeric[0];
};

/** Moves the point of a plain number to the right, to the left where places are negative; exact. */
export const movePoint = (plain: string, places: number): string => {
  if (places === 0 || plain === '0') return plain;
  const sign = plain.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = plain.slice(sign.length).split('.');
  const room = '0'.repeat(Math.abs(places));
  const digits = places > 0 ? whole + fraction + room : room + whole + fraction;
  const point = places > 0 ? whole.length + places : whole.length;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/u, '');
  const right = digits.slice(point).replace(/0+$/u, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
};

/** As many zeros before and behind the point as the format always shows. */
const withZeros = (plain: string, digits: string): string => {
  const [shown = '', decimals = ''] = digits.split('.');
  const sign = plain.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = plain.slice(sign.length).split('.');
  const zeros = (text: string): number => text.split('0').length - 1;
  const behind = fraction.padEnd(zeros(decimals), '0');
  return `${sign}${whole.padStart(zeros(shown), '0')}${behind === '' ? '' : `.${behind}`}`;
};

/** Fifteen digits are what a spreadsheet keeps; never in scientific notation. */
export const plainNumber = (value: number): string => {
  if (!Number.isFinite(value)) return '';
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/\.?0+$/u, '') : BigInt(Math.round(rounded)).toString();
};

const DAY = 86_400_000;
const LAST_DAY = 2_958_465; // 9999-12-31
/** Days from the beginning of 1900, as spreadsheets count, to that of 1904. */
const TO_1904 = 1_462;

/**
 * Dates as Chinese forms write them where the format has 年, 月 or 日, otherwise `2024-12-31`; the time only where the format
 * shows it. A format without the year hides it; it is written all the same.
 * @returns null where the number is no day
 */
const dateText = (serial: number, shown: DateFormat, from1904: boolean): string | null => {
  const days = from1904 ? serial + TO_1904 : serial;
  if (!(days >= 0 && days <= LAST_DAY + 1)) return null;
  if (shown.elapsed) return hours(serial);
  // Minutes, so that a binary fraction is no second too few. The calendar of spreadsheets has a 29 February 1900.
  const time = new Date(Math.round((days + (days < 60 ? 1 : 0)) * 1_440) * 60_000 - 25_569 * DAY);
  const clock = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`;
  const date = dayText(time, shown);
  return [date, ...(shown.time ? [clock] : [])].filter((part) => part !== '').join(' ');
};

const dayText = (date: Date, { year, month, day, chinese }: DateFormat): string => {
  if (!year && !month && !day) return '';
  // A year hidden is still part of the date.
  const parts = { month: month || day, day: day || (!year && month) };
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (chinese) return `${y}年${parts.month ? `${m}月` : ''}${parts.day ? `${d}日` : ''}`;
  return [String(y), ...(parts.month ? [two(m)] : []), ...(parts.day ? [two(d)] : [])].join('-');
};

const hours = (days: number): string => {
  const minutes = Math.round(days * 1_440);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
};

const two = (number: number): string => String(number).padStart(2, '0');
