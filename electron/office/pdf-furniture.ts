import { topOf, type PdfPage, type PdfTextLine } from './pdf-page.ts';
import { textOfLine } from './pdf-wrap.ts';

/** `3`, `- 3 -`, `第 3 页`, `第 3 页 共 9 页`, `3/9`, `Page 3 of 9`. */
const PAGE_NUMBER =
  /^[-—–·\s]*(?:第|page)?\s*[\dⅠ-Ⅻivx]{1,4}\s*页?(?:\s*(?:[,，/]|共|of)\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-—–·\s]*$/iu;

/** Where pages have their heads and feet, as shares of their height. */
const HEAD = 0.09;
const FOOT = 0.9;

/** Pages without what is printed on every one of them: page numbers, running heads and feet. */
export const withoutFurniture = (pages: readonly PdfPage[]): PdfPage[] => {
  const isRepeated = repeatedLines(pages);
  return pages.map((page) => {
    const gone = new Set<PdfTextLine>();
    for (const line of edgeLines(page)) {
      if (isRepeated(page, line) || PAGE_NUMBER.test(textOfLine(line.line))) gone.add(line);
    }
    return { ...page, items: page.items.filter((item) => item.kind === 'table' || !gone.has(item)) };
  });
};

/** Lines above and below everything else, in the head and the foot of the page. */
const edgeLines = (page: PdfPage): PdfTextLine[] => {
  const found: PdfTextLine[] = [];
  for (const item of page.items) {
    if (item.kind === 'table' || topOf(item) > page.height * HEAD) break;
    found.push(item);
  }
  for (const item of [...page.items].reverse()) {
    if (item.kind === 'table' || topOf(item) < page.height * FOOT) break;
    found.push(item);
  }
  return found;
};

/**
 * Tells the lines that stand in one place of most pages, whatever numbers and codes are in them. A head is set in letters no
 * larger than the page's: what is larger is the title of a form, which every page may have too.
 */
const repeatedLines = (pages: readonly PdfPage[]): ((page: PdfPage, line: PdfTextLine) => boolean) => {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgeLines(page).map((line) => keyOf(page, line))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (page, item) => {
    const count = counts.get(keyOf(page, item)) ?? 0;
    const isFoot = item.line.y > page.height / 2;
    return isFoot ? count >= 2 : count >= 3 && count > pages.length / 2 && item.line.size < letterSize(page);
  };
};

const keyOf = (page: PdfPage, { line }: PdfTextLine): string =>
  `${line.y > page.height / 2 ? 'foot' : 'head'}|${Math.round(line.y / 4)}|${textOfLine(line).replace(/[\dA-Za-z\s]+/gu, '#')}`;

/** Height of most lines beside the tables and of the texts in them. */
const letterSize = ({ items }: PdfPage): number => {
  const sizes = items.flatMap((item) =>
    item.kind === 'line'
      ? [item.line.size]
      : item.cells.flatMap(({ content }) => content.lines.map(({ size }) => size)),
  );
  return sizes.sort((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0;
};
