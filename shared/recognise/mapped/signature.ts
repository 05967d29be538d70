import type { SourceTable } from '../../grid/table.ts';
import { labelKey, LONGEST_LABEL } from './fields.ts';
import { findHead } from './head.ts';
import type { KeptMapping, Mapping } from './mapping.ts';
import { rowsOf } from './tables.ts';

/** Cells looked at: labels stand at the beginning. */
const MOST_ROWS = 400;
/** Share of the labels a file must have to be of the same form. */
const ENOUGH = 0.75;

/** What a form is known by again: the labels that its mapping goes by, folded, one a line. */
export const signatureOf = ({ columns, cells }: Mapping): string =>
  [...new Set([...columns.map(({ header }) => header), ...cells.map(({ label }) => label)].map(labelKey))]
    .filter((key) => key !== '')
    .sort()
    .join('\n');

/** How much of a kept form's labels a file has, 0 to 1; 0 also where the head of its columns is nowhere. */
export const likeness = (tables: readonly SourceTable[], kept: Pick<KeptMapping, 'signature' | 'mapping'>): number => {
  const labels = kept.signature.split('\n').filter((label) => label !== '');
  if (labels.length < 2) return 0;
  const all = tables.map((table) => rowsOf({ ...table, rows: table.rows.slice(0, MOST_ROWS) }));
  const needsHead = kept.mapping.columns.some(({ header }) => labelKey(header) !== '');
  if (needsHead && all.every((rows) => findHead(rows, kept.mapping) === null)) return 0;
  const there = new Set<string>();
  for (const { cells } of all.flat()) {
    for (const text of cells) {
      if (text.length <= LONGEST_LABEL) there.add(labelKey(text));
      const inline = /^([^:：]{1,24})[:：]/u.exec(text)?.[1];
      if (inline !== undefined) there.add(labelKey(inline));
    }
  }
  return labels.filter((label) => there.has(label)).length / labels.length;
};

/**
 * The kept mapping that fits a file best; null where none does.
 * @param enough share of its labels the file must have; 1 where the program could read the file without it
 */
export const fittingMapping = <Kept extends Pick<KeptMapping, 'signature' | 'mapping'>>(
  tables: readonly SourceTable[],
  kept: readonly Kept[],
  enough = ENOUGH,
): Kept | null => {
  let best: Kept | null = null;
  let score = enough;
  for (const one of kept) {
    const found = likeness(tables, one);
    if (found > score || (found === score && best === null)) [best, score] = [one, found];
  }
  return best;
};
