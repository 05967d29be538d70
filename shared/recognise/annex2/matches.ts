import type { SourceTable } from '../../grid/table.ts';
import { fold } from '../../model/text.ts';
import { headerLabel, indicatorLabel, inlineField } from './labels.ts';

/** Sister forms with the same labels and other columns: not this one. */
const SISTERS = /自评表|监控表|批复表|公开表|绩效评价/u;

/** 附件2: at least four of its upper labels and three of its level-2 labels, none of a sister form's title. */
export const matchesAnnex2 = (tables: readonly SourceTable[]): boolean => {
  const keys = new Set<string>();
  const kinds = new Set<string>();
  for (const row of tables.flatMap((table) => table.rows)) {
    const cells = row.cells.filter((cell) => cell.trim() !== '');
    if (cells.length === 1 && cells.some((cell) => cell.length < 60 && SISTERS.test(fold(cell)))) return false;
    for (const cell of cells) {
      // A label alone in its row is another form's: one cell a line.
      const alone = cells.length === 1;
      const key = (alone ? null : headerLabel(cell)) ?? inlineField(cell)?.key;
      const label = alone ? null : indicatorLabel(cell);
      if (key !== undefined) keys.add(key);
      if (label?.type === 'kind' && !label.bare) kinds.add(label.kind);
    }
  }
  return keys.has('name') && keys.size >= 4 && kinds.size >= 3;
};
