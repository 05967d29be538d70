import type { SourceTable } from '../../grid/table.ts';
import { linesOf } from '../lines.ts';
import { headerOf } from './columns.ts';

/** A row that names the columns of projects, goals and indicators, and no column of levels: 公开表 and nothing else. */
export const matchesDisclosure = (tables: readonly SourceTable[]): boolean =>
  tables.some((table) => linesOf(table).some(({ cells }) => headerOf(cells) !== null));
