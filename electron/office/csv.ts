import type { SourceRow, SourceTable } from '../../shared/grid/table.ts';

/** What parts the cells of a line. */
export type Separator = ',' | ';';

interface CsvCell {
  readonly text: string;
  /** Where the separator, the line's end or the text's end stands. */
  readonly end: number;
}

/**
 * Reads comma separated values (RFC 4180), or the same with semicolons. Blank lines and the line `sep=;` are left out; rows keep the
 * line they begin on.
 * @param mostRows reading ends there
 */
export const readCsv = (text: string, name: string, separator: Separator = ',', mostRows = Infinity): SourceTable => {
  const rows: SourceRow[] = [];
  const isSetting = /^sep=[,;](?=\r|\n)/iu.test(text);
  let cells: string[] = [];
  let line = 1;
  let first = 1;
  for (let at = 0; at <= text.length && rows.length < mostRows;) {
    const cell = readCell(text, at, separator);
    cells.push(cell.text);
    line += breaksIn(cell.text);
    at = cell.end + 1;
    if (text[cell.end] === separator) continue;
    if (text[cell.end] === '\r' && text[at] === '\n') at += 1;
    if (!(isSetting && first === 1) && cells.some((each) => each.trim() !== '')) rows.push({ cells, at: first });
    cells = [];
    line += 1;
    first = line;
  }
  return { name, rows };
};

/** A cell in quotes that are doubled inside, or plain. What stands behind the closing quote is dropped. */
const readCell = (text: string, start: number, separator: Separator): CsvCell => {
  if (text[start] !== '"') {
    const end = endOf(text, start, separator);
    return { text: text.slice(start, end), end };
  }
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const inner = text.slice(start + 1, close === -1 ? text.length : close).replaceAll('""', '"');
  return { text: inner, end: close === -1 ? text.length : endOf(text, close + 1, separator) };
};

const endOf = (text: string, start: number, separator: Separator): number => {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
};

const breaksIn = (text: string): number => (/[\r\n]/u.test(text) ? text.split(/\r\n|\r|\n/u).length - 1 : 0);
