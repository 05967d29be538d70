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
  [
    /^(?:预算|填报|申报|项目|实施|项目实施)?单位(?:名称)?$|^单位编码(?:及|和)?名称$|^(?:主管|一级)?部门(?:名称)?$|^(?:单位|部门)\((?:部门|单位)\)(?:名称)?$|^(?:部门|单位)(?:及|\/)(?:单位|部门)(?:名称)?$/u,
    'unit',
  ],
  [/^(?:预算)?项目(?:编码|代码|编号)$/u, 'code'],
  [/^(?:预算|支出|二级|一级)?项目(?:支出)?(?:名称)?$|^项目编码(?:及|和)?名称$|^项目名称(?:及|和)?编码$/u, 'project'],
  [/^项目(?:类别|类型|分类|属性|性质)$/u, 'category'],
  [
    /^(?:项目|年度|本年|当年|全年|年初|项目年度|年度项目)?(?:支出)?(?:预算数|预算金额|预算|金额|资金总额|资金|预算资金|预算总额|预算安排数|申报数|批复数|安排数)(?:\([^()]*\))?$/u,
    'amount',
  ],
  [
    /^(?:年度|项目|总体|年度总体|年度绩效|项目绩效|项目年度|本年度?|当年)?(?:绩效)?(?:总体|年度)?(?:绩效)?(?:总)?目标(?:内容|描述)?$/u,
    'goal',
  ],
  [/^一级(?:绩效)?指标(?:名称)?$/u, 'level1'],
  [/^二级(?:绩效)?指标(?:名称)?$/u, 'level2'],
  [/^三级(?:绩效)?指标(?:名称|内容)?$|^指标名称$|^绩效指标名称$/u, 'level3'],
  [/^(?:绩效)?指标性质$|^(?:计算|运算|比较|指标|指标值|关系|对比|逻辑)?符号?$|^(?:比较|逻辑)?关系符?$/u, 'operator'],
  [/^(?:绩效|年度|预期|目标|计划|年度绩效)?指标值(?:\([^()]*\))?$|^(?:年度|预期|计划|绩效)?目标值$/u, 'value'],
  [/^(?:绩效)?(?:指标)?(?:度量|计量|指标值|数值)单位$|^指标单位$/u, 'measure'],
  [/^(?:绩效)?(?:指标)?(?:分值|权重|分值权重|权重分值|权重分|分数)(?:\([^()]*\))?$|^(?:其中:)?预算执行率$/u, 'weight'],
  [
    /^(?:绩效)?指标(?:值)?(?:方向性?|类型|说明|解释|描述|属性|来源|依据)$|^备注$|^序号$|^(?:评分|评价|赋分)(?:标准|规则)$|^.{0,8}(?:依据|说明|科目|科室|处室)$/u,
    'ignored',
  ],
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
  return {
    columns: withStrangers(cells, columns),
    amountUnit: unitIn(amount === undefined ? '' : (cells[amount.column] ?? '')),
  };
};

/** Columns of the county's own among the others: no field takes them, but cells stand below them. */
const withStrangers = (cells: readonly string[], columns: readonly Column[]): readonly Column[] => {
  const strangers = cells.flatMap((text, column) =>
    text.trim() === '' || columns.some((one) => one.column === column) ? [] : [{ name: 'ignored' as const, column }],
  );
  return [...columns, ...strangers].sort((one, other) => one.column - other.column);
};

/** 预算数（万元）, 金额单位：元. */
export const unitIn = (text: string): Header['amountUnit'] => {
  const found = /[(:](万?元)\)?$/u.exec(fold(text))?.[1];
  return found === undefined ? null : found === '元' ? '元' : '万元';
};

/** A row of nothing but column labels: the second line of a header. */
export const isHeaderRest = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.trim() !== '') && cells.every((cell) => cell.trim() === '' || columnLabel(cell) !== null);
