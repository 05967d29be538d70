import { fold } from './text.ts';

/** An amount of money in 分 (1/100 元), a safe integer. */
export type Fen = number;

/** The two units official forms print amounts in. */
export type AmountUnit = '万元' | '元';

/** Decimal places that one 分 takes when printed in the unit. */
const PLACES: Readonly<Record<AmountUnit, number>> = { 万元: 6, 元: 2 };

const NUMBER = /^[-+]?\d{1,15}(?:\.\d+)?$/u;

/**
 * Reads an amount as typed or printed: `1,536.74`, `95.0832`, `2. 9567`, full-width digits, an own unit
 * (`65904 元` beats the unit given).
 * @param text what was typed
 * @param unit unit of the label the amount stands under
 * @returns 分, or null where the text is blank, no number, or finer than one 分
 */
export const parseFen = (text: string, unit: AmountUnit): Fen | null => {
  let digits = fold(text)
    .replace(/,/gu, '')
    .replace(/^[¥￥]/u, '');
  let own = unit;
  const suffix = /(万元|万|元)$/u.exec(digits);
  if (suffix) {
    own = suffix[1] === '元' ? '元' : '万元';
    digits = digits.slice(0, -suffix[0].length);
  }
  if (!NUMBER.test(digits)) return null;
  return shift(digits, PLACES[own]);
};

/** Moves the decimal point right by `places` without floating point; null where digits would be lost. */
const shift = (digits: string, places: number): number | null => {
  const negative = digits.startsWith('-');
  const [whole = '', fraction = ''] = digits.replace(/^[-+]/u, '').split('.');
  const kept = fraction.replace(/0+$/u, '');
  if (kept.length > places) return null;
  const value = Number(whole + kept.padEnd(places, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return negative && value !== 0 ? -value : value;
};

/**
 * Prints 分 exactly in the unit, without padding and without rounding: 950832000 分 → `95.0832` 万元.
 * The inverse of {@link parseFen}.
 */
export const printFen = (fen: Fen, unit: AmountUnit): string => {
  const places = PLACES[unit];
  const digits = String(Math.abs(fen)).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/u, '');
  const whole = digits.slice(0, -places);
  return `${fen < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
};

/** Prints 分 for the screen and for totals: thousands commas and at least `least` decimals, never rounded. */
export const printFenGrouped = (fen: Fen, unit: AmountUnit, least = 2): string => {
  const [whole = '0', fraction = ''] = printFen(fen, unit).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  const padded = fraction.padEnd(least, '0');
  return padded === '' ? grouped : `${grouped}.${padded}`;
};

/**
 * Prints 分 with exactly so many decimals, rounded half away from zero: what forms with two decimals show. The exact
 * amount stays what it is, and sums are made from that. `95.0832` 万元 → `95.08`.
 */
export const printFenRounded = (fen: Fen, unit: AmountUnit, places = 2): string => {
  const step = 10 ** (PLACES[unit] - places);
  const rounded = Math.round(Math.abs(fen) / step) * step;
  const [whole = '0', fraction = ''] = printFen(rounded, unit).split('.');
  return `${fen < 0 && rounded !== 0 ? '-' : ''}${whole}${places === 0 ? '' : `.${fraction.padEnd(places, '0')}`}`;
};
