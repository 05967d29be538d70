import { FIELDS, INDICATOR_HEADER, INDICATOR_ROWS, INDICATORS_LABEL, LEVELS } from '../../forms/annex2/definition.ts';
import type { Level2Kind, Requirement } from '../../model/level2.ts';
import { fold } from '../../model/text.ts';
import { joinLines } from '../clean.ts';

/** The fields read from the part above the indicators; `funds` is the label beside the three amounts. */
export type HeaderKey = (typeof FIELDS)[number]['path'] | 'funds';

/** Other wordings seen on this form and its elder editions, beside what the definition prints. */
const ALIASES: Readonly<Partial<Record<HeaderKey, readonly string[]>>> = {
  name: ['项目名'],
  departmentAndCode: ['主管部门', '主管部门及编码', '主管单位', '主管单位及代码', '预算主管部门'],
  implementingUnit: ['项目实施单位', '实施单位及代码', '项目单位'],
  attribute: ['项目类型'],
  period: ['项目期限', '项目周期', '实施期限', '项目实施期'],
  funds: ['项目资金', '资金情况', '项目资金情况', '项目资金申请'],
  'funds.total': ['资金总额', '年度资金', '项目资金总额', '年度资金总额'],
  'funds.fiscal': ['财政资金', '当年财政拨款', '财政拨款', '财政拨款资金'],
  'funds.other': ['其它资金'],
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
const plain = (text: string): string =>
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
const LONGEST_LABEL = 30;

/** Which field's label a cell is, or null. */
export const headerLabel = (text: string): HeaderKey | null =>
  text.length > LONGEST_LABEL ? null : (HEADER_LABELS.get(plain(text)) ?? null);

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
  { readonly type: 'root' | 'piece' } | { readonly type: 'level1'; readonly level1: string } | KindLabel;

export interface KindLabel {
  readonly type: 'kind';
  readonly kind: Level2Kind;
  readonly printed: string | null;
  /** From its bracket; undefined where it has none. */
  readonly requirement: Requirement | undefined;
  /** Neither bracket nor 指标: might be a level-3 name (满意度). */
  readonly bare: boolean;
}

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
];

/** 数量指标 → 数量. */
const stemOf = (label: string): string => fold(label).replace(/指标$/u, '');

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
export const indicatorLabel = (text: string): IndicatorLabel | null => {
  if (text.length > LONGEST_LABEL) return null;
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
};

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

const HEADER_CELLS: ReadonlySet<string> = new Set(INDICATOR_HEADER.map(plain));

/** The line above the indicators: 名称 一级指标 二级指标 三级指标 指标值, in part or in whole. */
export const isIndicatorHeader = (cells: readonly { readonly text: string }[]): boolean =>
  cells.filter((cell) => cell.text.length <= LONGEST_LABEL && HEADER_CELLS.has(plain(cell.text))).length >= 2;

/** Which column of the indicator part a header cell names. */
export const columnOf = (text: string): 'name' | 'value' | 'weight' | 'basis' | 'note' | null => {
  const label = plain(text);
  if (label === '三级指标') return 'name';
  if (/^(?:年度)?指标值$/u.test(label)) return 'value';
  if (/分值|权重/u.test(label)) return 'weight';
  if (/依据/u.test(label)) return 'basis';
  return /^备注|说明$|描述$/u.test(label) ? 'note' : null;
};

/** 附件 2：…目标表, 部门项目支出预算绩效目标表, 自治区本级部门2019年项目支出绩效目标表. */
export const isTitle = (text: string): boolean =>
  text.length < 120 && /绩效目标(?:申报)?表(?:\(.*\))?$/u.test(fold(text));

/** (2024 年度), or the year in a title. */
export const yearIn = (text: string): string | null => /((?:19|20)\d{2})年/u.exec(fold(text))?.[1] ?? null;

/** 单位：万元, printed above a table or in it. */
export const unitIn = (text: string): '万元' | '元' | null => {
  const unit = /^(?:金额)?单位:(?:人民币)?(万?元)$/u.exec(fold(text).replace(/^[(]|[)]$/gu, ''))?.[1];
  if (unit === undefined) return null;
  return unit === '元' ? '元' : '万元';
};

/** A line that holds only the year. */
export const isYear = (text: string): boolean => /^\(?(?:19|20)\d{2}年度?\)?$/u.test(fold(text));

/** Lines around tables that belong to no field: 填报人, page numbers, 续表, 单位：万元. */
export const isMargin = (text: string): boolean =>
  /^(?:填报人|填表人|填报单位|填报日期|制表|单位负责人|负责人|项目负责人|联系电话|联系人|审核人?|注|备注|说明|金额单位|单位)[:(]|^第\d+页|^-?\d{1,3}-?$|^续表|^共\d+页|^附件\d*:?$/u.test(
    fold(text),
  );
