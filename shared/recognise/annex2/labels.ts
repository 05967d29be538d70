import { FIELDS, INDICATOR_ROWS, INDICATORS_LABEL, LEVELS } from '../../forms/annex2/definition.ts';
import type { Level2Kind, Requirement } from '../../model/level2.ts';
import { fold } from '../../model/text.ts';
import { joinLines } from '../clean.ts';
import { remember } from '../remember.ts';

/**
 * The fields read from the part above the indicators. `funds` is the label beside the three amounts, `funds.part` one of several
 * sources of fiscal money, `ignored` a row of other editions that no field of this form takes.
 */
export type HeaderKey = (typeof FIELDS)[number]['path'] | 'code' | 'funds' | 'funds.part' | 'ignored';

/** Rows of elder and neighbouring editions that this form has no field for: read as labels, so that nothing is taken for them. */
const IGNORED: readonly string[] = [
  '联系人',
  '联系电话',
  '项目负责人',
  '项目负责人及电话',
  '项目负责人及联系电话',
  '起止时间',
  '项目起止时间',
  '项目起止年限',
  '实施起止时间',
  '立项依据',
  '项目立项依据',
  '设立依据',
  '项目概况',
  '项目内容',
  '项目类别',
  '项目分类',
  '项目级次',
  '资金用途',
  '政策依据',
  '实施期目标',
  '实施期总目标',
  '中期目标',
  '长期目标',
  '中长期目标',
  '备注',
  '填报人',
  '填表人',
  '填报日期',
  '填报时间',
  '填报单位',
  '单位负责人',
  '审核人',
];

/** Other wordings seen on this form and its elder editions, beside what the definition prints. */
const ALIASES: Readonly<Partial<Record<HeaderKey, readonly string[]>>> = {
  name: ['项目名', '专项名称', '项目（专项）名称', '预算项目名称'],
  code: ['项目编码', '项目代码'],
  departmentAndCode: ['主管部门', '主管部门及编码', '主管单位', '主管单位及代码', '预算主管部门'],
  implementingUnit: ['项目实施单位', '实施单位及代码', '项目单位', '项目实施单位及代码', '项目承担单位'],
  attribute: ['项目类型'],
  period: ['项目期限', '项目周期', '实施期限', '项目实施期'],
  funds: ['项目资金', '资金情况', '项目资金情况', '项目资金申请', '项目金额', '项目预算', '预算资金', '预算金额'],
  'funds.total': [
    '资金总额',
    '年度资金',
    '项目资金总额',
    '年度资金总额',
    '年度金额',
    '预算总额',
    '资金合计',
    '年度预算总额',
  ],
  'funds.fiscal': [
    '财政资金',
    '当年财政拨款',
    '财政拨款',
    '财政拨款资金',
    '年度财政拨款',
    '财政性资金',
    '财政预算资金',
    '本年财政拨款',
  ],
  'funds.part': [
    '一般公共预算拨款',
    '一般公共预算',
    '一般公共预算财政拨款',
    '一般公共预算资金',
    '上级资金',
    '上级补助',
    '上级补助资金',
    '中央资金',
    '中央补助',
    '自治区资金',
    '省级资金',
    '市级资金',
    '县级资金',
    '本级资金',
    '本级财政资金',
    '地方资金',
    '政府性基金',
    '政府性基金预算拨款',
  ],
  ignored: IGNORED,
  'funds.other': ['其它资金', '其他', '自有资金', '单位资金'],
  'goals.0': [
    '绩效目标',
    '总体目标',
    '年度目标',
    '年度绩效目标',
    '年度总体绩效目标',
    '年度绩效总体目标',
    '项目绩效目标',
    '项目总体目标',
  ],
};

/** The form in which labels are compared: folded, without bracket, colon, 其中 and number. */
export const plain = (text: string): string =>
  fold(text)
    .replace(/^其中[:,]?/u, '')
    .replace(/^\(?[一二三四五六七八九十\d]{1,2}[),.]/u, '')
    .replace(/[([【][^)\]】]*[)\]】]?/gu, '')
    .replace(/[:,.*]+$/u, '');

const HEADER_LABELS: ReadonlyMap<string, HeaderKey> = new Map([
  ...Object.entries(ALIASES).flatMap(([key, names]) => names.map((name) => [plain(name), key as HeaderKey] as const)),
  ...FIELDS.map((field) => [plain(field.printed), field.path] as const),
]);

/** Longest label; longer cells are content and are not looked at closely. */
export const LONGEST_LABEL = 30;

/** Which field's label a cell is, or null. */
export const headerLabel = (text: string): HeaderKey | null =>
  text.length > LONGEST_LABEL ? null : findHeaderLabel(text);

const findHeaderLabel = remember((text): HeaderKey | null => HEADER_LABELS.get(plain(text)) ?? null);

/** `项目名称：村道养护` in one cell: label and value. */
export const inlineField = (text: string): { key: HeaderKey; value: string } | null => {
  const found = /^((?:其中\s*[:：]\s*)?[^:：]{2,16})[:：]([^]+)$/u.exec(text);
  if (!found) return null;
  const [, label = '', value = ''] = found;
  const key = headerLabel(label);
  return key === null || value.trim() === '' ? null : { key, value: value.trim() };
};

/** A label in the indicator part. `printed` is what stands there without bracket; null where only a piece of it does. */
export type IndicatorLabel =
  | { readonly type: 'root' }
  | { readonly type: 'piece' }
  | { readonly type: 'level1'; readonly level1: string }
  | KindLabel;

export interface KindLabel {
  readonly type: 'kind';
  readonly kind: Level2Kind;
  readonly printed: string | null;
  /** From its bracket; undefined where it has none. */
  readonly requirement: Requirement | undefined;
  /** Neither bracket nor 指标: might be a level-3 name (满意度). */
  readonly bare: boolean;
}

/** 数量指标 → 数量. */
const stemOf = (label: string): string => fold(label).replace(/指标$/u, '');

/** The level 2 of 成本指标 where that is a level 1 of its own (财预〔2021〕101号). */
export const COST_KINDS = [
  { kind: 'economicCost', level1: '成本指标', level2: '经济成本指标', requirement: null },
  { kind: 'socialCost', level1: '成本指标', level2: '社会成本指标', requirement: null },
  { kind: 'ecologicalCost', level1: '成本指标', level2: '生态环境成本指标', requirement: null },
] as const;

const OTHER_STEMS: readonly (readonly [string, Level2Kind])[] = [
  ['社会公众或服务对象满意度', 'satisfaction'],
  ['受益对象满意度', 'satisfaction'],
  ['服务对象满意', 'satisfaction'],
  ['可持续发展影响', 'sustainable'],
  ['可持续性影响', 'sustainable'],
  ['可持续影响效益', 'sustainable'],
  ['可持续', 'sustainable'],
  ['环境效益', 'ecological'],
  ['生态环境效益', 'ecological'],
  ...COST_KINDS.map((row) => [stemOf(row.level2), row.kind] as const),
  ['生态成本', 'ecologicalCost'],
  ['环境成本', 'ecologicalCost'],
];

const STEMS: ReadonlyMap<string, Level2Kind> = new Map([
  ...OTHER_STEMS,
  ...INDICATOR_ROWS.map((row) => [stemOf(row.level2), row.kind] as const),
]);

const FULL_LABELS = INDICATOR_ROWS.map((row) => ({
  kind: row.kind,
  full: fold(row.printed),
  stem: stemOf(row.level2),
}));
const LEVEL1_STEMS: ReadonlyMap<string, string> = new Map(LEVELS.map((level) => [stemOf(level.label), level.label]));
const ROOT = fold(INDICATORS_LABEL);

/** Ends that a wrap leaves of any label: 标, 标), 指标(必填), (必填), 影响指标… */
const ENDS: ReadonlySet<string> = new Set(
  [
    ...FULL_LABELS.map((label) => label.full),
    ...FULL_LABELS.map((label) => `${label.stem}指标`),
    ...LEVELS.map((level) => fold(level.label)),
    ROOT,
  ].flatMap((label) => Array.from(label.slice(1), (_, index) => label.slice(index + 1))),
);

/** Whole labels, with and without bracket. */
const WHOLE = [
  ...FULL_LABELS.flatMap((label) => [label.full, `${label.stem}指标`]),
  ...LEVELS.map((level) => fold(level.label)),
  ROOT,
];

/** Are these the two parts of one label that a wrap has broken? */
export const beginsLabel = (upper: string, lower: string): boolean => {
  if (upper === '' || lower.length > LONGEST_LABEL || upper.length > LONGEST_LABEL) return false;
  const [begin, end] = [fold(upper), fold(lower)];
  return WHOLE.some((label) => label.length > begin.length && label.startsWith(begin + end));
};

const LABEL = /^([^()]{2,14}?)(指标)?(\(.*)?$/u;

/** What label of the indicator part a cell is, or null where it is content. */
export const indicatorLabel = (text: string): IndicatorLabel | null =>
  text.length > LONGEST_LABEL ? null : findIndicatorLabel(text);

const findIndicatorLabel = remember((text): IndicatorLabel | null => {
  const folded = fold(text).replace(/^\(?[一二三四五六七八九十\d]{1,2}[),.]/u, '');
  if (folded === ROOT) return { type: 'root' };
  const [, stem = '', word, bracket] = LABEL.exec(folded) ?? [];
  const level1 = LEVEL1_STEMS.get(stem);
  if (level1 !== undefined && word !== undefined && !/必填|硬性/u.test(bracket ?? ''))
    return { type: 'level1', level1 };
  if (level1 !== undefined && word !== undefined) return kindLabel('satisfaction', text, bracket, false);
  const kind = STEMS.get(stem);
  if (kind !== undefined) return kindLabel(kind, text, bracket, word === undefined && bracket === undefined);
  return pieceOf(folded);
});

const kindLabel = (kind: Level2Kind, text: string, bracket: string | undefined, bare: boolean): KindLabel => ({
  type: 'kind',
  kind,
  printed: joinLines(text)
    .replace(/\s*[(（【[][^]*$/u, '')
    .replace(/\s+/gu, '')
    .replace(/^[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]/u, ''),
  requirement: bracket?.endsWith(')') === true ? requirementOf(bracket) : undefined,
  bare,
});

const requirementOf = (bracket: string): Requirement => {
  if (bracket.includes('硬')) return 'hard';
  return bracket.includes('必') ? 'required' : null;
};

/** The beginning of a broken label still says its kind; the rest of it says nothing any more. */
const pieceOf = (folded: string): IndicatorLabel | null => {
  const begun = FULL_LABELS.find(
    (label) => folded.length > label.stem.length - 2 && folded.length >= 3 && label.full.startsWith(folded),
  );
  if (begun) return { type: 'kind', kind: begun.kind, printed: null, requirement: undefined, bare: false };
  const level = LEVELS.find((level) => folded.length >= 3 && fold(level.label).startsWith(folded));
  if (level) return { type: 'level1', level1: level.label };
  if (ENDS.has(folded) || (folded.length < ROOT.length && ROOT.includes(folded))) return { type: 'piece' };
  return null;
};
