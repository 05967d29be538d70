import { INDICATOR_HEADER } from '../../forms/annex2/definition.ts';
import { remember } from '../remember.ts';
import { LONGEST_LABEL, plain } from './labels.ts';

/** What a column right of 二级指标 holds. 指标值 may be printed in three: 指标性质, 指标值, 度量单位. */
export type ColumnName = 'name' | 'description' | 'operator' | 'value' | 'unit' | 'weight' | 'basis' | 'ignored';

const COLUMNS: readonly (readonly [RegExp, ColumnName])[] = [
  [/^三级指标(?:名称)?$|^指标名称$/u, 'name'],
  [/^(?:年度|绩效|预期|目标)?指标值$|^(?:年度)?目标值$/u, 'value'],
  [/^指标性质$|^(?:计算|运算|比较|数学)?符号$|^指标(?:符号|关系)$/u, 'operator'],
  [/^(?:指标)?(?:度量|计量|指标值)?单位$/u, 'unit'],
  [/^(?:指标)?(?:分值|权重|分数)$/u, 'weight'],
  [/依据$/u, 'basis'],
  [/^(?:绩效)?指标(?:说明|描述|解释|内容)$|^(?:绩效)?(?:说明|描述)$/u, 'description'],
  [/^备注$|^评(?:分|价)(?:标准|规则|办法)$|^指标(?:方向|类型)$|^完成(?:值|情况)$|^得分$/u, 'ignored'],
];

/** Which column of the indicator part a header cell names. */
export const columnOf = (text: string): ColumnName | null => (text.length > LONGEST_LABEL ? null : findColumn(text));

const findColumn = remember((text): ColumnName | null => {
  const label = plain(text);
  return COLUMNS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
});

const HEADER_CELLS: ReadonlySet<string> = new Set([...INDICATOR_HEADER, '绩效指标值'].map(plain));

/** 名称, 一级指标, 二级指标, 三级指标, 指标值. */
export const isHeaderCell = (text: string): boolean => text.length <= LONGEST_LABEL && isHeaderText(text);

const isHeaderText = remember((text) => HEADER_CELLS.has(plain(text)));

/** The line above the indicators: 名称 一级指标 二级指标 三级指标 指标值, in part or in whole. */
export const isIndicatorHeader = (cells: readonly { readonly text: string }[]): boolean =>
  cells.filter((cell) => isHeaderCell(cell.text)).length >= 2;
