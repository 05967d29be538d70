import type { Level2Kind, Requirement } from '../model/level2.ts';
import type { IndicatorTree } from '../model/unit.ts';
import type { IndicatorRow, LevelDefinition } from './form.ts';

/* The two national trees of indicators, for the forms that print one of them: 财预〔2015〕88号 has 成本指标 below 产出指标,
   财预〔2021〕101号 has it at the first level with three kinds of cost below it. */

interface TreeRow {
  readonly kind: Level2Kind;
  /** Without the word 指标, e.g. 社会效益. */
  readonly name: string;
  readonly example: string;
  readonly hint: string;
}

const COST_88: TreeRow = {
  kind: 'cost',
  name: '成本',
  example: '≤1.02 万元',
  hint: '花多少钱：写清数字和单位，例如“宣传活动成本”填“≤1.02 万元”。',
};

const COSTS_101: readonly TreeRow[] = [
  { ...COST_88, kind: 'economicCost', name: '经济成本' },
  {
    kind: 'socialCost',
    name: '社会成本',
    example: '≤0 起',
    hint: '选填。做这件事给社会带来的负担，例如“施工扰民投诉”填“≤2 起”。',
  },
  {
    kind: 'ecologicalCost',
    name: '生态环境成本',
    example: '≤0 亩',
    hint: '选填。做这件事给环境带来的代价，例如“临时占用耕地”填“≤1 亩”。',
  },
];

const OUTPUT: readonly TreeRow[] = [
  {
    kind: 'quantity',
    name: '数量',
    example: '=31 人',
    hint: '办多少事：写清数字和单位，例如“享受补贴的村干部人数”填“=31 人”。',
  },
  { kind: 'quality', name: '质量', example: '=100%', hint: '办得怎样：例如“补贴足额发放率”填“=100%”。' },
  { kind: 'timeliness', name: '时效', example: '≤12 月', hint: '何时办完：例如“完成时限”填“12 月底前”。' },
];

const BENEFIT: readonly TreeRow[] = [
  { kind: 'economic', name: '经济效益', example: '≥5%', hint: '例如“村集体收入增长率”填“≥5%”。' },
  {
    kind: 'social',
    name: '社会效益',
    example: '有效提升',
    hint: '对群众和社会的好处：例如“基层治理能力”填“有效提升”。',
  },
  { kind: 'ecological', name: '生态效益', example: '明显改善', hint: '例如“村容村貌”填“明显改善”。' },
  {
    kind: 'sustainable',
    name: '可持续影响',
    example: '持续推进',
    hint: '长远的作用：例如“村干部队伍稳定”填“持续推进”。',
  },
];

const SATISFACTION: readonly TreeRow[] = [
  {
    kind: 'satisfaction',
    name: '服务对象满意度',
    example: '≥95%',
    hint: '受益群众是否满意：例如“村民满意度”填“≥95%”。',
  },
];

/** The level-1 labels of a tree in printed order: 成本 first under 101. */
export const treeLevels = (tree: IndicatorTree): readonly LevelDefinition[] => [
  ...(tree === '101' ? [{ label: '成本指标', step: 'cost' } as const] : []),
  { label: '产出指标', step: 'output' },
  { label: '效益指标', step: 'benefit' },
  { label: '满意度指标', step: 'satisfaction' },
];

/**
 * The level-2 rows of a tree in printed order.
 * @param labelOf what a form prints for a row: `name` is without the word 指标
 * @param requirements what a form wants filled in; a requirement of 成本 holds for 经济成本 under 101
 */
export const treeRows = (
  tree: IndicatorTree,
  labelOf: (kind: Level2Kind, name: string) => string,
  requirements: Partial<Record<Level2Kind, Requirement>>,
): IndicatorRow[] => {
  const row =
    (level1: string) =>
    ({ kind, name, example, hint }: TreeRow): IndicatorRow => {
      const label = labelOf(kind, name);
      const requirement = requirements[kind === 'economicCost' ? 'cost' : kind] ?? null;
      return { kind, level1, level2: label, printed: label, requirement, example, hint };
    };
  return [
    ...(tree === '101' ? COSTS_101.map(row('成本指标')) : []),
    ...[...OUTPUT, ...(tree === '88' ? [COST_88] : [])].map(row('产出指标')),
    ...BENEFIT.map(row('效益指标')),
    ...SATISFACTION.map(row('满意度指标')),
  ];
};

/** 数量 → 数量指标, 社会效益 → 社会效益指标: how most forms name their rows. */
export const withIndicatorWord = (_: Level2Kind, name: string): string => `${name}指标`;
