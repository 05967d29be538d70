import { readHeading } from './headings.ts';
import { splitValue } from './value.ts';

/** Fewer full lines than this are chance. */
const FEWEST_FULL = 3;

/** Numbers of items and goals, as they stand at the beginning of a line. */
const NUMBERED =
  /^(?:[(（]?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[０-９]{1,2})\s*[)）、]|[一二三四五六七八九十]{1,3}\s*[、.．]|[\d０-９]{1,2}\s*[.．](?![\d０-９])|[①-⑳]|目标\s*[一二三四五六七八九十\d]{1,2}\s*[:：、.．]?)/u;

/**
 * A text without the wraps of its column: lines that fill the column go on in the next one, unless that begins a heading or a
 * numbered item. A text whose lines are as long as they like comes back unchanged.
 */
export const unwrap = (text: string): string => {
  const lines = text.split('\n');
  const isFull = fullLines(lines);
  if (isFull === null) return text;
  const joined: { text: string; last: string }[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const goesOn =
      above !== undefined &&
      (SIGN_LAST.test(above.last) || GOES_ON.test(line) || isFull(above.last, line)) &&
      !begins(line, above.text) &&
      !areItems(above.text, line);
    if (goesOn) joined[joined.length - 1] = { text: glueLine(above.text, line), last: line };
    else joined.push({ text: line, last: line });
  }
  return joined.map((one) => one.text).join('\n');
};

/** A sign is never the end. */
const SIGN_LAST = /[≥≤＞＜><=＝]\s*$/u;

/** The other end of a range, the end of a bracket. */
const GOES_ON = /^(?:[-~—～－]\s*[\d０-９]|[)）%％])/u;

/** Does a line end where the column does? The first word of the next one would not have fitted behind it. */
type IsFull = (line: string, next: string) => boolean;

/** What is never broken: figures with their signs, Latin words. */
const FIRST_WORD = /^(?:[\d.,%％≥≤=A-Za-z]+|[^])[，。、；：！？）”’》]*/u;

/** Null where too few lines are full for their ends to be the edge of a column. */
const fullLines = (lines: readonly string[]): IsFull | null => {
  const width = edgeOf(lines.map(widthOf));
  const letters = edgeOf(lines.map(lettersOf));
  const isFull: IsFull = (line, next) => {
    const word = FIRST_WORD.exec(next)?.[0] ?? '';
    return widthOf(line) + widthOf(word) > width || lettersOf(line) + lettersOf(word) > letters;
  };
  const going = lines.filter((line, index) => {
    const above = lines[index - 1];
    return above !== undefined && isFull(above, line) && !begins(line, above) && !areItems(above, line);
  });
  return going.length >= FEWEST_FULL ? isFull : null;
};

/** Lines this much shorter than the column end at its edge too, and so many of them show where it is. */
const NEAR = 3;
const SHARE = 0.15;

/** The length near which many of the longest lines end: a figure that fits no line may reach over the edge. */
const edgeOf = (lengths: readonly number[]): number => {
  const sorted = [...lengths].sort((one, other) => other - one);
  const least = Math.max(FEWEST_FULL, Math.ceil(sorted.length * SHARE));
  const edge = sorted.find((length, index) => (sorted[index + least - 1] ?? -Infinity) > length - NEAR);
  return edge ?? sorted[0] ?? 0;
};

/** Two lines with a value each are two items. */
const areItems = (above: string, line: string): boolean => [above, line].every(isItem);

const isItem = (text: string): boolean => {
  const { name, value, guess } = splitValue(text);
  return value !== '' && guess === null && name.length > 2;
};

const begins = (line: string, above: string): boolean => {
  if (NUMBERED.test(line)) return true;
  const heading = readHeading(line);
  // 指标： alone is the end of a heading that began above.
  return heading !== null && heading.heading.kind !== 'other' && readHeading(above + line) === null;
};

const lettersOf = (line: string): number => Array.from(line).length;

/** In half widths: a Han character takes two. */
const widthOf = (line: string): number =>
  Array.from(line).reduce((width, letter) => width + (/[\u2e80-\uffdf]/u.test(letter) ? 2 : 1), 0);

/** A line is broken at a blank rather than before a figure: between name and value one stood. */
const glueLine = (above: string, line: string): string =>
  /\p{Script=Han}$/u.test(above) && /^[≥≤><＞＜=＝\d０-９]/u.test(line) ? `${above} ${line}` : `${above}${line}`;
