import { columnOf, isIndicatorHeader } from '../annex2/column-labels.ts';
import { isSum } from '../annex2/sums.ts';
import type { Line } from '../lines.ts';

/** 总分: the sum below the scores. Where the row is shorter than its header, it is the last of two numbers. */
export const scoreOf = (lines: readonly Line[]): string | null => {
  const row = lines.findLast((line) => isSum(line));
  if (row === undefined) return null;
  const header = lines.find((line) => isIndicatorHeader(line.cells));
  const column = header?.cells.find(({ text }) => columnOf(text) === 'score')?.column;
  const below = row.cells.find((cell) => cell.column === column && NUMBER.test(cell.text));
  if (below) return below.text;
  const numbers = row.cells.filter(({ text }) => NUMBER.test(text));
  return numbers.length > 1 ? (numbers.at(-1)?.text ?? null) : null;
};

const NUMBER = /^\d{1,3}(?:\.\d+)?分?$/u;
