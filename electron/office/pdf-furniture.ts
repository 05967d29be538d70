import { bottomOf, topOf, type PdfPage, type PdfTextLine } from './pdf-page.ts';
import { textOfLine } from './pdf-wrap.ts';

/** `3`, `- 3 -`, `第 3 页`, `第 3 页 共 9 页`, `3/9`, `Page 3 of 9`. */
const PAGE_NUMBER =
  /^[-—–·\s]*(?:第|page)?\s*[\dⅠ-Ⅻivx]{1,4}\s*页?(?:\s*(?:[,，/]|共|of)\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-—–·\s]*$/iu;

/** Where pages have their feet, and where a line that is repeated may be one, as shares of their height. */
const FOOT = 0.9;
const REPEATED_FOOT = 0.8;
/** Programs print heads and feet in the outer two centimetres, where no text of a document begins. In points. */
const OUTER = 56;
/** How far from the text they stand, in heights of their letters. */
const APART = 1.6;
/** Their letters, to those of the page at most; titles are larger. */
const SMALL = 1.25;

/** Pages without what is printed on every one of them: page numbers, running heads and feet. */
export const withoutFurniture = (pages: readonly PdfPage[]): PdfPage[] => {
  const countOf = countLines(pages);
  return pages.map((page, index) => {
    const largest = letterSize(page) * SMALL;
    const isNumber = (line: PdfTextLine): boolean => PAGE_NUMBER.test(textOfLine(line.line));
    const isRepeated = (line: PdfTextLine): boolean =>
      countOf(line) > (topOf(line) > page.height * FOOT ? 1 : Math.max(2, pages.length / 2));
    const isOuter = ({ line }: PdfTextLine): boolean =>
      pages.length > 1 && line.y > page.height - OUTER && line.size <= largest;
    const gone = new Set([
      // What stands above all on the first page may name the document.
      ...headLines(page).filter((line) => isNumber(line) || (index > 0 && line.line.size <= largest)),
      ...footLines(page).filter((line) => isNumber(line) || isRepeated(line) || isOuter(line)),
    ]);
    return { ...page, items: page.items.filter((item) => item.kind === 'table' || !gone.has(item)) };
  });
};

/** Lines at the very top, apart from what follows. What is large is the title of a form, which every page may have too. */
const headLines = ({ items }: PdfPage): PdfTextLine[] => {
  const end = items.findIndex((item) => item.kind === 'table' || topOf(item) > OUTER);
  const lines = items.slice(0, end < 0 ? items.length : end).filter((item) => item.kind === 'line');
  const [last, next] = [lines.at(-1), items[lines.length]];
  if (last === undefined || next === undefined) return [];
  return topOf(next) - bottomOf(last) >= APART * last.line.size ? lines : [];
};

/** Lines below everything else. */
const footLines = (page: PdfPage): PdfTextLine[] => {
  const lines: PdfTextLine[] = [];
  for (const item of [...page.items].reverse()) {
    if (item.kind === 'table' || topOf(item) < page.height * REPEATED_FOOT) break;
    lines.push(item);
  }
  return lines;
};

/** Tells on how many pages a foot stands in one place, whatever numbers and codes are in it. */
const countLines = (pages: readonly PdfPage[]): ((line: PdfTextLine) => number) => {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(footLines(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (line) => counts.get(keyOf(line)) ?? 0;
};

const keyOf = ({ line }: PdfTextLine): string =>
  `${Math.round(line.y / 4)}|${textOfLine(line).replace(/[\dA-Za-z\s]+/gu, '#')}`;

/** Height of most lines beside the tables and of the texts in them. */
const letterSize = ({ items }: PdfPage): number => {
  const sizes = items.flatMap((item) =>
    item.kind === 'line'
      ? [item.line.size]
      : item.cells.flatMap(({ content }) => content.lines.map(({ size }) => size)),
  );
  return sizes.sort((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0;
};
