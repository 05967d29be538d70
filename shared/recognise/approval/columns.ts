import { fold } from '../../model/text.ts';
import { remember } from '../remember.ts';

/** What a column of a list of projects and indicators holds. */
export type ColumnName =
  | 'unit'
  | 'code'
  | 'project'
  | 'category'
  | 'amount'
  | 'goal'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'operator'
  | 'value'
  | 'measure'
  | 'weight'
  | 'ignored';

export interface Column {
  readonly name: ColumnName;
  readonly column: number;
}

/** The header of the list: its columns from left to right, and the unit its amounts are printed in. */
export interface Header {
  readonly columns: readonly Column[];
  readonly amountUnit: '万元' | '元' | null;
}

const LABELS: readonly (readonly [RegExp, ColumnName])[] = [
  [/^(?:预算)?单位(?:名称)?$|^单位编码及名称$|^(?:主管)?部门(?:名称)?$|^单位\(部门\)名称$/u, 'unit'],
  [/^项目(?:编码|代码)$/u, 'code'],
  [/^项目(?:名称)?$|^项目编码及名称$|^(?:预算|支出)项目(?:名称)?$/u, 'project'],
  [/^项目(?:类别|类型|分类|属性|性质)$/u, 'category'],
  [/^(?:项目|年度)?(?:预算数|预算金额|预算|金额|资金总额|资金|预算资金)(?:\([^()]*\))?$/u, 'amount'],
  [/^(?:年度|项目|总体|年度总体|年度绩效|项目绩效)?(?:绩效)?目标$/u, 'goal'],
  [/^一级指标$/u, 'level1'],
  [/^二级指标$/u, 'level2'],
  [/^三级指标(?:名称)?$/u, 'level3'],
  [/^(?:绩效)?指标性质$|^(?:计算|运算|比较)?符号$/u, 'operator'],
  [/^(?:绩效|年度)?指标值$/u, 'value'],
  [/^(?:度量|计量|指标值)单位$/u, 'measure'],
  [/^(?:分值|权重|分值权重|指标权重|分值\(权重\))$|^(?:其中:)?预算执行率$/u, 'weight'],
  [/^(?:绩效)?指标(?:方向性?|类型|说明|解释|描述)$|^备注$|^序号$/u, 'ignored'],
];

/** Longest text of a header cell. */
const LONGEST_LABEL = 30;

const labelOf = remember((text): ColumnName | null => {
  const label = fold(text);
  return LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
});

/** Which column a header cell names; null for a cell of content. */
export const columnLabel = (text: string): ColumnName | null => (text.length > LONGEST_LABEL ? null : labelOf(text));

/** Without these it is another table. */
const NEEDED: readonly ColumnName[] = ['project', 'level1', 'level2', 'level3', 'value'];

/** The header a row prints; null for any other row. A sign, a unit of measure or a weight of its own tells this list from others. */
export const headerOf = (cells: readonly string[]): Header | null => {
  const columns: Column[] = [];
  cells.forEach((text, column) => {
    const name = columnLabel(text);
    if (name !== null && !columns.some((one) => one.name === name && name !== 'ignored'))
      columns.push({ name, column });
    // A column of another county's: what stands below it is taken for nothing else.
    else if (name === null && text.trim() !== '' && text.length <= LONGEST_LABEL)
      columns.push({ name: 'ignored', column });
  });
  const names = new Set(columns.map(({ name }) => name));
  const apart = names.has('operator') || names.has('measure') || names.has('weight');
  if (!apart || NEEDED.some((name) => !names.has(name))) return null;
  const amount = columns.find(({ name }) => name === 'amount');
  return { columns, amountUnit: unitIn(amount === undefined ? '' : (cells[amount.column] ?? '')) };
};

/** 预算数（万元）, 金额单位：元. */
export const unitIn = (text: string): Header['amountUnit'] => {
  const found = /[(:](万?元)\)?$/u.exec(fold(text))?.[1];
  return found === undefined ? null : found === '元' ? '元' : '万元';
};

/** A row of nothing but column labels: the second line of a header. */
export const isHeaderRest = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.trim() !== '') && cells.every((cell) => cell.trim() === '' || columnLabel(cell) !== null);
