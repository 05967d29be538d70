import { fold } from '../model/text.ts';
import type { FieldRole, IndicatorPart } from './roles.ts';

/* The words that counties print beside and above their cells. */

/** Longer cells are content. */
export const LONGEST_LABEL = 40;

/** What a label names: a field; `funds` beside several amounts; `known` a row that official forms have and no project here does. */
export type Label = FieldRole | 'funds' | 'person' | 'known';

/** Folded, without 其中, number, bracket, stars and colon. */
export const plainLabel = (text: string): string =>
  fold(text)
    .replace(/[_*☆★]+/gu, '')
    .replace(/^其中[:,]?/u, '')
    .replace(/^\(?[一二三四五六七八九十\d]{1,2}(?:\)|[),.])/u, '')
    .replace(/[([【][^)\]】]*[)\]】]?/gu, '')
    .replace(/^其中[:,]?/u, '')
    .replace(/[:,.]+$/u, '');

const YEARS = '(?:当年|本年|年度|本年度|当年度)?';

const FIELDS: readonly (readonly [RegExp, Label])[] = [
  [/^(?:预算|支出)?项目(?:名称?)$|^专项(?:资金)?名称$/u, 'name'],
  [/^项目(?:编码|代码|编号)$/u, 'code'],
  [/^(?:预算)?(?:主管|归口)(?:部门|单位)(?:编码|代码)$|^部门(?:编码|代码)$/u, 'departmentCode'],
  [
    /^(?:预算|省级|市级|县级|项目)?(?:主管|归口)(?:部门|单位)(?:名称)?(?:[及和/与](?:编码|代码))?$/u,
    'departmentAndCode',
  ],
  [
    /^(?:项目)?(?:具体)?(?:实施|承担|执行|使用|用款)(?:单位|部门)(?:名称)?(?:[及和](?:编码|代码))?$|^项目单位$/u,
    'implementingUnit',
  ],
  [/^(?:填报|申报|编制|填表|预算)(?:单位|部门)(?:名称)?$|^单位名称$|^部门名称$|^单位编码及名称$/u, 'unitName'],
  [/^(?:预算)?单位(?:编码|代码)$/u, 'unitCode'],
  [/^项目(?:属性|性质|类型)$/u, 'attribute'],
  [/^项目(?:类别|分类)$/u, 'category'],
  [/^项目(?:实施)?(?:期|期限|周期|年限)$|^实施期限$/u, 'period'],
  [/^(?:中期|实施期|总体|长期|中长期)(?:项目)?(?:资金|预算)(?:总额|总数)$/u, 'midtermFunds.total'],
  [
    new RegExp(
      `^(?:项目)?${YEARS}(?:项目)?(?:预算)?(?:资金|金额|预算)(?:总额|总量|合计|总计|总数|申请)$|^${YEARS}(?:项目)?预算(?:数|金额|安排数|安排)$|^(?:资金)?总额$|^${YEARS}金额$|^项目总投资$`,
      'u',
    ),
    'funds.total',
  ],
  [new RegExp(`^${YEARS}财政(?:性)?(?:拨款|资金|预算资金|拨款资金|补助资金)$`, 'u'), 'funds.fiscal'],
  [/^其[他它](?:资金|来源|收入)?$|^(?:自筹|自有|单位|配套)资金$/u, 'funds.other'],
  [
    /^(?:项目)?(?:资金|预算|金额)(?:情况|申请|安排|来源|预算|构成)?$|^项目资金(?:情况|申请|安排|来源)$|^预算(?:资金|规模)$/u,
    'funds',
  ],
  [/^(?:预算规模及)?资金(?:主要)?用途$|^(?:项目)?(?:支出)?用途$/u, 'usage'],
  [/^(?:项目)?(?:资金)?支出计划(?:进度)?$|^(?:资金)?(?:支出|使用|用款)进度计划$/u, 'spendingPlan'],
  [/^(?:中期|长期|中长期|实施期|项目期|总)(?:绩效|总体|总)?目标$/u, 'midtermGoals'],
  [/^(?:项目|年度|本年|当年|预期|部门)*(?:总体|绩效|绩效总体|总体绩效|预期|主要)*目标(?:内容|描述|概述)?$/u, 'goals'],
  [/^(?:项目|年度)?绩效指标(?:内容)?$/u, 'indicators'],
  [
    /^(?:项目|财务|单位|部门)?(?:负责人|联系人|经办人|填报人|填表人|制表人|审核人|复核人|主管领导|分管领导)(?:及|和|\/)?(?:联系)?(?:电话|方式)?$/u,
    'person',
  ],
  [/^(?:联系|办公)?(?:电话|方式)$|^(?:填报|填表|编制|申报)(?:日期|时间)$|^日期$/u, 'person'],
  [
    /^(?:项目)?(?:实施)?(?:起止|开始|完成|结束)(?:时间|日期|年限)$|^(?:项目)?(?:立项|设立|政策|实施)(?:情况|依据|必要性)$|^项目(?:概况|内容|背景|级次|总投资|必要性|可行性|简介)$|^(?:主要)?(?:工作|建设)内容$|^备注$|^单位职能概述$|^其他说明的问题$/u,
    'known',
  ],
];

const remembered = new Map<string, Label | null>();

/** What a cell names, where it is a label. */
export const labelOf = (text: string): Label | null => {
  if (text.length > LONGEST_LABEL) return null;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const plain = plainLabel(text);
  const label = plain === '' ? null : (FIELDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null);
  if (remembered.size > 5_000) remembered.clear();
  remembered.set(text, label);
  return label;
};

/** What a column above indicators or a list holds; `project`, `goal` and `amount` only in lists. */
export type ColumnLabel = IndicatorPart | FieldRole | 'number' | 'ignored';

const COLUMNS: readonly (readonly [RegExp, ColumnLabel])[] = [
  [/^一级(?:绩效)?指标(?:名称)?$/u, 'level1'],
  [/^二级(?:绩效)?指标(?:名称)?$/u, 'level2'],
  [/^三级(?:绩效)?指标(?:名称)?$|^指标(?:名称|内容)$|^具体指标$|^三级指标及指标解释$/u, 'level3'],
  [/^(?:绩效)?指标(?:描述|解释|说明|释义)$|^(?:绩效)?(?:描述|说明)$/u, 'description'],
  [/^(?:绩效)?指标(?:性质|符号|关系)$|^(?:计算|运算|比较|数学)?符号$|^(?:计算|比较)关系$/u, 'operator'],
  [/^(?:年度|绩效|预期|当年|本年)*(?:指标|目标)值$|^(?:年度|预期)?指标值$/u, 'value'],
  [/^(?:指标)?(?:度量|计量|指标值)(?:单位)$/u, 'unit'],
  [/^(?:绩效|指标)*(?:分值|权重|分数|分值权重|标准分|权重分值)$|^(?:其中[:,]?)?预算执行率$/u, 'weight'],
  [/^(?:指标值?)?(?:设定|确定|设置|制定|来源|取值)*依据$|^依据$|^(?:指标值)?(?:来源|设定依据)$/u, 'basis'],
  [/^备注$/u, 'note'],
  [/^序号$|^编号$/u, 'number'],
  [/^名称$/u, 'ignored'],
];

/** What a cell of a header names as a column; null for content. */
export const columnOf = (text: string): ColumnLabel | null => {
  if (text.length > LONGEST_LABEL) return null;
  const plain = plainLabel(text);
  if (plain === '') return null;
  return COLUMNS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
};

/** A column of a list: of indicators, or of projects. 单位及项目名称 names projects; 单位 alone what its place says. */
export const listColumnOf = (text: string): ColumnLabel | null => {
  const column = columnOf(text);
  if (column !== null) return column;
  const plain = plainLabel(text);
  if (/^(?:单位|部门)(?:名称)?[及和,/](?:预算|支出)?项目(?:名称)?$|^项目$|^项目编码及名称$/u.test(plain)) return 'name';
  if (/^(?:预算|部门|项目)?(?:单位)(?:编码|代码|编号)?(?:及|和)名称$|^(?:预算)?(?:单位|部门)$/u.test(plain))
    return 'unitName';
  if (/^(?:单位|部门)(?:编码|代码|编号)$|^(?:编码|代码)$/u.test(plain)) return 'unitCode';
  if (
    /^(?:项目|年度|预算|安排|支出|本年|当年)*(?:金额|预算数|预算|资金|资金总额|经费|预算资金|预算金额|合计|小计|总额)$/u.test(
      plain,
    )
  )
    return 'funds.total';
  const label = labelOf(text);
  return label === null || label === 'funds' || label === 'person' || label === 'known' ? null : label;
};

/** The unit of amounts a label or a caption names: 项目资金（万元）, 单位：元, 预算数(万元). */
export const amountUnitIn = (text: string): '万元' | '元' | null => {
  if (text.length > 60) return null;
  const found = /[(:](?:单位:?|金额单位:?|人民币)*(万?元)\)?$|[(:](万?元)\)/u.exec(fold(text).replace(/[,.]$/u, ''));
  const unit = found?.[1] ?? found?.[2];
  return unit === undefined ? null : unit === '元' ? '元' : '万元';
};

/** Lines around a table that no project fills: 填报人：, 注：, 审核意见. */
export const isFoot = (text: string): boolean =>
  /^(?:填报人|填表人|制表人?|经办人|审核人?|复核人?|单位负责人|部门负责人|项目负责人|财务负责人|负责人|联系人|联系电话|填报日期|填表日期|注\d*|备注|说明|填表说明|填报说明|审核意见|主管部门意见|财政部门意见|盖章|单位\(盖章\))[:(,.]|^(?:注|说明)\d*[:.]/u.test(
    fold(text),
  );

/** ……, …, ...: more of the same may follow. */
export const isDots = (text: string): boolean => /^[.…。·]{1,}$/u.test(fold(text));

/** What only marks a place to write: blanks, lines, ×××, 指标1：, 1.目标内容1, dots. */
export const isPlaceholder = (text: string): boolean => text.split('\n').every((line) => isEmptyMark(fold(line)));

const isEmptyMark = (line: string): boolean =>
  /^[_×x*○〇….。/—-]*$/u.test(line) ||
  /^(?:\d{1,2}[.,])?(?:三级|绩效)?(?:指标|目标)(?:内容|名称)?[\d一二三四五六七八九十xn]{0,2}[:,.]?[_×x*….]*$/u.test(
    line,
  ) ||
  /^\d{1,2}[.,][_×x*….]*$/u.test(line);
