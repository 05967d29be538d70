import { INDICATOR_HEADER } from '../../forms/annex2/definition.ts';
import { remember } from '../remember.ts';
import { LONGEST_LABEL, plain } from './header-labels.ts';

/** What a column right of 二级指标 holds. 指标值 may be printed in three: 指标性质, 指标值, 度量单位. */
export type ColumnName =
  | 'name'
  | 'description'
  | 'operator'
  | 'value'
  | 'unit'
  | 'weight'
  | 'basis'
  | 'actual'
  | 'score'
  | 'deviation'
  | 'ignored';

const COLUMNS: readonly (readonly [RegExp, ColumnName])[] = [
  [/^三级(?:绩效)?指标(?:名称|内容)?$|^(?:绩效|具体)?指标名称$|^具体指标$|^四级指标$/u, 'name'],
  [
    /^(?:年度|绩效|预期|目标|计划|年初|本年|当年|全年|年度绩效|绩效目标)?指标值$|^(?:年度|预期|计划|年初|绩效|本年)?目标值$|^(?:当年|本年|年度)?(?:预期|计划)(?:实现|完成)?值$|^指标目标值$/u,
    'value',
  ],
  [
    /^(?:绩效)?指标性质$|^(?:计算|运算|比较|对比|数学|指标|指标值|关系|逻辑)?符号?$|^指标关系$|^(?:比较|逻辑)?关系符?$|^运算符$/u,
    'operator',
  ],
  [/^(?:绩效)?(?:指标)?(?:度量|计量|指标值|数值)?单位$/u, 'unit'],
  [/^(?:绩效)?(?:指标)?(?:分值|权重|分数|分值权重|权重分值|权重分|标准分)$/u, 'weight'],
  [/^(?:全年|年度|指标)?(?:实际)?完成(?:值|情况|数|指标值)$|^(?:全年|年度)?实际值$|^完成(?:指标)?值$/u, 'actual'],
  [/^(?:自评|实际|指标)?(?:得分|自评分|评分)$|^自评分数$/u, 'score'],
  [/^.{0,6}(?:原因|偏差|改进措施).{0,14}$/u, 'deviation'],
  [/依据$/u, 'basis'],
  [/^(?:绩效)?指标(?:值)?(?:说明|描述|解释|释义|内容)$|^(?:绩效)?(?:说明|描述)$/u, 'description'],
  [
    /^备注$|^(?:评(?:分|价)|赋分|计分|扣分|考核)(?:标准|规则|办法|方法)$|^(?:绩效)?指标(?:方向性?|类型|属性|来源)$|^(?:数据|证据|佐证)(?:来源|资料|材料)$|^佐证资料$|^取值方式$|^绩效标准$|^计算公式$|^上年(?:度)?(?:指标值|完成值|实际值)$/u,
    'ignored',
  ],
];

/** Which column of the indicator part a header cell names. */
export const columnOf = (text: string): ColumnName | null => (text.length > LONGEST_LABEL ? null : findColumn(text));

const findColumn = remember((text): ColumnName | null => {
  const label = plain(text);
  return COLUMNS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
});

const LEVELS: readonly (readonly [RegExp, 'level1' | 'level2'])[] = [
  [/^一级(?:绩效)?指标(?:名称)?$/u, 'level1'],
  [/^二级(?:绩效)?指标(?:名称)?$/u, 'level2'],
];

/** Which of the two upper levels a header cell names. */
export const levelOf = (text: string): 'level1' | 'level2' | null =>
  text.length > LONGEST_LABEL ? null : findLevel(text);

const findLevel = remember(
  (text): 'level1' | 'level2' | null => LEVELS.find(([pattern]) => pattern.test(plain(text)))?.[1] ?? null,
);

const HEADER_CELLS: ReadonlySet<string> = new Set([...INDICATOR_HEADER, '绩效指标值', '年度指标值'].map(plain));

/** 名称, 一级指标, 二级指标, 三级指标, 指标值. */
export const isHeaderCell = (text: string): boolean => text.length <= LONGEST_LABEL && isHeaderText(text);

const isHeaderText = remember((text) => HEADER_CELLS.has(plain(text)) || findLevel(text) !== null);

/** The line above the indicators: 名称 一级指标 二级指标 三级指标 指标值, in part or in whole. */
export const isIndicatorHeader = (cells: readonly { readonly text: string }[]): boolean =>
  cells.filter((cell) => isHeaderCell(cell.text)).length >= 2;
