import { printableText } from '../../shared/grid/clean.ts';
import { setText, textIn, type Element } from './xml-dom.ts';

/** A part of a text that gives way to another. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Replaces parts of a text that lies in several elements one after another: the new part stands in the element in which
 * the old one began, with its look; behind the last letter it stands in the last element.
 * @param edits ordered and apart, counted in the letters of all elements together
 */
export const editRuns = (elements: readonly Element[], edits: readonly Edit[]): void => {
  const texts = elements.map(textIn);
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length;
  }
  for (const { from, to, text } of [...edits].reverse()) {
    const home = homeOf(texts, starts, from, to);
    texts.forEach((old, index) => {
      const start = starts[index] ?? 0;
      const [first, last] = [Math.max(from - start, 0), Math.min(to - start, old.length)];
      if (index !== home && last <= first) return;
      const begin = Math.min(Math.max(first, 0), old.length);
      texts[index] =
        `${old.slice(0, begin)}${index === home ? printableText(text) : ''}${old.slice(Math.max(begin, last))}`;
    });
  }
  elements.forEach((element, index) => {
    if (textIn(element) !== texts[index]) setText(element, texts[index] ?? '');
  });
};

/** The element that holds the first replaced letter; where nothing is replaced, the one that ends there. */
const homeOf = (texts: readonly string[], starts: readonly number[], from: number, to: number): number => {
  const holds = texts.findIndex((text, index) => {
    const start = starts[index] ?? 0;
    return to > from ? from >= start && from < start + text.length : from > start && from <= start + text.length;
  });
  return holds >= 0 ? holds : from === 0 ? 0 : texts.length - 1;
};
