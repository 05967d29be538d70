import type { SourceTable } from '../../grid/table.ts';
import { unstackOnly } from '../annex2/unstack.ts';
import { cleanCell } from '../clean.ts';
import { columnsOf, sectionOf } from './halves.ts';

/** A header of indicators that names 二级指标 and 三级指标 twice, for 中期 and for the year; or both below each other. */
export const matchesDeclaration = (tables: readonly SourceTable[]): boolean => areHalves(tables.map(unstackOnly));

const areHalves = (tables: readonly SourceTable[]): boolean =>
  tables.some(({ rows }) => rows.some(({ cells }) => cells.length >= 6 && columnsOf(cells.map(cleanCell)) !== null)) ||
  isBelowEachOther(tables);

/** 长期绩效指标 above and 年度绩效指标 below. */
const isBelowEachOther = (tables: readonly SourceTable[]): boolean => {
  const sections = new Set(tables.flatMap(({ rows }) => rows.map(({ cells }) => sectionOf(cells.map(cleanCell)))));
  return sections.has('midterm') && sections.has('year');
};
