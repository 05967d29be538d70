import { describe, expect, it } from 'vitest';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { asRead, doubtKinds, project, read, readIndicators, short } from './disclosure-fixtures.ts';
import { drawn } from './book.ts';

/** The same five indicators, numbered and parted in the ways of different counties. */
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  [
    'numbers with 、 and colons before values',
    [
      ...['产出指标', '数量指标：', '1、培训次数：≥2次；', '2、培训人数：50人；', '质量指标：', '1、合格率：100%。'],
      ...['效益指标', '社会效益指标：', '1、群众安全感：显著提升', '满意度指标', '1、群众满意度：≥95%'],
    ],
  ],
  [
    'numbers in brackets',
    [
      ...[
        '（一）产出指标',
        '1.数量指标：',
        '（1）培训次数 ≥2次',
        '（2）培训人数 50人',
        '2.质量指标：',
        '（1）合格率 100%',
      ],
      ...['（二）效益指标', '1.社会效益指标：', '（1）群众安全感 显著提升', '（三）满意度指标', '（1）群众满意度 ≥95%'],
    ],
  ],
  [
    'numbers in circles on one line',
    [
      '一、产出指标 1.数量指标：①培训次数≥2次；②培训人数 50人。2.质量指标：①合格率 100%。',
      '二、效益指标 1.社会效益指标：①群众安全感 显著提升',
      '三、满意度指标 ①群众满意度≥95%',
    ],
  ],
  [
    'everything on one line',
    [
      '一、产出指标 (一)数量指标：1.培训次数 ≥2次 2.培训人数 50人 (二)质量指标：1.合格率 100% 二、效益指标（一）社会效益指标：1.群众安全感 显著提升 三、满意度指标 1.群众满意度≥95%',
    ],
  ],
  [
    'no numbers, parted by ；',
    [
      '产出指标：数量指标：培训次数≥2次；培训人数：50人。质量指标：合格率：100%。',
      '效益指标：社会效益指标：群众安全感：显著提升',
      '满意度指标：群众满意度≥95%。',
    ],
  ],
  [
    'full width',
    [
      ...[
        '一、产出指标',
        '（一）数量指标：',
        '１．培训次数　≥2次',
        '２．培训人数　50人',
        '（二）质量指标：',
        '１．合格率　100%',
      ],
      ...['二、效益指标', '（一）社会效益指标：', '１．群众安全感　显著提升', '三、满意度指标', '群众满意度　≥95%'],
    ],
  ],
];

describe('other ways of writing the same', () => {
  it.each(SHAPES)('%s', (_, paragraphs) => {
    expect(short(readIndicators(...paragraphs))).toEqual([
      ['产出指标', '数量指标', '培训次数', '≥2次'],
      ['产出指标', '数量指标', '培训人数', '50人'],
      ['产出指标', '质量指标', '合格率', '100%'],
      ['效益指标', '社会效益指标', '群众安全感', '显著提升'],
      ['满意度指标', null, '群众满意度', '≥95%'],
    ]);
  });

  it('a heading of satisfaction that is lost, or with its only item behind it', () => {
    const lost = readIndicators('一、产出指标', '(一) 数量指标：', '1. 次数 2次', '村民满意度 ≥95%');
    expect(short(lost).at(-1)).toEqual(['满意度指标', null, '村民满意度', '≥95%']);
    expect(doubtKinds(lost)).toEqual(['indicators.1.level1 label-missing']);
    const behind = readIndicators('二、效益指标(一)社会效益指标：1.安全感提升三、满意度指标村民满意度≥95%');
    expect(short(behind)).toEqual([
      ['效益指标', '社会效益指标', '安全感提升', null],
      ['满意度指标', null, '村民满意度', '≥95%'],
    ]);
  });

  it('words of quality and times glued to what they are said of', () => {
    const project = readIndicators(
      '(二) 社会效益指标：',
      '1. 群众素质水平提高情况提高',
      '2. 代表履职积极性增强',
      '3. 补贴发放时间每季度',
    );
    expect(short(project).map(([, , name, value]) => [name, value])).toEqual([
      ['群众素质水平提高情况', '提高'],
      ['代表履职积极性', '增强'],
      ['补贴发放时间', '每季度'],
    ]);
    expect(doubtKinds(project).filter((doubt) => doubt.endsWith('cell-split'))).toHaveLength(3);
  });

  it('a table of another office: 元, no codes, a row of the sum', () => {
    const text = `示例县示例局2024年部门预算项目支出绩效目标公开表
单位：元
项目名称\t预算金额（元）\t年度绩效目标\t绩效指标
示例县示例局
会议费\t50000\t开好会议。\t一、产出指标 (一) 数量指标： 1. 会议次数 2次
培训费\t20000.5\t做好培训\t一、产出指标 (一) 数量指标： 1. 培训次数 1次
合计\t70000.5`;
    const { document, projects } = read(tablesFromText(text, 'x'));
    expect(document).toMatchObject({ department: '示例县示例局', unitCode: null, year: '2024', total: '70000.5' });
    expect(projects.map(({ name, total, amountUnit }) => [name, total, amountUnit])).toEqual([
      ['会议费', '50000', '元'],
      ['培训费', '20000.5', '元'],
    ]);
  });

  it('rows whose empty cells at the left an extraction has lost', () => {
    const text = `单位编码\t单位及项目名称\t金额\t绩效目标\t绩效指标\n甲经费\t1.00\t好好办事。\t一、产出指标 (一) 数量指标： 1. 次数 2次`;
    const [only] = read(tablesFromText(text, 'x')).projects;
    expect([only?.name, only?.total, only?.goals, only && short(only)]).toEqual([
      '甲经费',
      '1.00',
      ['好好办事。'],
      [['产出指标', '数量指标', '次数', '2次']],
    ]);
  });

  it('a clipboard with quoted cells', () => {
    const text = `单位编码\t单位及项目名称\t"金额\n(万元)"\t绩效目标\t绩效指标\n\t甲经费\t1.00\t"目标一：甲。\n目标二：乙。"\t"一、产出指标\n(一) 数量指标：\n1. 次数 2次"`;
    const [only] = read(tablesFromText(text, 'x')).projects;
    expect([only?.amountUnit, only?.goals, only && short(only)]).toEqual([
      '万元',
      ['目标一：甲。', '目标二：乙。'],
      [['产出指标', '数量指标', '次数', '2次']],
    ]);
  });

  it('our own table without any code of the unit', () => {
    const grids = drawn('disclosure', [project(), project({ name: '乙' })], {
      unit: { name: '示例县示例镇政府', department: '示例县示例镇政府', code: '', departmentCode: '' },
    });
    const { document, projects } = read(grids.map(asRead));
    expect([document.department, projects.map(({ name }) => name)]).toEqual([
      '示例县示例镇政府',
      ['人大工作经费', '乙'],
    ]);
  });

  it('cells of 20,000 letters take no time to speak of', () => {
    const start = performance.now();
    for (const piece of ['1', '村 ', '≥', '1.', '(一) ', '1、', '度', '村：', '一、产出指标']) {
      readIndicators(piece.repeat(20_000 / piece.length));
    }
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
