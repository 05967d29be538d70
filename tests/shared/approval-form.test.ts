import { describe, expect, it } from 'vitest';
import { askedForm } from '../../shared/forms/asked.ts';
import { approval } from '../../shared/forms/approval/approval.ts';
import { formGaps } from '../../shared/forms/gaps.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { bookOf, type BookOptions } from './book.ts';
import { good } from './samples.ts';

const RULES = { tree: '88', weightSum: 90 } as const;

/** The sample project with a weight for each of its indicators. */
const weighted = (weights: readonly string[], changes: Partial<ProjectContent> = {}): ProjectContent => {
  const content = good({ code: '63990000024T000000101', category: '3-特定目标类', ...changes });
  const indicators = content.indicators.map((one, index) => ({
    ...one,
    weight: weights[index] ?? '0',
    operator: one.operator === '' && one.value !== '' ? ('=' as const) : one.operator,
  }));
  return { ...content, indicators };
};

const messages = (content: ProjectContent, weightSum = 90): string[] =>
  formGaps(askedForm(['approval'], { ...RULES, weightSum }), content).map(({ message }) => message);

describe('what 批复表 asks', () => {
  it('is code, name, category, amount, goals, and of each indicator sign and weight', () => {
    const asked = approval.ask(RULES);
    expect(asked.fields.map(({ path, required }) => [path, required])).toEqual([
      ['code', true],
      ['name', true],
      ['category', true],
      ['funds.total', true],
      ['goals.0', true],
    ]);
    expect(asked.indicatorFields.map(({ part, required }) => [part, required])).toEqual([
      ['operator', true],
      ['weight', true],
    ]);
  });

  it('has the level-2 labels of the form, under both trees', () => {
    const labels = (tree: '88' | '101'): string[] =>
      approval.ask({ ...RULES, tree }).indicatorRows.map(({ printed }) => printed);
    const benefits = ['经济效益', '社会效益', '生态效益', '可持续影响', '服务对象满意度'];
    expect(labels('88')).toEqual(['数量指标', '质量指标', '时效指标', '成本指标', ...benefits]);
    expect(labels('101')).toEqual([
      ...['经济成本指标', '社会成本指标', '生态环境成本指标'],
      ...['数量指标', '质量指标', '时效指标'],
      ...benefits,
    ]);
  });

  it('is answered by a project whose weights add up', () => {
    const weights = ['20', '10', '10', '10', '15', '15', '10'];
    expect(good().indicators).toHaveLength(weights.length);
    expect(messages(weighted(weights))).toEqual([]);
    expect(messages(weighted(weights), 80)).toEqual(['分值权重之和是 90，应为 80，多 10，请调整各条指标的分值权重']);
  });

  it('tells of fractions without the dust of floating point', () => {
    const [only] = messages(weighted(['33.3', '33.3', '10', '5', '5', '2', '1.1']));
    expect(only).toBe('分值权重之和是 89.7，应为 90，少 0.3，请调整各条指标的分值权重');
  });

  it('leaves a weight that is missing or no number to its own gap', () => {
    const found = messages(weighted(['', '二十', '10', '10', '15', '15', '10']));
    expect(found).toHaveLength(2);
    expect(found.join()).toContain('没有填写分值权重');
    expect(found.join()).toContain('“二十”不是数字');
  });

  it('misses code, category and any 效益指标', () => {
    const bare = weighted(['90'], { code: '', category: ' ' });
    const without = { ...bare, indicators: bare.indicators.filter(({ kind }) => kind === 'quantity') };
    expect(messages(without)).toEqual(
      expect.arrayContaining([
        '请填写项目编码',
        '请填写项目类别',
        expect.stringContaining('效益指标至少填写一条'),
        expect.stringContaining('质量指标是必填指标'),
        expect.stringContaining('服务对象满意度是必填指标'),
      ]),
    );
  });
});

describe('what a clerk is told of the total of 批复表', () => {
  const notes = (totals: readonly string[], options: BookOptions = {}): readonly string[] =>
    approval.notes(
      bookOf(
        totals.map((total) => good({ funds: { total, fiscal: '', other: '' } })),
        { unit: { name: '示例镇' }, ...options },
      ),
    );

  it('is nothing where the printed lines add up', () => {
    expect(notes(['68', '11.20'])).toEqual([]);
    expect(notes([])).toEqual([]);
  });

  it('is 尾差 where they do not', () => {
    expect(notes(['0.004', '0.004'])).toEqual([
      '“示例镇”的合计 0.01 万元按准确金额相加，比表上各行之和多 0.01 万元，是四舍五入的尾差，不必改。',
    ]);
    expect(notes(['1.005', '2.005'])).toEqual([
      '“示例镇”的合计 3.01 万元按准确金额相加，比表上各行之和少 0.01 万元，是四舍五入的尾差，不必改。',
    ]);
  });

  it('is an imported total that is another one, compared as it was printed', () => {
    expect(notes(['1536.742'], { declared: { printedTotal: '1,536.74' } })).toEqual([]);
    expect(notes(['1536.74'], { declared: { printedTotal: '1,536.71' } })).toEqual([
      '“示例镇”导入的表上合计是 1,536.71 万元，比各项目准确金额之和 1,536.74 万元少 0.03 万元，超出四舍五入的尾差，请核对有没有漏掉项目、填错金额。',
    ]);
    expect(notes(['1'], { declared: { printedTotal: '不详' } })).toEqual([
      '“示例镇”导入的表上合计“不详”不是数字，没有核对。',
    ]);
  });

  it('is how many projects have no amount', () => {
    expect(notes(['1', '', '待定'])).toEqual([
      '“村干部任职补贴”没有填写金额，没有计入合计。',
      '“村干部任职补贴”的金额“待定”不是数字，照原样印出，没有计入合计。',
    ]);
  });
});
