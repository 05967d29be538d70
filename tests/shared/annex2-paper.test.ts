import { describe, expect, it } from 'vitest';
import type { Grid } from '../../shared/grid/grid.ts';
import { emptyContent, type ProjectContent, type ProjectState } from '../../shared/model/project.ts';
import type { Settings } from '../../shared/model/unit.ts';
import { drawn } from './book.ts';
import { covered, places, shown } from './grid-cells.ts';
import { good, indicator, samples, withIndicators } from './samples.ts';

/** The one table of a project, for 2024. */
const draw = (content: ProjectContent, settings: Partial<Settings> = {}, state: ProjectState = 'finished'): Grid => {
  const [grid] = drawn('annex2', [content], { year: 2024, settings, state });
  if (grid === undefined) throw new Error('nothing drawn');
  return grid;
};

const valuesOf = (content: ProjectContent): string[] => {
  const grid = draw(content);
  return grid.cells.filter(({ column, row }) => column === 4 && row > 10).map(({ text }) => text);
};

describe('the paper of annex2', () => {
  it('has the rows and merges of the county form', () => {
    expect(shown(draw(good()))).toEqual([
      'A1:E1 附件 2：示例县示例镇人民政府项目支出预算绩效目标表',
      'A2:E2 部门项目支出预算绩效目标表',
      'A3:E3 （2024 年度）',
      'A4 项目名称',
      'B4:E4 村干部任职补贴',
      'A5 主管部门及代码',
      'B5:C5 示例县示例镇人民政府 900001',
      'D5 实施单位',
      'E5 示例县示例镇人民政府本级',
      'A6 项目属性',
      'B6:C6 0101-一年期项目',
      'D6 项目期',
      'E6 1 年',
      'A7:A9 项目资金（万元）',
      'B7:C7 年度资金总额：',
      'D7:E7 90',
      'B8:C8 其中：财政拨款',
      'D8:E8 90',
      'B9:C9 其他资金',
      'D9:E9 0',
      'A10 年度总体目标',
      `B10:E10 ${good().goals[0] ?? ''}`,
      'A11 名称',
      'B11 一级指标',
      'C11 二级指标',
      'D11 三级指标',
      'E11 指标值',
      'A12:A18 绩效指标',
      'B12:B15 产出指标',
      'B16:B17 效益指标',
      'B18 满意度指标',
      'C12 数量指标（必填硬性指标）',
      'C13 质量指标（必填）',
      'C14 时效指标（必填）',
      'C15 成本指标（必填硬性指标）',
      'C16 社会效益指标（必填）',
      'C17 可持续影响指标（必填）',
      'C18 服务对象满意度指标（必填）',
      'D12 享受任职补贴的村干部人数',
      'E12 30 人',
      'D13 任职补贴足额发放率',
      'E13 100%',
      'D14 每月补贴发放时间',
      'E14 每月 15 日前',
      'D15 村干部任职补贴标准',
      'E15 2500 元/人/月',
      'D16 村级治理能力',
      'E16 有效提升',
      'D17 村干部队伍稳定，乡村振兴持续推进',
      'E17 持续推进',
      'D18 村干部满意度',
      'E18 ≥95%',
    ]);
  });

  it('covers every cell exactly once, with borders from row 4 on and none above', () => {
    for (const content of [...samples(), emptyContent()]) {
      const grid = draw(content);
      expect(covered(grid)).toEqual(places(grid));
      for (const { row, style } of grid.cells) expect(style.border).toBe(row >= 3);
    }
  });

  it('prints money to the 分 without padding, blank where not known, as typed where no number', () => {
    const amounts = (funds: ProjectContent['funds'], amountUnit: '万元' | '元' = '万元'): (string | number)[] =>
      draw(good({ funds, amountUnit }))
        .cells.filter(({ column, row }) => column === 3 && row >= 6 && row <= 8)
        .map(({ text, number }) => number ?? text);
    expect(amounts({ total: '95.0832', fiscal: '95.083200', other: '0' })).toEqual([95.0832, 95.0832, 0]);
    expect(amounts({ total: '1,536.740001', fiscal: '', other: '待定' })).toEqual([1536.740001, '', '待定']);
    expect(amounts({ total: '65904', fiscal: '0.01', other: ' ' }, '元')).toEqual([6.5904, 0.000001, '']);
  });

  it('prints a value as typed, but for a leading = and the word 百分比', () => {
    const values = ['=100%', '＝ 21个', '≥95百分比', '600 元/人 /年', '按时足额', '上升5个百分点'];
    const content = withIndicators(
      'quantity',
      values.map((value, index) => indicator('quantity', `第${index}`, value)),
    );
    expect(valuesOf(content).slice(0, 6)).toEqual([
      '100%',
      '21个',
      '≥95%',
      '600 元/人 /年',
      '按时足额',
      '上升5个百分点',
    ]);
  });

  it('completes a name that a system clipped, and only that', () => {
    const clipped = '逐步促进了解河势变化及对防洪、';
    const whole = `${clipped}河道整治的开发利用`;
    const content = withIndicators('social', [
      indicator('social', clipped, '95%', { description: whole }),
      indicator('social', '村民幸福感', '95%', { description: '村民幸福感是否增强' }),
      indicator('social', '', '95%', { description: '只有说明' }),
    ]);
    const names = draw(content)
      .cells.filter(({ column, row }) => column === 3 && row > 10)
      .map(({ text }) => text);
    expect(names).toEqual(expect.arrayContaining([whole, '村民幸福感', '只有说明']));
  });

  it('leaves optional rows out when empty, unless the setting prints them', () => {
    const labels = (grid: Grid): string[] =>
      grid.cells.filter(({ column, row }) => column === 2 && row > 10).map(({ text }) => text);
    expect(labels(draw(good()))).toHaveLength(7);
    const all = labels(draw(good(), { printEmptyOptionalRows: true }));
    expect(all[4]).toBe('经济效益');
    expect(all[6]).toBe('生态效益');
  });

  it('prints a required row without content empty and marks it missing', () => {
    const grid = draw(emptyContent());
    const missing = grid.cells.filter(({ missing: is }) => is === true);
    expect(missing.every(({ text }) => text === '')).toBe(true);
    expect(missing.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['name', 'funds.total', 'goals.0', 'kind:quantity', 'kind:satisfaction']),
    );
    expect(missing.map(({ field }) => field)).not.toContain('funds.other');
  });

  it('keeps indicators no row of the form takes, under the labels of their own paper', () => {
    const stray = indicator('other', '隐藏的指标', '1 个', { level1: '效益指标', level2: '其他效益' });
    const content = good();
    const texts = shown(draw({ ...content, indicators: [stray, ...content.indicators] }));
    expect(texts).toContain('B16:B18 效益指标');
    expect(texts).toContain('C18 其他效益');
    expect(texts).toContain('D18 隐藏的指标');
    const cost = indicator('economicCost', '人均成本', '5 元/人');
    const newer = { ...content, indicators: [...content.indicators, cost] };
    expect(shown(draw(newer))).toContain('C15:C16 成本指标（必填硬性指标）');
  });

  it('says 草稿 above a draft and in its name, and nothing above a finished one', () => {
    const draft = draw(good(), {}, 'draft');
    expect([draft.name, draft.page.header]).toEqual(['草稿-村干部任职补贴', '草稿']);
    expect(draw(good()).page.header).toBe('');
  });

  it('leaves control characters out of what is printed', () => {
    const texts = draw(good({ name: 'a\u0000b\u001fc\ud800d\r\ne' })).cells.map(({ text }) => text);
    expect(texts).toContain('abcd\ne');
  });

  it('fits every ordinary project on one page, shrinks a fuller one, and flows on only below 9 points', () => {
    for (const content of samples()) expect(draw(content).page.fit).toBe('page');
    const goal = good().goals[0] ?? '';
    const fuller = draw(good({ goals: [goal.repeat(12)] })).page;
    expect([fuller.fit, fuller.scale < 1, 12 * fuller.scale >= 9]).toEqual(['page', true, true]);
    const long = draw(good({ goals: [goal.repeat(60)] }));
    expect(long.page).toMatchObject({ fit: 'width', scale: 1 });
    const header = long.page.headerRows?.[0] ?? -1;
    expect(long.cells.find(({ row, column }) => row === header && column === 0)?.text).toBe('名称');
  });
});
