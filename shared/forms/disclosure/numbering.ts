/* How paragraphs of 公开表 are numbered, for printing them and for reading them again. */

const DIGITS = '一二三四五六七八九';

/** 1 → 一, 12 → 十二, 23 → 二十三; from 100 on in figures. */
export const chineseNumber = (number: number): string => {
  if (number >= 100 || number < 1) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens - 1] ?? ''}十`;
  return ten + (ones === 0 ? '' : (DIGITS[ones - 1] ?? ''));
};

const CHINESE = '[一二三四五六七八九十]{1,3}';
const FIGURES = '[0-9０-９]{1,3}';

/** 1. 1、 1) (1) ① 一、 (一) at the beginning of a text; 3.5 is a number, no numbering. */
const NUMBERED = new RegExp(
  String.raw`^\s*(?:[(（]\s*(?:${FIGURES}|${CHINESE})\s*[)）]|${FIGURES}\s*(?:[、)）]|[.．](?![0-9０-９]))|[①-⑳㉑-㉟㊱-㊿]|${CHINESE}\s*[、.．])`,
  'u',
);

const GOAL = new RegExp(String.raw`^\s*(?:年度|总体|绩效)?目标\s*(?:${FIGURES}|${CHINESE})\s*[:：、.．,，]?`, 'u');

/** True for a paragraph that begins with a number of its own. */
export const isNumbered = (paragraph: string): boolean => NUMBERED.test(paragraph);

/** The same, and for `目标一：`, `目标 2：` too. */
export const isNumberedGoal = (paragraph: string): boolean => GOAL.test(paragraph) || NUMBERED.test(paragraph);
