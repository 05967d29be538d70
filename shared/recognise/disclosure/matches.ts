import type { SourceRow, SourceTable } from '../../grid/table.ts';
import { linesOf } from '../lines.ts';
import { headerOf } from './columns.ts';

/** A row that names the columns of projects, goals and indicators, and no column of levels: 公开表 and nothing else. */
export const matchesDisclosure = (tables: readonly SourceTable[]): boolean =>
  tables.some(({ name, rows }) => {
    const candidates = rows.filter(mayBeHeader);
    return linesOf({ name, rows: candidates }).some(({ cells }) => headerOf(cells) !== null);
  });

/** Longest header cell with what markup an extraction leaves around it. */
const LONGEST = 80;

/** Cells are cleaned only where they are worth it: this is asked of every document. */
const mayBeHeader = ({ cells }: SourceRow): boolean => names(cells, '目标') && names(cells, '指标');

const names = (cells: readonly string[], word: string): boolean =>
  cells.length >= 3 && cells.some((cell) => cell.length < LONGEST && cell.includes(word));
