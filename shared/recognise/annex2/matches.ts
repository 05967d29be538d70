import type { SourceTable } from '../../grid/table.ts';
import { fold } from '../../model/text.ts';
import { unstack } from './unstack.ts';
import { headerLabel, inlineField } from './header-labels.ts';
import { indicatorLabel } from './labels.ts';

/** Sister forms with the same labels and other columns: not this one. */
const SISTERS = /自评表|监控表|绩效评价/u;

/** Upper labels that only sister forms print. */
const SISTER_LABELS: ReadonlySet<string> = new Set([
  '资金支出计划(%)',
  '预算规模及资金用途',
  '单位及项目名称',
  '全年执行数',
]);

/** 附件2: at least four of its upper labels and three of its level-2 labels, none of a sister form's title. */
export const matchesAnnex2 = (tables: readonly SourceTable[]): boolean => {
  const keys = new Set<string>();
  const kinds = new Set<string>();
  for (const row of tables.flatMap((table) => unstack(table).rows)) {
    const cells = row.cells.filter((cell) => cell.trim() !== '');
    if (cells.length === 1 && cells.some((cell) => cell.length < 60 && SISTERS.test(fold(cell)))) return false;
    for (const cell of cells) {
      if (cell.length < 20 && SISTER_LABELS.has(fold(cell))) return false;
      const key = headerLabel(cell) ?? inlineField(cell)?.key;
      const label = indicatorLabel(cell);
      if (key !== undefined && key !== 'ignored') keys.add(key);
      if (label?.type === 'kind' && !label.bare) kinds.add(label.kind);
    }
  }
  return keys.has('name') && keys.size >= 4 && kinds.size >= 3;
};
