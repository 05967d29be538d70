import { describe, expect, it } from 'vitest';
import { askedForm } from '../../shared/forms/asked.ts';
import { dossier } from '../../shared/forms/dossier/dossier.ts';
import { formGaps } from '../../shared/forms/gaps.ts';
import { emptyContent, type ProjectContent } from '../../shared/model/project.ts';
import { bookOf } from './book.ts';
import { at, LIGHTS, ROADS, TOWN } from './dossier-samples.ts';

const gaps = (content: ProjectContent, tree: '88' | '101' = '88'): string[] =>
  formGaps(askedForm(['dossier'], { tree, weightSum: 90 }), content).map(({ path, kind }) => `${kind} ${path}`);

const plan = (...steps: readonly (readonly [string, string])[]): string[] => {
  const spendingPlan = steps.map(([by, percent]) => ({ by, percent }));
  const form = askedForm(['dossier'], { tree: '88', weightSum: 90 });
  return formGaps(form, { ...ROADS, spendingPlan }).map(({ message }) => message);
};

describe('what 绩效文本 asks', () => {
  it('is nothing of a project that is filled in', () => {
    expect(gaps(ROADS)).toEqual([]);
    expect(gaps(LIGHTS)).toEqual([]);
  });

  it('is everything of an empty one: code, amounts, purpose, plan, goal, outputs, one benefit, 满意度', () => {
    expect(gaps(emptyContent())).toEqual([
      'missing code',
      'missing name',
      'missing funds.total',
      'missing funds.fiscal',
      'missing usage',
      'missing spendingPlan',
      'missing goals.0',
      'missing kind:quantity',
      'missing kind:quality',
      'missing kind:timeliness',
      'missing kind:cost',
      'missing kind:satisfaction',
      'missing kind:social',
    ]);
  });

  it('is description and basis of every indicator', () => {
    const [, ...rest] = ROADS.indicators;
    const first = at(ROADS.indicators, 0);
    expect(gaps({ ...ROADS, indicators: [{ ...first, description: '', basis: ' ' }, ...rest] })).toEqual([
      'missing indicators.0.description',
      'missing indicators.0.basis',
    ]);
  });

  it('is any of the four benefits, and 经济成本 in place of 成本 under 101号', () => {
    const without = ROADS.indicators.filter(({ kind }) => kind !== 'social' && kind !== 'sustainable');
    expect(gaps({ ...ROADS, indicators: without })).toEqual(['missing kind:social']);
    const economic = { ...at(ROADS.indicators, 6), kind: 'economic' as const };
    expect(gaps({ ...ROADS, indicators: [...without, economic] })).toEqual([]);
    expect(gaps({ ...ROADS, indicators: ROADS.indicators.filter(({ kind }) => kind !== 'cost') }, '101')).toEqual([
      'missing kind:economicCost',
    ]);
  });

  it('is amounts that add up', () => {
    expect(gaps({ ...ROADS, funds: { total: '45.6', fiscal: '40', other: '' } })).toEqual(['sum funds.total']);
  });

  it('is a plan of numbers that do not fall and end at 100', () => {
    expect(plan(['6月底', '50%'], ['12月底', '100'])).toEqual([]);
    expect(plan(['6月底', '50'], ['9月底', '50'], ['12月底', '１００％'])).toEqual([]);
    expect(plan(['6月底', '50'], ['12月底', '90'])).toEqual([
      '资金支出计划最后是 90%，应为 100%，请填写到年底的累计百分比',
    ]);
    expect(plan(['6月底', '60'], ['9月底', '50'], ['12月底', '100'])).toEqual([
      '资金支出计划“9月底”是 50%，比“6月底”的 60% 少，累计百分比不能下降',
    ]);
    expect(plan(['6月底', '一半'], ['12月底', '100'])[0]).toMatch(/“6月底”的“一半”不是 0 到 100 的数字/u);
    expect(plan(['6月底', '50'], ['12月底', '120'])[0]).toMatch(/“12月底”的“120”不是 0 到 100 的数字/u);
    expect(plan(['6月底', ''], ['12月底', '100'])[0]).toMatch(/“6月底”没有填写百分比/u);
    expect(plan(['', '50'], ['12月底', '100'])[0]).toMatch(/“50”没有写到什么时候/u);
    expect(plan(['', ' '], ['', ''])).toEqual(['请填写资金支出计划']);
  });
});

describe('what a clerk should know of the printed 绩效文本', () => {
  const notes = (
    contents: readonly ProjectContent[],
    declared = { overallGoals: '一', subGoals: '二', safeguards: '三' },
  ): readonly string[] => dossier.notes(bookOf(contents, { ...TOWN, declared }));

  it('is nothing where everything is filled in and exact', () => {
    expect(notes([ROADS])).toEqual([]);
  });

  it('is which parts of the department are blank', () => {
    expect(notes([ROADS], { overallGoals: '一', subGoals: ' ', safeguards: '' })).toEqual([
      '“示例县示例镇人民政府本级”的分项绩效目标、工作保障措施还没有填写，绩效文本里只印标题。',
    ]);
  });

  it('is what two decimals hide', () => {
    expect(notes([ROADS, LIGHTS])).toEqual([
      '1 个项目的金额超过两位小数，表上四舍五入，如“路灯电费”的 95.0832 万元印成 95.08；保存的金额不变。',
    ]);
  });

  it('is a 尾差 where the printed parts do not make the printed total', () => {
    const funds = { total: '1.01', fiscal: '0.505', other: '0.505' };
    expect(notes([{ ...ROADS, funds }]).at(-1)).toBe(
      '“村道养护”表上的财政资金与其他资金之和与预算数相差 0.01 万元，是四舍五入的尾差，实际金额相等。',
    );
  });
});
