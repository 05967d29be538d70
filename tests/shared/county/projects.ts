import fc from 'fast-check';
import type { Level2Kind } from '../../../shared/model/level2.ts';
import { readValue } from '../../../shared/model/value.ts';
import type { RecognisedIndicator, RecognisedProject } from '../../../shared/recognise/recognised.ts';

/* Projects of invented counties, as a transcription would write them down: what a paper of any form can be drawn from. */

const PLACES = ['青石沟', '柳林镇', '北山乡', '河湾村', '石桥街道', '红旗社区'] as const;
const MATTERS = [
  '村道养护',
  '人居环境整治',
  '基层组织活动场所维修',
  '森林草原防火',
  '村干部报酬',
  '网格员补贴',
  '集镇路灯电费',
  '2025年一事一议财政奖补',
  '农村饮水安全巩固提升工程（二期）',
  '“雪亮工程”运行维护',
] as const;

const NAMES: Readonly<Record<Exclude<Level2Kind, 'other'>, readonly string[]>> = {
  quantity: ['养护里程', '享受补贴人数', '维修活动场所数量', '开展巡查次数', '保障运转的村（社区）个数', '清运垃圾'],
  quality: ['补贴足额发放率', '工程验收合格率', '设施完好率', '资料归档准确率', '按规定标准执行'],
  timeliness: ['任务完成时间', '资金拨付及时率', '补贴发放时限', '项目完工时间'],
  cost: ['人均补助标准', '项目总成本', '每公里养护成本', '控制在预算内'],
  economicCost: ['项目总投入', '人均补助标准', '单位面积养护成本'],
  socialCost: ['施工扰民投诉', '占用公共空间时长'],
  ecologicalCost: ['临时占用耕地面积', '施工扬尘超标次数'],
  economic: ['带动村集体增收', '群众务工增收', '减少群众支出'],
  social: ['基层治理能力', '群众安全感', '受益群众人数', '公共服务水平'],
  ecological: ['村容村貌', '垃圾无害化处理', '森林火灾受害率'],
  sustainable: ['长效管护机制', '干部队伍稳定性', '设施可使用年限'],
  satisfaction: ['受益群众满意度', '服务对象满意度', '村民满意度', '村干部满意度'],
};

const COUNTS = ['31 人', '12个', '≥36公里', '≥4次', '230人', '3 处', '1.5公里', '≥1200 平方米'] as const;
const RATES = ['100%', '≥95%', '≥98%', '95%', '＝100%', '≤5%'] as const;
const WORDS = ['有效提升', '明显改善', '持续推进', '不断健全', '稳步提高', '长期', '有所增加', '符合要求'] as const;
const TIMES = ['2025年12月底前', '12月底前', '2025 年底', '1年内', '每月15日前', '2025年全年'] as const;
const MONEY = ['600元/人/年', '≤12.5万元', '2500 元/人/月', '3万元/个', '≤1.8万元/公里', '8000元'] as const;

const VALUES: Readonly<Record<Exclude<Level2Kind, 'other'>, readonly string[]>> = {
  quantity: COUNTS,
  quality: [...RATES, '符合要求'],
  timeliness: [...TIMES, '100%', '及时'],
  cost: MONEY,
  economicCost: MONEY,
  socialCost: ['≤2起', '0次', '较低'],
  ecologicalCost: ['≤1亩', '0次', '较小'],
  economic: [...WORDS, '≥5%', '≥3000元/人'],
  social: [...WORDS, '≥90%', '1200人'],
  ecological: [...WORDS, '≥95%', '≤1‰'],
  sustainable: [...WORDS, '≥5年', '≥90%'],
  satisfaction: ['≥95%', '≥90%', '98%', '≥85％'],
};

/** Which level 2 stand below which level 1, in the order of the forms. */
export const TREES = {
  '88': [
    ['产出指标', ['quantity', 'quality', 'timeliness', 'cost']],
    ['效益指标', ['economic', 'social', 'ecological', 'sustainable']],
    ['满意度指标', ['satisfaction']],
  ],
  '101': [
    ['成本指标', ['economicCost', 'socialCost', 'ecologicalCost']],
    ['产出指标', ['quantity', 'quality', 'timeliness']],
    ['效益指标', ['economic', 'social', 'ecological', 'sustainable']],
    ['满意度指标', ['satisfaction']],
  ],
} as const satisfies Record<string, readonly (readonly [string, readonly Level2Kind[]])[]>;

export type Tree = keyof typeof TREES;

/** 数量指标: how most papers name a level 2. */
export const LEVEL2: Readonly<Record<Exclude<Level2Kind, 'other'>, string>> = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  cost: '成本指标',
  economicCost: '经济成本指标',
  socialCost: '社会成本指标',
  ecologicalCost: '生态环境成本指标',
  economic: '经济效益指标',
  social: '社会效益指标',
  ecological: '生态效益指标',
  sustainable: '可持续影响指标',
  satisfaction: '服务对象满意度指标',
};

const OPTIONAL: ReadonlySet<Level2Kind> = new Set(['economic', 'ecological', 'socialCost', 'ecologicalCost']);

const indicatorsOf = (tree: Tree): fc.Arbitrary<RecognisedIndicator[]> =>
  fc
    .tuple(
      ...TREES[tree].flatMap(([level1, kinds]) =>
        kinds.map((kind) =>
          fc.array(one(level1, kind), {
            minLength: OPTIONAL.has(kind) ? 0 : 1,
            maxLength: kind === 'quantity' ? 4 : 2,
          }),
        ),
      ),
    )
    .map((lists) => distinct(lists.flat()));

const one = (level1: string, kind: Exclude<Level2Kind, 'other'>): fc.Arbitrary<RecognisedIndicator> =>
  fc
    .record({
      name: fc.constantFrom(...NAMES[kind]),
      value: fc.constantFrom(...VALUES[kind]),
      weight: fc.constantFrom('5', '10', '15', '20'),
      place: fc.constantFrom('', '', ...PLACES),
    })
    .map(({ name, value, weight, place }) => ({
      kind,
      level1,
      level2: LEVEL2[kind],
      requirement: null,
      level3: `${place}${name}`,
      description: `反映${place}${name}情况`,
      ...valueOf(value),
      weight,
      basis: '年度工作计划',
    }));

const valueOf = (text: string): Pick<RecognisedIndicator, 'operator' | 'value' | 'unit' | 'printedValue'> => {
  const { operator, value, unit } = readValue(text);
  const orNull = (part: string): string | null => (part === '' ? null : part);
  return { printedValue: text, operator: orNull(operator), value: orNull(value), unit: orNull(unit) };
};

/** No two alike in one level 2: a repeated row says nothing. */
const distinct = (indicators: readonly RecognisedIndicator[]): RecognisedIndicator[] =>
  indicators.filter(
    (indicator, index) =>
      !indicators.slice(0, index).some(({ kind, level3 }) => kind === indicator.kind && level3 === indicator.level3),
  );

export const projectOf = (tree: Tree): fc.Arbitrary<RecognisedProject> =>
  fc
    .record({
      name: fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...MATTERS)).map((parts) => parts.join('')),
      fiscal: fc.integer({ min: 5_000, max: 9_000_000 }),
      other: fc.constantFrom(0, 0, 0, 12_500),
      goals: fc.constantFrom(
        ['按时足额发放补贴，稳定基层干部队伍，保障村级各项工作正常开展。'],
        ['目标1：完成年度养护任务，及时修补破损路面。', '目标2：建立长效管护机制，保障群众出行安全。'],
        ['保障机关正常运转，完成县委、县政府下达的各项工作任务；改善村容村貌。'],
        ['1.完成场所维修，满足党员群众活动需要；', '2.提升服务能力；', '3.群众满意度达到95%以上。'],
      ),
      attribute: fc.constantFrom('0101-一年期项目', '新增项目', '延续项目', '经常性项目'),
      period: fc.constantFrom('1年', '2025-2027', '1 年'),
      category: fc.constantFrom('3-特定目标类', '22-其他运转类'),
      serial: fc.integer({ min: 1, max: 999_999 }),
      indicators: indicatorsOf(tree),
    })
    .map(({ fiscal, other, serial, ...project }) => ({
      ...project,
      code: `64022100025T000${String(serial).padStart(6, '0')}`,
      departmentAndCode: '青石县柳林镇人民政府',
      implementingUnit: '青石县柳林镇人民政府本级',
      amountUnit: '万元',
      // Ten-thousandths of 万元 are 元.
      total: String((fiscal + other) / 10_000),
      fiscal: String(fiscal / 10_000),
      other: String(other / 10_000),
      usage: null,
      spendingPlan: null,
      doubts: [],
      source: { table: '', at: 1 },
    }));

/** Some projects of one unit, each with a name of its own. */
export const projectsOf = (tree: Tree, most = 4): fc.Arbitrary<RecognisedProject[]> =>
  fc.uniqueArray(projectOf(tree), { minLength: 1, maxLength: most, selector: ({ name }) => name });
