/** How a list numbers its items, by the names of Office (ECMA-376, 17.18.59). Unknown ones are written as plain numbers. */
const WAYS: Readonly<Record<string, (count: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (count) => String(count).padStart(2, '0'),
  upperLetter: (count) => letters(count),
  lowerLetter: (count) => letters(count).toLowerCase(),
  upperRoman: (count) => roman(count),
  lowerRoman: (count) => roman(count).toLowerCase(),
  chineseCounting: (count) => chinese(count),
  chineseCountingThousand: (count) => chinese(count),
  japaneseCounting: (count) => chinese(count),
  taiwaneseCounting: (count) => chinese(count),
  taiwaneseCountingThousand: (count) => chinese(count),
  ideographDigital: (count) => digits(count, '〇一二三四五六七八九'),
  japaneseDigitalTenThousand: (count) => digits(count, '〇一二三四五六七八九'),
  decimalFullWidth: (count) => digits(count, '０１２３４５６７８９'),
  decimalEnclosedCircle: (count) => enclosed(count, 0x2460),
  decimalEnclosedCircleChinese: (count) => enclosed(count, 0x2460),
  decimalEnclosedParen: (count) => enclosed(count, 0x2474),
  decimalEnclosedFullstop: (count) => enclosed(count, 0x2488),
};

/** The number of a list's item as it prints. @param way name of the format, e.g. chineseCounting */
export const listNumber = (count: number, way: string): string => (WAYS[way] ?? String)(count);

/** Characters of their own there are for the first twenty. */
const enclosed = (count: number, first: number): string =>
  count >= 1 && count <= 20 ? String.fromCharCode(first + count - 1) : String(count);

const digits = (count: number, characters: string): string =>
  String(count).replace(/\d/gu, (digit) => characters[Number(digit)] ?? digit);

/** 十, 十一, 二十, 二十一; no list of a form goes beyond 九十九. */
const chinese = (count: number): string => {
  if (count < 1 || count > 99) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const of = (digit: number): string => (digit === 0 ? '' : ('一二三四五六七八九'[digit - 1] ?? ''));
  return `${tens > 1 ? of(tens) : ''}${tens > 0 ? '十' : ''}${of(ones)}`;
};

/** A … Z, AA, BB: Word doubles the letter. */
const letters = (count: number): string =>
  count < 1 || count > 26 * 5
    ? String(count)
    : String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const roman = (count: number): string => {
  if (count < 1 || count > 399) return String(count);
  let [left, text] = [count, ''];
  for (const [value, letter] of ROMAN) {
    for (; left >= value; left -= value) text += letter;
  }
  return text;
};
