import { FIELDS, INDICATOR_HEADER, PLAN_LABEL, SECTIONS, TABLE_NAME } from '../../forms/dossier/definition.ts';
import { fold } from '../../model/text.ts';
import { indicatorLabel, type KindLabel } from '../annex2/labels.ts';

import { remember } from '../remember.ts';

/* The words by which 绩效文本 is read: what the form prints, and other wordings of neighbouring editions. */

/** A label of the part above the indicators. `budget` heads amounts and purpose; `ignored` are rows of other editions. */
export type UpperKey =
  | 'code'
  | 'name'
  | 'budget'
  | 'total'
  | 'fiscal'
  | 'other'
  | 'plan'
  | 'goals'
  | 'category'
  | 'attribute'
  | 'period'
  | 'implementingUnit'
  | 'ignored';

/** A column of the indicators. */
export type ColumnKey =
  'level1' | 'level2' | 'level3' | 'description' | 'value' | 'basis' | 'operator' | 'unit' | 'weight' | 'ignored';

const printed = (path: (typeof FIELDS)[number]['path']): string =>
  FIELDS.find((field) => field.path === path)?.printed ?? '';

const UPPER: Readonly<Record<UpperKey, readonly string[]>> = {
  code: [printed('code'), '项目代码'],
  name: [printed('name'), '项目名'],
  budget: [printed('usage'), '预算规模和资金用途', '预算规模', '资金用途', '预算规模及用途'],
  total: [printed('funds.total'), '预算金额', '预算总额', '资金总额', '预算资金', '预算规模（万元）'],
  fiscal: [printed('funds.fiscal'), '财政资金', '财政拨款', '财政性资金', '财政拨款资金'],
  other: [printed('funds.other'), '其它资金', '其他'],
  plan: [PLAN_LABEL, '支出计划', '资金支出计划进度', '资金支出进度'],
  goals: [printed('goals.0'), '年度绩效目标', '项目绩效目标', '总体目标', '年度目标'],
  category: ['项目类别', '项目类型'],
  attribute: ['项目属性'],
  period: ['项目期', '项目期限'],
  implementingUnit: ['实施单位', '项目实施单位'],
  ignored: ['项目负责人', '联系人', '联系电话', '备注', '主管部门', '立项依据', '项目起止时间', '起止时间', '填报人'],
};

const HEADER: Readonly<Record<ColumnKey, readonly string[]>> = {
  level1: [INDICATOR_HEADER[0]],
  level2: [INDICATOR_HEADER[1]],
  level3: [INDICATOR_HEADER[2], '指标名称', '绩效指标'],
  description: [INDICATOR_HEADER[3], '指标描述', '指标说明', '绩效指标说明', '指标内容'],
  value: [INDICATOR_HEADER[4], '绩效指标值', '年度指标值', '目标值'],
  basis: [INDICATOR_HEADER[5], '确定依据', '指标依据', '指标值依据', '依据'],
  operator: ['符号', '计算符号', '指标性质'],
  unit: ['计量单位', '度量单位'],
  weight: ['权重', '分值权重', '指标权重', '分值'],
  ignored: ['序号', '备注'],
};

/** Compared without blanks, 其中, brackets and colon. */
const plain = (text: string): string =>
  fold(text)
    .replace(/^其中[:,]?/u, '')
    .replace(/\([^()]*\)?/gu, '')
    .replace(/[:,.*]+$/u, '');

const mapOf = <Key extends string>(labels: Readonly<Record<Key, readonly string[]>>): ReadonlyMap<string, Key> =>
  new Map(
    (Object.entries(labels) as [Key, readonly string[]][]).flatMap(([key, names]) =>
      names.map((name) => [plain(name), key] as const),
    ),
  );

const UPPER_LABELS = mapOf(UPPER);
const HEADER_LABELS = mapOf(HEADER);

const LONGEST_LABEL = 24;

/** Which label of the upper part a cell is, or null. */
export const upperLabel = (text: string): UpperKey | null => (text.length > LONGEST_LABEL ? null : findUpper(text));
const findUpper = remember((text) => UPPER_LABELS.get(plain(text)) ?? null);

/** Which column of the indicators a cell heads, or null. */
export const columnLabel = (text: string): ColumnKey | null => (text.length > LONGEST_LABEL ? null : findColumn(text));
const findColumn = remember((text) => HEADER_LABELS.get(plain(text)) ?? null);

/** A level 2 below 产出指标 in one tree, a level 1 of its own in the other. */
export const COST_LABEL = '成本指标';

/** 产出指标: the label of level 1, or null. 成本指标 may be either level: see parseCells. */
export const level1Label = (text: string): string | null => {
  const label = indicatorLabel(text);
  return label?.type === 'level1' ? label.level1 : null;
};

/** 数量指标: what level 2 a cell says, or null. Words without 指标 may be names of indicators. */
export const level2Label = (text: string): KindLabel | null => {
  const label = indicatorLabel(text);
  return label?.type === 'kind' ? label : null;
};

/** Two cells or lines that a wrap has made of one label. */
export const isBrokenLabel = (upper: string, lower: string): boolean => {
  if (upper === '' || lower === '' || upper.length + lower.length > LONGEST_LABEL) return false;
  const [begin, whole] = [plain(upper), plain(upper + lower)];
  if (begin.length >= whole.length) return false;
  if (UPPER_LABELS.has(whole) || HEADER_LABELS.has(whole)) return true;
  return (
    /指标$/u.test(whole) && !/指标$/u.test(begin) && level2Label(upper + lower) !== null && level2Label(lower) === null
  );
};

/** `项目编码：1307…` in one cell. */
export const inlineUpper = (text: string): { key: UpperKey; value: string } | null => {
  const found = /^([^:：\n]{3,12})[:：]\s*(\S[^]*)$/u.exec(text);
  const key = found?.[1] === undefined ? null : upperLabel(found[1]);
  return key === null || found?.[2] === undefined ? null : { key, value: found[2].trim() };
};

/** 单位：万元, alone or behind the unit's name; the rest of the text, and which it is. */
export const amountsIn = (text: string): { rest: string; unit: '万元' | '元' } | null => {
  const found = /[（(]?(?:金额)?单位\s*[:：]\s*(?:人民币)?\s*(万\s*元|元)\s*[）)]?\s*$/u.exec(text);
  if (found?.[1] === undefined) return null;
  return { rest: text.slice(0, found.index).trim(), unit: found[1].startsWith('万') ? '万元' : '元' };
};

export type SectionKey = (typeof SECTIONS)[number]['path'];

const SECTION_NAMES: ReadonlyMap<string, SectionKey> = new Map(SECTIONS.map(({ path, name }) => [fold(name), path]));

/** 一、总体绩效目标: which part of the whole department a heading begins, or null. */
export const sectionHeading = (text: string): SectionKey | null => {
  if (text.length > LONGEST_LABEL) return null;
  const found = /^(?:[（(]?[一二三四五六七八九]{1,2}[）)]?[、,.．:：]?)(.+)$/u.exec(text.replace(/\s+/gu, ''));
  return found?.[1] === undefined ? null : (SECTION_NAMES.get(fold(found[1])) ?? null);
};

/** 第二部分 …: which part of the document a line begins, or null. */
export const partHeading = (text: string): 'department' | 'projects' | null => {
  const found = /^第([一二])部分/u.exec(text.trim());
  return found === null || text.length > LONGEST_LABEL ? null : found[1] === '一' ? 'department' : 'projects';
};

/** `3.村道养护绩效目标表`: the name of the project, '' where only 绩效目标表 stands; null for any other text. */
export const tableHeading = (text: string): string | null => {
  const found = /^(?:(\d{1,3})\s*[.．、:：]\s*)?(.*)绩效目标表$/u.exec(text.replace(/\n/gu, '').trim());
  if (found === null || (found[1] === undefined && found[2] !== '')) return null;
  return found[2] ?? '';
};

/** The heading of a table whose last word a wrap has taken away: `3.村道养护`. */
export const headingStart = (text: string): string | null =>
  /^\d{1,3}\s*[.．、]\s*(\S.*)$/u.exec(text.replace(/\n/gu, '').trim())?.[1] ?? null;

/** The word that ends a heading. */
export const isTableName = (text: string): boolean => fold(text) === fold(TABLE_NAME);
