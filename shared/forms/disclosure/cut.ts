import { cutText, lineCount } from '../../grid/measure.ts';
import type { GoesOn } from './join.ts';

/** A part that ends with a paragraph leaves at most this share of the lines free. */
const MOST_FREE = 0.6;

/** So many letters before the last that fits are looked at for a place inside a paragraph. */
const NEAR = 200;

/**
 * As much of a text as takes at most so many lines, and the rest, so that a reader knows whether both are one paragraph: parted
 * between two paragraphs where that fills most of the lines, else inside one.
 * @param width room for text in points, padding already taken off
 */
export const cutForPage = (
  text: string,
  width: number,
  size: number,
  lines: number,
  goesOn: GoesOn,
): [head: string, rest: string] => {
  const [most, left] = cutText(text, width, size, lines);
  if (left === '') return [text, ''];
  return (
    betweenParagraphs(text, most.length, goesOn, (head) => lineCount(head, width, size) >= lines * (1 - MOST_FREE)) ??
    insideParagraph(text, most.length, goesOn) ?? [most, left]
  );
};

const betweenParagraphs = (
  text: string,
  end: number,
  goesOn: GoesOn,
  isEnough: (head: string) => boolean,
): [string, string] | null => {
  for (let at = text.lastIndexOf('\n', end); at > 0; at = text.lastIndexOf('\n', at - 1)) {
    const head = text.slice(0, at);
    const rest = text.slice(at + 1);
    if (!isEnough(head)) return null;
    if (!goesOn(head, rest) && !isHeading(head)) return [head, rest];
  }
  return null;
};

/** A heading belongs to what follows. */
const isHeading = (head: string): boolean => /指标[:：]?$/u.test(head);

const insideParagraph = (text: string, end: number, goesOn: GoesOn): [string, string] | null => {
  const least = Math.max(1, end - NEAR);
  for (let at = end; at >= least; at -= 1) {
    const [head, rest] = [text.slice(0, at), text.slice(at)];
    if (mayPart(head.slice(-2), rest.slice(0, 2)) && goesOn(head, rest)) return [head, rest];
  }
  return null;
};

/** Between two Chinese letters or behind a mark inside a sentence: no word, number or pair of code units is torn. */
const mayPart = (before: string, after: string): boolean =>
  /[\p{Script=Han}，、]$/u.test(before) && /^[\p{Script=Han}“《]/u.test(after);
