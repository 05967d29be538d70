import type { Level2Kind } from '../../model/level2.ts';
import { readValue } from '../../model/value.ts';
import type { Entry } from './join.ts';

type Measure = 'money' | 'percent' | 'span' | 'count' | 'time' | 'words' | 'none';

/** What kind of thing an indicator measures, judged by its value alone. */
export const measureOf = (value: string): Measure => {
  const { kind, unit } = readValue(value);
  switch (kind) {
    case 'blank':
      return 'none';
    case 'time':
      return 'time';
    case 'words':
      return 'words';
    case 'number':
    case 'range':
      if (/^[百千万亿]*元|^万(?:\/|$)/u.test(unit)) return 'money';
      if (/^(?:%|‰|百分)/u.test(unit)) return 'percent';
      return /^(?:年|个?月|天|日|小时|个?工作日|周)$/u.test(unit) ? 'span' : 'count';
  }
};

/** How odd a measure is under a level 2: 0 usual, 2 hardly ever. Of the same order as the costs in assign.ts. */
const ODDNESS: Readonly<Record<Exclude<Level2Kind, 'other'>, Readonly<Record<Measure, number>>>> = {
  quantity: { count: 0, percent: 0.5, words: 0.8, money: 0.8, span: 0.3, time: 1.5, none: 0 },
  quality: { percent: 0, words: 0.2, count: 0.8, span: 0.8, money: 1.5, time: 1.5, none: 0 },
  timeliness: { time: -0.5, span: 0, percent: 0.5, words: 0.3, count: 1.2, money: 2, none: 0 },
  cost: { money: -0.5, percent: 1, words: 1, count: 1.2, span: 1.2, time: 2, none: 0 },
  economicCost: { money: -0.5, percent: 1, words: 1, count: 1.2, span: 1.2, time: 2, none: 0 },
  socialCost: { money: 0, percent: 0.5, words: 0, count: 1, span: 1, time: 2, none: 0 },
  ecologicalCost: { money: 0, percent: 0.5, words: 0, count: 1, span: 1, time: 2, none: 0 },
  economic: { words: 0, percent: 0.3, money: 1.2, count: 0.8, span: 1, time: 1.5, none: 0 },
  social: { words: 0, percent: 0.4, money: 2, count: 0.8, span: 0.8, time: 1.5, none: 0 },
  ecological: { words: 0, percent: 0.4, money: 2, count: 0.8, span: 0.8, time: 1.5, none: 0 },
  sustainable: { words: 0, percent: 0.5, money: 2, count: 0.8, span: 0.4, time: 1, none: 0 },
  satisfaction: { percent: 0, words: 1.2, money: 2.5, count: 1.5, span: 1.5, time: 2, none: 0 },
};

/** Words in a level-3 name that speak for a level 2. */
const SPEAKS: readonly (readonly [RegExp, Level2Kind, number])[] = [
  [/满意|认可度|好评/u, 'satisfaction', -1],
  [/时限|期限|及时|按时|按期|时间|年内|年度(?:内)?完成|进度|全年/u, 'timeliness', -0.6],
  [/成本|费用|标准|补助|经费|工资|支出/u, 'cost', -0.4],
  [/持续|长效|长期|稳定/u, 'sustainable', -0.4],
  [/质量|合格|达标|覆盖率|完好|足额|准确/u, 'quality', -0.4],
  [/数量|人数|次数|个数|面积/u, 'quantity', -0.4],
  [/生态|环境|绿化|污染/u, 'ecological', -0.3],
  [/增收|收入|产值|经济/u, 'economic', -1.2],
];

/** How little an indicator's own words fit a level 2: the lower the better, about -1.5 to 2.5. Weak evidence beside a printed label. */
export const oddness = (entry: Entry, kind: Level2Kind): number => {
  if (kind === 'other') return 0;
  const words = SPEAKS.filter(
    ([pattern, spoken]) => spoken === (kind === 'economicCost' ? 'cost' : kind) && pattern.test(entry.name),
  ).map(([, , gain]) => gain);
  const gain = words.reduce((sum, one) => sum + one, 0);
  const stranger = kind !== 'satisfaction' && /满意度/u.test(entry.name) ? 1.5 : 0;
  return ODDNESS[kind][measureOf(entry.value)] + gain + stranger;
};
