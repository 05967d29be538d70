import type { SourceTable } from '../../grid/table.ts';
import { cleanCell } from '../clean.ts';
import { columnsOf } from './halves.ts';

/** A header of indicators that names 二级指标 and 三级指标 twice, for 中期 and for the year. */
export const matchesDeclaration = (tables: readonly SourceTable[]): boolean =>
  tables.some(({ rows }) => rows.some(({ cells }) => cells.length >= 6 && columnsOf(cells.map(cleanCell)) !== null));
