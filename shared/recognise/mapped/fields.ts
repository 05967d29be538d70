import { fold } from '../../model/text.ts';
import { remember } from '../remember.ts';

/** What a column or a cell of an unknown form can be. */
export const MAPPED_FIELDS = [
  'name',
  'code',
  'department',
  'implementingUnit',
  'attribute',
  'period',
  'category',
  'total',
  'fiscal',
  'other',
  'usage',
  'goal',
  'level1',
  'level2',
  'level3',
  'description',
  'operator',
  'value',
  'measure',
  'weight',
  'basis',
  'narrative',
] as const;

export type MappedField = (typeof MAPPED_FIELDS)[number];

/** What the clerk chooses from, in the order of the list. */
export const FIELD_LABELS: Readonly<Record<MappedField, string>> = {
  name: '项目名称',
  code: '项目编码',
  department: '主管部门',
  implementingUnit: '实施单位',
  attribute: '项目属性',
  period: '项目期',
  category: '项目类别',
  total: '预算数（总额）',
  fiscal: '财政拨款',
  other: '其他资金',
  usage: '资金用途',
  goal: '绩效目标',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  description: '指标说明',
  operator: '符号（≥ ≤ =）',
  value: '指标值',
  measure: '计量单位',
  weight: '权重',
  basis: '指标值依据',
  narrative: '指标（写成一段文字）',
};

/** Parts of an indicator: several rows of a project have them. */
export const INDICATOR_FIELDS: ReadonlySet<MappedField> = new Set<MappedField>([
  'level1',
  'level2',
  'level3',
  'description',
  'operator',
  'value',
  'measure',
  'weight',
  'basis',
]);

/** The form in which labels of two files are compared: folded, without bracket, colon and number before. */
export const labelKey = (text: string): string =>
  fold(text)
    .replace(/^(?:其中[:,]?|\(?[一二三四五六七八九十\d]{1,2}[),.])/u, '')
    .replace(/[([【][^)\]】]*[)\]】]?/gu, '')
    .replace(/[:,.*]+$/u, '');

/** Longest label. */
export const LONGEST_LABEL = 24;

// The first that fits: 指标值 before 指标, 目标值 before 目标.
const GUESSES: readonly (readonly [RegExp, MappedField])[] = [
  [/^(?:一级|第一级|1级)(?:绩效)?(?:指标|目标)?(?:名称)?$|^指标(?:大类|一级)$/u, 'level1'],
  [/^(?:二级|第二级|2级)(?:绩效)?(?:指标|目标)?(?:名称)?$|^指标(?:类型|类别|小类|二级)$/u, 'level2'],
  [
    /^(?:指标|预期|目标|计划|年度|绩效|考核|标准|年初|全年|本年)*(?:指标|目标|标准|计划|预期)值$|^(?:目标|计划|预期)(?:数|完成值)$|^年度指标$/u,
    'value',
  ],
  [
    /^(?:三级|第三级|3级)(?:绩效)?(?:指标|目标)?(?:名称|内容)?$|^(?:具体|绩效|考核|细化)?指标(?:名称|内容)?$|^考核内容$/u,
    'level3',
  ],
  [/符号$|^(?:绩效)?指标性质$|^(?:指标)?方向$/u, 'operator'],
  [/^(?:指标|度量|计量|指标值)(?:值)?单位$/u, 'measure'],
  [/^(?:指标)?(?:分值)?(?:权重|分值|分数|标准分|满分)(?:分值)?$/u, 'weight'],
  [/依据$|^数据来源$|^指标来源$/u, 'basis'],
  [/^(?:绩效)?指标(?:说明|解释|描述|释义|含义)$|^(?:指标值)?说明$|^计算方法$|^指标解释及计算公式$/u, 'description'],
  [/^(?:项目|专项|预算|支出|二级)*(?:项目)?(?:编码|代码|编号)$/u, 'code'],
  [
    /^(?:专项|预算|支出|子|二级|一级)?(?:资金)?项目(?:支出)?(?:名称)?$|^专项(?:资金)?名称$|^(?:工程|活动|任务|事项|项目\/?活动)名称$/u,
    'name',
  ],
  [
    /^(?:预算)?(?:主管|归口|业务)(?:部门|单位|处室|科室|股室)(?:名称|及代码)?$|^(?:一级)?(?:预算)?部门(?:名称)?$/u,
    'department',
  ],
  [
    /^(?:项目)?(?:实施|承担|使用|申报|执行|用款|填报|基层|预算)?单位(?:名称|全称|及代码)?$|^(?:责任|建设)单位$/u,
    'implementingUnit',
  ],
  [/^项目(?:属性|性质)$|^支出性质$/u, 'attribute'],
  [/^(?:项目|资金)(?:类别|类型|分类)$|^支出(?:类别|类型|分类)$/u, 'category'],
  [/期限$|^项目(?:实施)?(?:期|周期|年度)$|起止(?:时间|年限|年月|日期)$|^建设周期$/u, 'period'],
  [
    /^(?:其中)?(?:当年|本年|年度|一般公共预算|公共预算)*财政(?:拨款|资金|补助|预算|性资金)(?:资金|收入)?$|^一般公共预算(?:拨款|资金)?$/u,
    'fiscal',
  ],
  [/^(?:其中)?其[他它](?:资金|来源|收入)?$|^(?:单位)?自筹(?:资金)?$|^自有资金$|^非财政(?:拨款)?资金$/u, 'other'],
  [/(?:资金|经费)?用途$|^(?:项目|建设|主要|工作)(?:内容|概况|任务)$|^支出(?:内容|方向)$|^项目(?:主要)?内容$/u, 'usage'],
  [
    /^(?:20\d{2})?年?(?:年度|项目|全年|本年|当年|申报|申请|安排|核定|财政|年初)*(?:预算|资金|经费|金额|投资)(?:总额|总计|合计|数|金额|安排|额|总数|规模|申请数|安排数|需求)?$|^(?:金额|总额|合计金额|总投资|小计)$/u,
    'total',
  ],
  [
    /^(?:20\d{2})?年?(?:年度|项目|总体|全年|当年|预期|长期|实施期|计划|工作|主要)*(?:绩效)?(?:总体)?(?:总)?目标(?:内容|描述|任务)?$/u,
    'goal',
  ],
];

/** What a label most likely means; null for no label that is known. */
export const guessField = (text: string): MappedField | null => (text.length > LONGEST_LABEL ? null : guess(text));

const guess = remember((text): MappedField | null => {
  const label = labelKey(text);
  return label === '' ? null : (GUESSES.find(([pattern]) => pattern.test(label))?.[1] ?? null);
});
