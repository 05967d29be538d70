import type { SourceRow, SourceTable } from '../../shared/grid/table.ts';

/** One cell: quoted with doubled quotes inside, or plain; then what ends it. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"[^,\r\n]*|([^,\r\n]*))(,|\r\n|\r|\n|$)/gy;

/** Reads comma separated values (RFC 4180). Blank lines are left out; rows keep the line they begin on. */
export const readCsv = (text: string, name: string): SourceTable => {
  const rows: SourceRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let at = 1;
  for (const [whole, quoted, plain = '', end] of text.matchAll(CELL)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.split(/\r\n|\r|\n/u).length - 1;
    if (end === ',') continue;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, at });
    cells = [];
    at = line;
  }
  return { name, rows };
};
