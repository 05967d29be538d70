import { describe, expect, it } from 'vitest';
import { recognise } from '../../shared/recognise/index.ts';
import { doubtKinds, HEADER, read, readIndicators, short, textDocument } from './disclosure-fixtures.ts';

const OUTPUT = ['一、产出指标', '(一) 数量指标：'] as const;
const quantity = (...items: readonly string[]): ReturnType<typeof readIndicators> =>
  readIndicators(...OUTPUT, ...items);
/** Name and value of items below 数量指标. */
const pairs = (...items: readonly string[]): (string | null)[][] =>
  short(quantity(...items)).map(([, , name = null, value = null]) => [name, value]);

describe('the document', () => {
  it('has title, year, department, unit and printed total', () => {
    expect(read(textDocument('\t甲经费\t1.02\t好\t一、产出指标')).document).toEqual({
      file: '公开表.txt',
      title: '示例县示例镇政府2025年部门预算项目支出绩效目标公开表',
      layout: 'disclosure',
      year: '2025',
      department: '示例县示例镇政府',
      unitCode: '501001',
      total: '30.00',
    });
  });

  it('is one list over all pages, names broken by wraps whole again', () => {
    const { projects } = read(
      textDocument(
        '\t调委会工作 补助经费\t1.02\t调解纠纷。\t一、产出指标',
        '',
        HEADER,
        '\t党校工作经费\t1.70\t培训党员。\t一、产出指标',
      ),
    );
    expect(projects.map(({ name, total, amountUnit, goals }) => [name, total, amountUnit, goals])).toEqual([
      ['调委会工作补助经费', '1.02', '万元', ['调解纠纷。']],
      ['党校工作经费', '1.70', '万元', ['培训党员。']],
    ]);
  });

  it('reads goals one each where they are numbered, else as one', () => {
    const goals = (cell: string): readonly string[] | undefined =>
      read(textDocument(`\t甲经费\t1.02\t${cell}\t一、产出指标`)).projects[0]?.goals;
    expect(goals('<p>目标一：甲。</p> <p>目标二：乙。</p>')).toEqual(['目标一：甲。', '目标二：乙。']);
    expect(goals('目标1: 甲。 目标2: 乙。')).toEqual(['目标1: 甲。', '目标2: 乙。']);
    expect(goals('<p>目标一：甲：</p> <p>1. 子项</p> <p>目标二：乙。</p>')).toEqual([
      '目标一：甲：\n1. 子项',
      '目标二：乙。',
    ]);
    expect(goals('<p>1.甲</p> <p>2.乙</p>')).toEqual(['1.甲', '2.乙']);
    expect(goals('<p>及时支付质保金。</p>')).toEqual(['及时支付质保金。']);
    expect(goals('<p>完成 3.5 万亩。</p> <p>涉及 20 个村。</p>')).toEqual(['完成 3.5 万亩。\n涉及 20 个村。']);
  });

  it('knows the units of a department and whose each project is', () => {
    const { document, projects } = read(
      textDocument('\t甲\t10.00\t好\t一、产出指标', '501002\t示例县示例站\t20.00', '\t乙\t20.00\t好\t一、产出指标'),
    );
    expect([document.department, document.unitCode]).toEqual(['示例县示例镇政府', '501001']);
    expect(projects.map(({ name, implementingUnit }) => [name, implementingUnit])).toEqual([
      ['甲', '示例县示例镇政府'],
      ['乙', '示例县示例站'],
    ]);
  });

  it('puts a project together from the rows of several pages', () => {
    const { projects } = read(
      textDocument(
        '\t甲经费\t10.00\t目标一：保障工作开展，\t<p>一、产出指标</p> <p>(一) 数量指标：</p> <p>1. 次数 2次</p>',
        '',
        HEADER,
        '\t（续）甲经费\t\t<p>按时完成。</p> <p>目标二：做好服务。</p>\t<p>2. 人数 3人</p> <p>三、满意度指标</p>',
        HEADER,
        '\t\t\t\t村民满意度 ≥95%',
        '\t乙经费\t3.00\t好\t一、产出指标',
      ),
    );
    expect(projects.map(({ name }) => name)).toEqual(['甲经费', '乙经费']);
    const [first] = projects;
    if (first === undefined) throw new Error('nothing read');
    expect(first.goals).toEqual(['目标一：保障工作开展，按时完成。', '目标二：做好服务。']);
    expect(short(first).map(([, , name, value]) => [name, value])).toEqual([
      ['次数', '2次'],
      ['人数', '3人'],
      ['村民满意度', '≥95%'],
    ]);
    expect(first.doubts).toEqual([]);
  });

  it('joins a name that goes on on the next page, with a doubt', () => {
    const [only, ...more] = read(
      textDocument(
        '\t示例镇残联及社区\t2.29\t做好服务。\t<p>一、产出指标</p> <p>(一) 数量指标：</p> <p>1. 次数 2次</p>',
        '\t村级残联工作经费\t\t\t2. 人数 3人',
      ),
    ).projects;
    expect([only?.name, more.length, only && doubtKinds(only)]).toEqual([
      '示例镇残联及社区村级残联工作经费',
      0,
      ['name cell-joined'],
    ]);
  });

  it('is not taken for another form, nor another for it', () => {
    const annex2 = '项目名称\t甲\n主管部门及代码\t乙\n年度总体目标\t丙\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值';
    expect(() =>
      recognise(
        [{ name: 'x', rows: annex2.split('\n').map((line, at) => ({ cells: line.split('\t'), at: at + 1 })) }],
        'x',
      ),
    ).toThrow();
  });

  it('says what a project lacks', () => {
    const [only] = read(textDocument('\t甲经费\t约一万\t\t')).projects;
    expect(only && doubtKinds(only)).toEqual(['total not-a-number', 'goals missing', 'indicators missing']);
  });
});

describe('headings', () => {
  it('give level 1 and level 2 of what stands below; empty ones give nothing', () => {
    const project = readIndicators(
      ...['一、产出指标', '(一) 数量指标：', '1. 次数 2次', '(二) 质量指标', '1. 合格率 100%'],
      ...['二、效益指标', '(一)可持续影响指标:', '(二) 社会效益指标：', '1. 治理能力 提升'],
      ...['三、满意度指标', '群众满意度 ≥95%'],
    );
    expect(short(project)).toEqual([
      ['产出指标', '数量指标', '次数', '2次'],
      ['产出指标', '质量指标', '合格率', '100%'],
      ['效益指标', '社会效益指标', '治理能力', '提升'],
      ['满意度指标', null, '群众满意度', '≥95%'],
    ]);
    expect(project.doubts).toEqual([]);
  });

  it('of level 1 numbered like level 2, or left out, are told', () => {
    const project = readIndicators(
      '(一) 社会效益指标：',
      '1. 治理能力 提升',
      '(二)满意度指标',
      '群众满意度 $\\geq 95\\%$',
    );
    expect(short(project)).toEqual([
      ['效益指标', '社会效益指标', '治理能力', '提升'],
      ['满意度指标', null, '群众满意度', '≥ 95%'],
    ]);
    expect(doubtKinds(project)).toEqual(['indicators.0.level1 label-missing', 'indicators.1.level1 label-moved']);
  });

  it('of 成本 are level 1 with its own kinds, or level 2 below 产出', () => {
    const kinds = (...lines: readonly string[]): unknown =>
      readIndicators(...lines).indicators.map(({ kind, level1 }) => [kind, level1]);
    expect(kinds('一、成本指标', '(一) 经济成本指标：', '1. 总成本 ≤10万元')).toEqual([['economicCost', '成本指标']]);
    expect(kinds('一、成本指标', '1. 总成本 ≤10万元')).toEqual([['cost', '成本指标']]);
    expect(kinds('一、产出指标', '(一) 成本指标：', '1. 总成本 ≤10万元')).toEqual([['cost', '产出指标']]);
  });

  it('that no form knows keep their items', () => {
    const project = readIndicators(
      '一、产出指标',
      '(一) 整改指标：',
      '1. 整改率 100%',
      '四、预算执行指标',
      '1. 执行率 ≥90%',
    );
    expect(project.indicators.map(({ kind, level1, level2 }) => [kind, level1, level2])).toEqual([
      ['other', '产出指标', '整改指标'],
      ['other', '预算执行指标', null],
    ]);
  });
});

describe('items', () => {
  it('are name, blank, value', () => {
    expect(
      pairs(
        '1. 培训人数 39人次',
        '2.活动次数 ≥ 10次',
        '3. 完成时间 2021年12月31日',
        '4. 机制健全性 健全',
        '5. 补助标准 3 万元/年',
      ),
    ).toEqual([
      ['培训人数', '39人次'],
      ['活动次数', '≥ 10次'],
      ['完成时间', '2021年12月31日'],
      ['机制健全性', '健全'],
      ['补助标准', '3 万元/年'],
    ]);
  });

  it('whose value is glued on are parted, with a doubt', () => {
    const project = quantity('1. 支付及时率100%', '2. 完成时间2021年1月至12月', '3. 补助人员10人', '4. 机制健全性健全');
    expect(short(project).map(([, , name, value]) => [name, value])).toEqual([
      ['支付及时率', '100%'],
      ['完成时间', '2021年1月至12月'],
      ['补助人员', '10人'],
      ['机制健全性', '健全'],
    ]);
    expect(doubtKinds(project)).toEqual([0, 1, 2, 3].map((index) => `indicators.${index}.printedValue cell-split`));
  });

  it('may begin with a count right behind their number', () => {
    const project = quantity(
      '127名委员支出总额 2838385元/年',
      '2.36名村干部年报酬 1065712.65元/年',
      '3.1名见习人员工资 31485.91元/年',
    );
    expect(short(project).map(([, , name, value]) => [name, value])).toEqual([
      ['27名委员支出总额', '2838385元/年'],
      ['36名村干部年报酬', '1065712.65元/年'],
      ['1名见习人员工资', '31485.91元/年'],
    ]);
    expect(doubtKinds(project)).toEqual([0, 1, 2].map((index) => `indicators.${index}.level3 cell-split`));
  });

  it('keep numbers that are part of a name or a value', () => {
    expect(
      pairs('1. 2.5公里道路维护次数 4次', '2. 文化活动 200人 ≥1次', '3. 人均收入 增幅20%', '4. 收费标准 4.5/平方米'),
    ).toEqual([
      ['2.5公里道路维护次数', '4次'],
      ['文化活动 200人', '≥1次'],
      ['人均收入', '增幅20%'],
      ['收费标准', '4.5/平方米'],
    ]);
  });

  it('several on one line are parted where their numbers count on', () => {
    expect(
      pairs(
        '1. 设计费 0.76万元 2. 监理费0.5万元',
        '3. 审查费 0.4万元',
        '4. 代理费 0.3万元 5. 检测费 0.24万元 6. 编制费0.2万元',
      ),
    ).toEqual([
      ['设计费', '0.76万元'],
      ['监理费', '0.5万元'],
      ['审查费', '0.4万元'],
      ['代理费', '0.3万元'],
      ['检测费', '0.24万元'],
      ['编制费', '0.2万元'],
    ]);
  });

  it('are parted on one line where the author counted wrong', () => {
    expect(pairs('1. 应急机制健全性 健全 1. 人员配备合理性 合理', '3. 入户率 100% 2. 及时率 100%')).toEqual([
      ['应急机制健全性', '健全'],
      ['人员配备合理性', '合理'],
      ['入户率', '100%'],
      ['及时率', '100%'],
    ]);
  });

  it('without a value, without a number, with marks before or behind', () => {
    const project = quantity(
      '1. 协助做好沟通思想、协调关系',
      '2. :保障生命安全 保障',
      '宣传及时率 100%',
      '3. 参保率: 提升',
      '2. 落实率 100%',
    );
    expect(short(project).map(([, , name, value]) => [name, value])).toEqual([
      ['协助做好沟通思想、协调关系', null],
      ['保障生命安全', '保障'],
      ['宣传及时率', '100%'],
      ['参保率', '提升'],
      ['落实率', '100%'],
    ]);
    expect(doubtKinds(project)).toEqual(['indicators.0.printedValue missing', 'indicators.0.level3 odd']);
  });

  it('broken over lines are whole again, with a doubt', () => {
    const project = quantity('1. 举办文化活动及', '体育比赛次数 2次', '2. 制作展板数量', '20块');
    expect(short(project).map(([, , name, value]) => [name, value])).toEqual([
      ['举办文化活动及体育比赛次数', '2次'],
      ['制作展板数量', '20块'],
    ]);
    expect(doubtKinds(project)).toEqual(['indicators.0.level3 cell-joined', 'indicators.1.level3 cell-joined']);
  });

  it('whose 个 has slipped into the next line get it back, with doubts', () => {
    const project = quantity('1.涉及村数量 2', '2.个举办活动数 ≥ 1次', '3. 个人补助标准 2', '4. 个体户数 3户');
    expect(short(project).map(([, , name, value]) => [name, value])).toEqual([
      ['涉及村数量', '2个'],
      ['举办活动数', '≥ 1次'],
      ['个人补助标准', '2'],
      ['个体户数', '3户'],
    ]);
    // No cell holds “2个”: the value is doubted beside the names.
    expect(doubtKinds(project)).toEqual([
      'indicators.0.level3 cell-split',
      'indicators.1.level3 cell-split',
      'indicators.0.printedValue cell-joined',
    ]);
  });
});
