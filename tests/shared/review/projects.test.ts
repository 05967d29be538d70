import { describe, expect, it } from 'vitest';
import { findingsOf, told, type Draft } from './support.ts';

describe('cost-fits', () => {
  const cost = (total: string, rows: Draft['rows'], goal = ''): string[] => told('cost-fits', { total, rows, goal });

  it('people × price × months', () => {
    const rows = (price: string): Draft['rows'] => [
      ['quantity', '村干部人数', '31 人'],
      ['cost', '任职补贴', price],
    ];
    expect(cost('95.0832', rows('2556 元/人/月'))).toEqual([]);
    expect(cost('95.0832', rows('2556 元/月'))).toEqual([]);
    expect(cost('60', rows('2556 元/人/月'))).toEqual(['cost-exceeds-budget error']);
    expect(cost('90', rows('2556 元/人/月'))).toEqual(['cost-not-equal-budget error']);
  });

  it('names the three numbers', () => {
    const [finding] = findingsOf('cost-fits', [
      {
        total: '90',
        rows: [
          ['quantity', '村干部人数', '31 人'],
          ['cost', '任职补贴', '2556 元/人/月'],
        ],
      },
    ]);
    expect(finding?.message).toContain('31 人 × 2556 元 × 12 个月 = 95.0832 万元');
    expect(finding?.message).toContain('90 万元');
  });

  it('work of a season: any whole number of months', () => {
    expect(
      cost('7.2', [
        ['quantity', '护林员人数', '8 人'],
        ['cost', '劳务标准', '1500 元/人/月'],
      ]),
    ).toEqual([]);
  });

  it('each price with the things of its own unit', () => {
    const rows: Draft['rows'] = [
      ['quantity', '维修道路面积', '1200 平方米'],
      ['quantity', '更换路灯数量', '60 盏'],
      ['cost', '道路维修单价', '≤85 元/平方米'],
      ['cost', '路灯更换单价', '≤1450 元/盏'],
    ];
    expect(cost('18.9', rows)).toEqual([]);
    expect(cost('12', rows)).toEqual(['cost-exceeds-budget error']);
  });

  it('a list of amounts', () => {
    const rows: Draft['rows'] = [
      ['cost', '终端', '4.2 万元'],
      ['cost', '交换机', '2.5 万元'],
    ];
    expect(cost('6.7', rows)).toEqual([]);
    expect(cost('7', rows)).toEqual(['cost-not-equal-budget warning']);
    expect(cost('3', rows)).toEqual(['cost-exceeds-budget error']);
  });

  it('a standard and the sum it comes to, beside each other', () => {
    expect(
      cost('31.5', [
        ['quantity', '行政村数', '9 个'],
        ['cost', '每村标准', '3.5 万元/村'],
        ['cost', '全年成本', '31.5 万元'],
      ]),
    ).toEqual([]);
  });

  it('a standard in the name against the sum', () => {
    const rows = (value: string): Draft['rows'] => [
      ['quantity', '发放 34 位组干部补贴', '34 人'],
      ['cost', '补贴执行标准 1840 元', value],
    ];
    expect(cost('75.072', rows('750720 元'))).toEqual([]);
    expect(cost('26.496', rows('264960 元'))).toEqual(['cost-not-equal-budget error']);
  });

  it('classes of people with their own standards', () => {
    const rows: Draft['rows'] = [
      ['quantity', '党务工作者人数', '28 人'],
      ['cost', '优秀', '400 元/人/月'],
      ['cost', '良好', '200 元/人/月'],
    ];
    expect(cost('8', rows)).toEqual(['cost-not-equal-budget hint']);
  });

  it('a price in the goal', () => {
    const rows: Draft['rows'] = [['quantity', '农村党员人数', '6694 人']];
    expect(cost('50', rows, '按照每人每年 100 元的标准核拨。')).toEqual(['cost-exceeds-budget error']);
    expect(cost('66.94', rows, '按照每人每年 100 元的标准核拨。')).toEqual([]);
  });

  it('a total that says so itself', () => {
    expect(cost('44', [['economic', '完成经费总额', '41 万元']])).toEqual(['cost-not-equal-budget error']);
    expect(cost('44', [['economic', '完成经费总额', '44 万元']])).toEqual([]);
  });
});

describe('cost-without-amount', () => {
  it('a cost in words or percent', () => {
    expect(told('cost-without-amount', { total: '21', rows: [['cost', '控制在预算内', '≥95%']] })).toEqual([
      'cost-without-amount warning',
    ]);
    expect(told('cost-without-amount', { total: '21', rows: [['cost', '控制在预算内', '≤21 万元']] })).toEqual([]);
    expect(told('cost-without-amount', { total: '21', rows: [['cost', '控制在预算内', '21']] })).toEqual([]);
  });
});

describe('amount-unit', () => {
  it('4.5 元 for a year is 4.5 万元', () => {
    expect(told('amount-unit', { total: '4.5', unit: '元', rows: [['cost', '补助', '4.5 万元']] })).toEqual([
      'amount-unit-mismatch error',
    ]);
    expect(told('amount-unit', { total: '4.5', rows: [['cost', '补助', '4.5 万元']] })).toEqual([]);
    expect(told('amount-unit', { total: '23.7', rows: [['cost', '单价', '≤23.7 元/平方米']] })).toEqual([]);
  });

  it('元 typed where 万元 is meant', () => {
    const [finding] = findingsOf('amount-unit', [{ total: '50000', rows: [['cost', '补助', '5 万元']] }]);
    expect(finding?.fix?.changes).toEqual([{ path: 'amountUnit', value: '元' }]);
  });
});

describe('stale-year', () => {
  const year = (goal: string): string[] => told('stale-year', { goal, rows: [] });

  it.each(['保障2023年各项工作正常开展', '2022 年完成全部任务'])('%s', (goal) => {
    expect(year(goal)).toEqual(['stale-year error']);
  });

  it.each([
    '保障2024年各项工作正常开展',
    '示例镇 2004 年撤乡设镇',
    '根据宁财（农）发〔2020〕517号文件',
    '支付2022年一事一议项目尾款',
    '支付2023年结转资金',
    '落实2021年至2025年规划',
    '自2022年起按月发放',
    '2025年底前完成',
  ])('%s is right', (goal) => {
    expect(year(goal)).toEqual([]);
  });

  it('one click sets the year', () => {
    const [finding] = findingsOf('stale-year', [{ goal: '保障2023年工作，2023年底完成', rows: [] }]);
    expect(finding?.fix?.changes).toEqual([{ path: 'goals.0', value: '保障2024年工作，2024年底完成' }]);
  });
});

describe('duplicates', () => {
  const twins = (rows: Draft['rows']): string[] => told('duplicates', rows);

  it('one name in several rows', () => {
    expect(
      twins([
        ['quality', '按时足额发放补贴', '100%'],
        ['timeliness', '按时足额发放补贴', '12月底'],
      ]),
    ).toEqual(['duplicate-indicator hint']);
    expect(
      twins([
        ['quality', '足额发放率', '100%'],
        ['timeliness', '及时发放率', '100%'],
      ]),
    ).toEqual([]);
  });

  it('a thing and its price are two sides of one', () => {
    expect(
      twins([
        ['quantity', '高清视频会议终端', '1 台'],
        ['cost', '高清视频会议终端', '4.2 万元'],
      ]),
    ).toEqual([]);
  });

  it('one class of people twice in a row', () => {
    expect(
      twins([
        ['cost', '社区工作者优秀', '400 元/月'],
        ['cost', '社区工作者优秀', '200 元/月'],
      ]),
    ).toEqual(['duplicate-indicator error']);
  });

  it('copied with another year', () => {
    expect(
      twins([
        ['quality', '保障2024年后勤工作开展', '98%'],
        ['social', '保障2023年后勤工作开展', '有效'],
      ]),
    ).toEqual(['duplicate-indicator warning']);
  });
});

describe('what projects of a unit have in common', () => {
  const plain: Draft['rows'] = [['quantity', '村数', '5 个']];

  it('a row nobody has is told once', () => {
    const drafts = ['甲经费', '乙经费', '丙经费'].map((name): Draft => ({ name, rows: plain }));
    const findings = findingsOf('missing-in-all', drafts).filter(({ kind }) => kind === 'missing-section');
    expect(findings.map(({ project, path }) => [project, path])).toContainEqual([null, 'kind:cost']);
    expect(findingsOf('required', drafts).some(({ path }) => path === 'kind:cost')).toBe(false);
  });

  it('a row only one lacks is told there', () => {
    const full: Draft['rows'] = [...plain, ['cost', '成本', '5 万元']];
    const drafts: Draft[] = [
      { name: '甲', rows: full },
      { name: '乙', rows: full },
      { name: '丙', rows: plain },
    ];
    expect(
      findingsOf('required', drafts)
        .filter(({ path }) => path === 'kind:cost')
        .map(({ project }) => project),
    ).toEqual(['丙']);
  });

  it('a goal copied from another project', () => {
    const goal = '保障镇政府后勤工作正常开展，及时保障和落实临聘人员经费，提高机关后勤服务的质量。';
    const drafts: Draft[] = [
      { name: '临聘人员经费', goal, rows: [] },
      { name: '村级网格化治理', goal, rows: [] },
    ];
    expect(findingsOf('name-in-goal', drafts).map(({ project }) => project)).toEqual(['村级网格化治理']);
    expect(findingsOf('same-goal', drafts).map(({ project }) => project)).toEqual(['村级网格化治理']);
    expect(findingsOf('name-in-goal', drafts.slice(1))).toEqual([]);
  });

  it('two numbers of one group', () => {
    const of = (name: string, count: string): Draft => ({ name, rows: [['quantity', '村干部人数', count]] });
    const drafts = [of('甲', '31 人'), of('乙', '31 人'), of('丙', '34 人')];
    expect(findingsOf('headcounts', drafts).map(({ project }) => project)).toEqual(['丙']);
    expect(findingsOf('headcounts', [of('甲', '31 人'), of('乙', '31 人')])).toEqual([]);
    const retired: Draft = { name: '丁', rows: [['quantity', '离任村干部人数', '12 人']] };
    expect(findingsOf('headcounts', [of('甲', '31 人'), of('乙', '31 人'), retired])).toEqual([]);
  });

  it('one spending plan for all is only a hint of the unit', () => {
    expect(
      findingsOf('template-values', [
        { rows: Array.from({ length: 6 }, () => ['quantity', '数量', '≥95%'] as const) },
      ]).map(({ severity }) => severity),
    ).toEqual(['error']);
    expect(
      findingsOf('template-values', [
        {
          rows: [
            ['quantity', '村数', '5 个'],
            ...Array.from({ length: 5 }, () => ['quality', '合格率', '≥95%'] as const),
          ],
        },
      ]),
    ).toEqual([]);
  });
});

describe('texts', () => {
  it('a sentence twice', () => {
    const said = '保障村级组织日常工作有效运转';
    expect(told('repeated-text', { goal: `${said}，${said}。`, rows: [] })).toEqual(['repeated-text hint']);
    expect(told('repeated-text', { goal: `${said}，维护群众合法利益。`, rows: [] })).toEqual([]);
  });

  it('policies whose time is over', () => {
    expect(told('stale-policy', { goal: '为开展脱贫攻坚工作提供保障', rows: [] })).toEqual(['stale-policy hint']);
    expect(told('stale-policy', { goal: '巩固拓展脱贫攻坚成果', rows: [] })).toEqual([]);
    expect(told('stale-policy', { goal: '为开展脱贫攻坚工作提供保障', rows: [] }, { year: 2020 })).toEqual([]);
  });

  it('another number in the goal', () => {
    const rows: Draft['rows'] = [['quantity', '培训班期数', '3 期']];
    expect(told('goal-numbers', { goal: '举办 5 期培训班', rows })).toEqual(['goal-indicator-mismatch hint']);
    expect(told('goal-numbers', { goal: '举办 3 期培训班', rows })).toEqual([]);
  });

  it('a community project that speaks of villages', () => {
    const rows: Draft['rows'] = [['social', '完善乡村治理体系', '有效']];
    expect(told('village-or-community', { name: '社区工作经费', rows })).toEqual(['copy-paste-mismatch hint']);
    expect(told('village-or-community', { name: '村级运转经费', rows })).toEqual([]);
  });
});

describe('rules about what is not there', () => {
  it('a row others have and one project lacks, though its form does not insist', () => {
    const full: Draft['rows'] = [
      ['quantity', '村数', '5 个'],
      ['timeliness', '完成时限', '12 月底前'],
    ];
    const drafts: Draft[] = [
      { name: '甲', rows: full },
      { name: '乙', rows: full },
      { name: '丙', rows: [['quantity', '村数', '5 个']] },
    ];
    const without = (all: readonly Draft[]): (string | null)[] =>
      findingsOf('usual-rows', all, { form: 'approval' })
        .filter(({ path }) => path === 'kind:timeliness')
        .map(({ project }) => project);
    expect(without(drafts)).toEqual(['丙']);
    expect(without(drafts.slice(0, 2))).toEqual([]);
  });

  it('a name without a value under a row the form does not have', () => {
    const cost = (value: string): Draft => ({ rows: [['other', '别的指标', value]] });
    expect(told('missing-value', cost(''))).toEqual(['missing-value warning']);
    expect(told('missing-value', cost('良好'))).toEqual([]);
  });

  it('a name that is a value', () => {
    expect(told('name-is-value', [['quantity', '≥95%', '95%']])).toEqual(['unclear-indicator hint']);
    expect(told('name-is-value', [['quantity', '村数', '5 个']])).toEqual([]);
  });

  it('a purpose that names another project', () => {
    const drafts = (usage: string): Draft[] => [
      { name: '社区党组织服务群众专项经费', rows: [] },
      { name: '基层组织活动场所建设经费', usage, rows: [] },
    ];
    const found = (usage: string): (string | null)[] =>
      findingsOf('usage-of-other', drafts(usage)).map(({ project }) => project);
    expect(found('社区党组织服务群众专项经费')).toEqual(['基层组织活动场所建设经费']);
    expect(found('用于活动场所建设')).toEqual([]);
  });
});
