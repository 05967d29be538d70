import { INDICATOR_ROWS, INDICATORS_LABEL, LEVELS } from '../../forms/annex2/definition.ts';
import type { Level2Kind, Requirement } from '../../model/level2.ts';
import { fold } from '../../model/text.ts';
import { joinLines } from '../clean.ts';
import { remember } from '../remember.ts';
import { LONGEST_LABEL } from './header-labels.ts';

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
  if (folded === ROOT || /^(?:年度|本年度?|项目|长期|中期|中长期)?绩效指标(?:\([^()]*\))?$/u.test(folded))
    return { type: 'root' };
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
  requirement: bracket !== undefined && /[必硬选].*\)$/u.test(bracket) ? requirementOf(bracket) : undefined,
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
