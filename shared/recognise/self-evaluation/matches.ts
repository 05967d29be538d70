import type { SourceTable } from '../../grid/table.ts';
import { columnOf, isIndicatorHeader } from '../annex2/column-labels.ts';
import { unstack } from '../annex2/unstack.ts';

/** 自评表: a header of indicators with 实际完成值 beside 指标值. */
export const matchesSelfEvaluation = (tables: readonly SourceTable[]): boolean =>
  tables.some((table) =>
    unstack(table).rows.some(({ cells }) => {
      if (!isIndicatorHeader(cells.map((text) => ({ text })))) return false;
      const columns = cells.map(columnOf);
      return columns.includes('actual') && (columns.includes('score') || columns.includes('deviation'));
    }),
  );
