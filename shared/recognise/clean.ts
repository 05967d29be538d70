/** Marks that LaTeX remains stand for, as they print. */
const LATEX: readonly (readonly [RegExp, string])[] = [
  [/\\geq?(?:slant)?(?![a-z])/gu, '≥'],
  [/\\leq?(?:slant)?(?![a-z])/gu, '≤'],
  [/\\(?:gt)(?![a-z])/gu, '>'],
  [/\\(?:lt)(?![a-z])/gu, '<'],
  [/\\sim(?![a-z])/gu, '~'],
  [/\\times(?![a-z])/gu, '×'],
  [/\\%/gu, '%'],
  [/\\(?:text|mathrm|mathbf|textbf)\s?\{([^{}]{0,200})\}/gu, '$1'],
  [/\\[()[\],;! ]/gu, ' '],
];

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ge: '≥',
  le: '≤',
};

const TAG =
  /<\/?(?:br|p|td|tr|th|b|i|u|s|a|em|div|sub|sup|span|font|strong|table|tbody|thead)(?:\s[^<>]{0,300})?\/?>/giu;

/**
 * A cell's text as it prints: without LaTeX and HTML remains and invisible characters, blanks at line ends and in rows
 * taken away. Line breaks stay. Text that is none of this comes back unchanged.
 */
export const cleanCell = (text: string): string =>
  marks(text)
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();

const marks = (text: string): string => {
  let cleaned = text;
  if (cleaned.includes('<')) cleaned = cleaned.replace(/<br[^<>]{0,40}>|<\/p>(?=\s*<p)/giu, '\n').replace(TAG, '');
  if (cleaned.includes('[bookmark')) cleaned = cleaned.replace(/\[bookmark:[^[\]]{0,80}\]/gu, '');
  if (cleaned.includes('&')) cleaned = cleaned.replace(/&(\w{2,5});/gu, (all, name: string) => ENTITIES[name] ?? all);
  if (cleaned.includes('\\')) cleaned = LATEX.reduce((result, [mark, print]) => result.replace(mark, print), cleaned);
  return cleaned.includes('$') ? cleaned.replace(/\$/gu, '') : cleaned;
};

/**
 * One line: breaks are wraps of the paper. Between Han characters they vanish, between Latin words they become a blank.
 */
export const joinLines = (text: string): string => text.replace(/(?<=[\w,.;])\n(?=\w)/gu, ' ').replace(/\n/gu, '');

/** Blanks between two Han characters are wraps too; `2024 年底` and `31 人` keep theirs. */
export const joinHan = (text: string): string =>
  joinLines(text).replace(/(?<=[\p{Script=Han}，、；：。])[ \u3000]+(?=\p{Script=Han})/gu, '');

/** `—`, `/`, `无`: how a clerk writes that there is none. */
export const isNone = (text: string): boolean => /^(?:[-—–－―/\\]{1,4}|无)$/u.test(text.trim());

/** Two pieces of one broken text. */
export const glue = (first: string, second: string): string => joinLines(`${first}\n${second}`);
