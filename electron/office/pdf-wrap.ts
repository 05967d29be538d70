import type { Box } from './pdf-geometry.ts';
import type { PdfLine } from './pdf-lines.ts';

/** A text of several lines, and whether its last one is full: more of it may follow elsewhere. */
export interface WrappedText {
  readonly text: string;
  /** What is free at the end of the last line, in points. */
  readonly room: number;
  readonly lines: readonly PdfLine[];
}

/** A cell keeps at most this free at its sides. */
const MOST_PADDING = 8;

/** Of one line, its pieces with blanks between. */
export const textOfLine = ({ segments }: PdfLine): string => segments.map(({ text }) => text).join('  ');

/**
 * The text of lines: where the first word of a line had no room on the line before, both are one line that was wrapped;
 * else its author broke it.
 * @param box what it had to fit in
 */
export const joinWrapped = (lines: readonly PdfLine[], box: Pick<Box, 'left' | 'right'>): WrappedText => {
  const roomOf = freeRoom(lines, box);
  let text = '';
  for (const [index, line] of lines.entries()) {
    const [before, next] = [lines[index - 1], textOfLine(line)];
    if (before === undefined) text = next;
    else text = isWrapped(before, roomOf(before), line) ? joinPieces(text, next) : `${text}\n${next}`;
  }
  const last = lines.at(-1);
  return { text, room: last === undefined ? 0 : roomOf(last), lines };
};

/** Tells what is free at the end of a line: up to the right edge less the padding, of centred lines on both sides. */
const freeRoom = (
  lines: readonly PdfLine[],
  { left, right }: Pick<Box, 'left' | 'right'>,
): ((line: PdfLine) => number) => {
  const gaps = lines.map((line) => ({ before: line.left - left, after: right - line.right }));
  const padding = Math.min(
    MOST_PADDING,
    Math.max(0, ...[Math.min(...gaps.flatMap(({ before, after }) => [before, after]))]),
  );
  const isCentred = gaps.length > 1 && gaps.every(({ before, after }) => Math.abs(before - after) < 3);
  return (line) => (isCentred ? right - left - 2 * padding - (line.right - line.left) : right - padding - line.right);
};

/** Items of a list begin a line of their own, however full the line before. */
const ITEM =
  /^(?:\d{1,2}[.、．)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]|目标[一二三四五六七八九十\d]{1,3}[：:])/u;

const isWrapped = (line: PdfLine, room: number, next: PdfLine): boolean => {
  const text = textOfLine(next);
  if (next.size > line.size * 1.3 || line.size > next.size * 1.3) return false;
  return !ITEM.test(text) && wouldNotFit(text, room, next);
};

/**
 * Had the beginning of a line no room on the line before?
 * @param room what was free there, in points
 */
export const wouldNotFit = (text: string, room: number, { left, right, segments }: PdfLine): boolean => {
  const first = segments[0];
  const whole = first?.text.length ?? 0;
  if (first === undefined || whole === 0) return false;
  const word = FIRST_WORD.exec(text)?.[0] ?? text.slice(0, 1);
  const widths = widthOfText(first.text);
  const perWidth = Math.min(right - left, first.right - first.left) / widths;
  const needed = widthOfText(word) * perWidth;
  return room < needed + perWidth * 0.6;
};

/** What no program parts: a word, a number with its sign, a character with the marks that may not begin a line. */
const FIRST_WORD = /^(?:[“‘（《(【\[]*)(?:[\w.,%+\-/:~≥≤=<>]+|.)[，。、；：！？”’）》)】\].,;:!?%％—…]*(?:\/\S)?/u;

const widthOfText = (text: string): number => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);

const widthOf = (character: string): number => (/[\u0000-\u024f≥≤]/u.test(character) ? 0.55 : 1);

/** Words of letters are parted by a blank where a line was wrapped, characters and numbers are not. */
export const joinPieces = (before: string, after: string): string =>
  /[a-z,;]$/iu.test(before) && /^[a-z]/iu.test(after) ? `${before} ${after}` : before + after;
