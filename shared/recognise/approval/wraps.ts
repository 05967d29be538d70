import { joinLines } from '../clean.ts';

/*
 * In narrow columns words wrap anywhere, and extractions keep the wraps as blanks: between Chinese letters and marks a blank
 * is one, between Latin words and beside a number it may be the author's.
 */

const WIDE = '[\\p{Script=Han}，、；：。！？（）《》“”‘’〔〕【】]';
const BLANK = new RegExp(`(?<=${WIDE})[ \\u3000]+(?=${WIDE})`, 'gu');

/** A text without the wraps of its column. */
export const withoutWraps = (text: string): string => joinLines(text).replace(BLANK, '').trim();

/** Codes, signs, numbers and units have no blanks of their own. */
export const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '');

/** 12 or more letters and digits before the name, wrapped by the column, are one code: `63012300 024T0000 00550-社区`. */
export const splitCode = (project: string): { code: string; name: string } => {
  // Full width letters have their half width twins at the same places.
  const half = project.replace(/[！-～]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0));
  const found = /^((?:[0-9a-z][\s]*){12,30})[-－—:：]\s*(\S[^]*)$/iu.exec(half);
  if (!found || !/\d{6}/u.test(found[1] ?? '')) return { code: '', name: withoutWraps(project) };
  return {
    code: withoutBlanks(found[1] ?? ''),
    name: withoutWraps(project.slice(project.length - (found[2] ?? '').length)),
  };
};

/** `9000 01-示例镇人民政府`: a code in front has no blanks. */
export const unitText = (unit: string): string =>
  withoutWraps(unit).replace(/^(?:\d\s*){3,9}(?=[-－—]|\p{Script=Han})/u, withoutBlanks);
