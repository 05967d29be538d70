import type { Cell, Line } from '../lines.ts';
import { isValue } from './columns.ts';
import { indicatorLabel } from './labels.ts';

/** A label in full, what parts it from the rest of its cell, and the rest. */
const LABEL_AND_MORE =
  /^([^\s:：(（]{2,10}指标(?:\s?[（(][^()（）]{1,8}[)）])?)(\s*[:：]\s*|\s+|(?<=[)）]))?([^]{1,200})$/u;

/** `时效指标（必填）：2025 年底前`: label and content in one cell are two cells. */
export const expandLabels = (line: Line): Line => ({
  ...line,
  cells: line.cells.flatMap((cell, index) => (index > 3 ? [cell] : labelAndMore(cell))),
});

const labelAndMore = (cell: Cell): Cell[] => {
  if (indicatorLabel(cell.text) !== null) return [cell];
  const [, label = '', parted, more = ''] = LABEL_AND_MORE.exec(cell.text) ?? [];
  const read = indicatorLabel(label);
  if (read?.type !== 'kind' || read.bare || (parted === undefined && !isValue(more))) return [cell];
  return [
    { ...cell, text: label },
    { ...cell, text: more },
  ];
};

const NUMBERED = /^[(（]?\d{1,2}[)）、.．](?!\d)/u;

/**
 * Several indicators in one row, each a line of its cells: names and values in as many lines, where every value reads as
 * one or every name carries a number. The other cells go with the first.
 */
export const expandLines = (contents: readonly Cell[]): (readonly Cell[])[] => {
  const lines = contents.map((cell) => cell.text.split('\n'));
  const [names = []] = lines;
  const count = names.length;
  const alike = lines.filter((one) => one.length === count);
  const told = names.every((name) => NUMBERED.test(name)) || alike.slice(1).some((one) => one.every(isValue));
  if (count < 2 || alike.length < 2 || !told) return [contents];
  return names.map((_, index) =>
    contents.flatMap((cell, place) => {
      const one = lines[place] ?? [];
      if (one.length === count) return [{ ...cell, text: one[index] ?? '' }];
      return index === 0 ? [cell] : [];
    }),
  );
};
