import { unwrap } from './unwrap.ts';

const CHINESE = '[一二三四五六七八九十]{1,3}';
const FIGURES = '[0-9０-９]{1,3}';

/** The ways goals are numbered; all goals of a project are numbered in one of them. */
const STYLES: readonly RegExp[] = [
  new RegExp(String.raw`^(?:年度|总体|绩效)?目标\s*(?:${FIGURES}|${CHINESE})\s*[:：、.．,，]?`, 'u'),
  new RegExp(String.raw`^${CHINESE}\s*[、.．]`, 'u'),
  new RegExp(String.raw`^[(（]\s*${CHINESE}\s*[)）]`, 'u'),
  /^[0-9０-９]{1,3}\s*(?:[、)）]|[.．](?![0-9０-９]))/u,
  /^[(（]\s*[0-9０-９]{1,3}\s*[)）]/u,
  /^[①-⑳]/u,
];

/** 目标二： in the middle of a line. */
const INLINE = new RegExp(String.raw`(?<=[。；;！!\s])(?=目标\s*(?:${FIGURES}|${CHINESE})\s*[:：、])`, 'u');

/** Goals that are counted so from the first on are parted wherever the next number stands. */
const COUNTED = new RegExp(String.raw`^目标\s*(?:[1１]|一)\s*[:：]`, 'u');
const ANYWHERE = new RegExp(String.raw`(?<=\S)\s*(?=目标\s*(?:${FIGURES}|${CHINESE})\s*[:：])`, 'u');

/** The goals of a cell: one text, unless its first paragraph is numbered, then one each. Paragraphs inside a goal stay. */
export const goalsOf = (text: string): string[] => {
  const inline = COUNTED.test(text.trim()) ? ANYWHERE : INLINE;
  const lines = unwrap(text)
    .split('\n')
    .flatMap((line) => line.split(inline))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const style = STYLES.find((one) => lines.some((line, index) => index < 2 && one.test(line)));
  const goals: string[] = [];
  for (const line of lines) {
    const begins = goals.length === 0 || (style?.test(line) ?? false);
    if (begins) goals.push(line);
    else goals[goals.length - 1] = `${goals.at(-1) ?? ''}\n${line}`;
  }
  return goals;
};
