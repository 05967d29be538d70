import type { SourceTable } from '../../grid/table.ts';
import { partedOnly } from '../annex2/unstack.ts';
import { cleanCell } from '../clean.ts';
import { headerOf } from './columns.ts';

/** A list with one column for projects and one for each level, with sign, unit of measure or weight in columns of their own. */
export const matchesApproval = (tables: readonly SourceTable[]): boolean =>
  tables
    .map(partedOnly)
    .some(({ rows }) => rows.some(({ cells }) => cells.length >= 6 && headerOf(cells.map(cleanCell)) !== null));
