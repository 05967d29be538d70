import type { SourceRow, SourceTable } from '../grid/table.ts';

/** A quoted cell is looked for this far; a lone quotation mark beyond it is text. */
const LONGEST_QUOTED = 5_000;

/**
 * Tab-separated text (a clipboard, a text file, a text extraction of a document) as one table: a row a line, blank
 * lines left out. Cells quoted as spreadsheets quote them may hold tabs and line breaks; `| a | b |` lines, HTML rows, and columns
 * set apart by blanks are understood where there is no tab.
 * @param name what the clerk knows the text by
 */
export const tablesFromText = (text: string, name: string): SourceTable[] => {
  const rows = readRows(openHtmlRows(joinParagraphs(text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n'))));
  const filled = isStacked(rows) ? rows : rows.filter((row) => !isEmpty(row));
  return filled.every(isEmpty) ? [] : [{ name, rows: filled }];
};

const isEmpty = (row: SourceRow): boolean => row.cells.every((cell) => cell.trim() === '');

/** Fewer lines than this are no table with a cell a line. */
const FEWEST_STACKED = 16;

/**
 * Does nearly every line hold one cell? Extractions of word processor files print tables so; blank lines then part rows,
 * lines with only a tab are empty cells, and both are kept.
 */
export const isStacked = (rows: readonly SourceRow[]): boolean => {
  const filled = rows.map((row) => row.cells.filter((cell) => cell.trim() !== '').length).filter((count) => count > 0);
  return filled.length >= FEWEST_STACKED && filled.filter((count) => count === 1).length >= filled.length * 0.8;
};

/** A paragraph of a cell (`<p>…</p>`) broken over lines is one line again. */
const joinParagraphs = (text: string): string =>
  text.replace(/<p>[^<\t\n]{0,2000}(?:\n[^<\t\n]{0,2000}){1,20}<\/p>/gu, (paragraph) =>
    paragraph.replaceAll('\n', ' '),
  );

const openHtmlRows = (text: string): string =>
  /<\/t[dh]\s*>/iu.test(text)
    ? text
        .replace(/[\n\t]/gu, ' ')
        .replace(/<\/tr\s*>/giu, '\n')
        .replace(/<\/t[dh]\s*>/giu, '\t')
    : text;

const readRows = (text: string): SourceRow[] => {
  if (text.includes('\t')) return readTabbed(text);
  const rows = (split: (line: string) => string[]): SourceRow[] =>
    text.split('\n').map((line, index) => ({ cells: split(line), at: index + 1 }));
  if (/^[^\S\n]*\|.*\|[^\S\n]*$/mu.test(text)) return rows(splitPipes);
  const aligned = rows(splitBlanks);
  return isStacked(aligned) ? rows((line) => [line.trim()]) : aligned;
};

const splitPipes = (line: string): string[] => {
  const row = line.trim();
  if (/^[|:\- ]+$/u.test(row)) return [];
  return row.startsWith('|') ? row.replace(/^\||\|$/gu, '').split('|') : [row];
};

const splitBlanks = (line: string): string[] => line.trim().split(/ {2,}|\u3000{2,}/u);

const readTabbed = (text: string): SourceRow[] => {
  const rows: SourceRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let first = 1;
  let at = 0;
  while (at <= text.length) {
    const cell = readQuoted(text, at) ?? readPlain(text, at);
    cells.push(cell.text);
    line += cell.breaks;
    at = cell.end + 1;
    if (text[cell.end] === '\t') continue;
    rows.push({ cells, at: first });
    cells = [];
    line += 1;
    first = line;
  }
  return rows;
};

interface ReadCell {
  readonly text: string;
  /** Where the tab, the line's end or the text's end stands. */
  readonly end: number;
  readonly breaks: number;
}

const readPlain = (text: string, start: number): ReadCell => {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { text: text.slice(start, end), end, breaks: 0 };
};

/** Null unless the quotes enclose a whole cell that needs them: other quotation marks are the author's. */
const readQuoted = (text: string, start: number): ReadCell | null => {
  if (text[start] !== '"') return null;
  const limit = Math.min(text.length, start + LONGEST_QUOTED);
  for (let at = start + 1; at < limit; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const end = at + 1;
    const inner = text.slice(start + 1, at);
    if (end < text.length && text[end] !== '\t' && text[end] !== '\n') return null;
    if (!/[\t\n]|""/u.test(inner)) return null;
    return { text: inner.replaceAll('""', '"'), end, breaks: inner.split('\n').length - 1 };
  }
  return null;
};
