import { describe, expect, it } from 'vitest';
import { declaration } from '../../shared/forms/declaration/declaration.ts';
import { midtermYears } from '../../shared/forms/declaration/midterm.ts';
import { formGaps } from '../../shared/forms/gaps.ts';
import { printable, type Grid } from '../../shared/grid/grid.ts';
import { emptyContent, type ProjectContent } from '../../shared/model/project.ts';
import { drawn, type BookOptions } from './book.ts';
import { good, indicator, samples, withIndicators } from './samples.ts';
import { covered, places, shown } from './grid-cells.ts';

const form = declaration.ask({ tree: '88', weightSum: 90 });

const draw = (content: ProjectContent, options: BookOptions = {}): Grid => {
  const [grid] = drawn('declaration', [content], options);
  if (grid === undefined) throw new Error('nothing drawn');
  return grid;
};

/** A project of three years with both halves filled in. */
const whole = (changes: Partial<ProjectContent> = {}): ProjectContent =>
  good({
    period: '3 年',
    midtermFunds: { total: '270', fiscal: '270', other: '0' },
    midtermGoals: ['目标1：足额保障三年补贴', '目标2：稳定村干部队伍'],
    midtermIndicators: [
      indicator('quantity', '三年享受补贴人次', '90 人次'),
      indicator('quantity', '覆盖行政村', '12 个'),
      indicator('social', '村级治理能力', '显著提升'),
    ],
    ...changes,
  });

describe('the paper of 申报表', () => {
  it('has both halves side by side under labels of their own', () => {
    expect(shown(draw(whole()))).toEqual([
      'A1:H1 项目支出绩效目标申报表',
      'A2:H2 （2026 年度）',
      'A3 项目名称',
      'B3:H3 村干部任职补贴',
      'A4 主管部门及代码',
      'B4:D4 示例县示例镇人民政府 900001',
      'E4 实施单位',
      'F4:H4 示例县示例镇人民政府本级',
      'A5 项目属性',
      'B5:D5 0101-一年期项目',
      'E5 项目期',
      'F5:H5 3 年',
      'A6:A8 项目资金（万元）',
      'B6:C6 中期资金总额：',
      'D6 270',
      'E6:F6 年度资金总额：',
      'G6:H6 90',
      'B7:C7 其中：财政拨款',
      'D7 270',
      'E7:F7 其中：财政拨款',
      'G7:H7 90',
      'B8:C8 其他资金',
      'D8 0',
      'E8:F8 其他资金',
      'G8:H8 0',
      'A9:A10 总体目标',
      'B9:D9 中期目标（2026年—2028年）',
      'E9:H9 年度目标',
      'B10:D10 目标1：足额保障三年补贴\n目标2：稳定村干部队伍',
      `E10:H10 ${good().goals[0] ?? ''}`,
      'B11 一级指标',
      'C11 二级指标',
      'D11 三级指标',
      'E11 指标值',
      'F11 二级指标',
      'G11 三级指标',
      'H11 指标值',
      'B12:B16 产出指标',
      'B17:B18 效益指标',
      'B19 满意度指标',
      'C12:C13 数量指标',
      'C14 质量指标',
      'C15 时效指标',
      'C16 成本指标',
      'C17 社会效益指标',
      'C18 可持续影响指标',
      'C19 服务对象满意度指标',
      'F12:F13 数量指标',
      'F14 质量指标',
      'F15 时效指标',
      'F16 成本指标',
      'F17 社会效益指标',
      'F18 可持续影响指标',
      'F19 服务对象满意度指标',
      'D12 三年享受补贴人次',
      'E12 90 人次',
      'G12 享受任职补贴的村干部人数',
      'H12 30 人',
      'D13 覆盖行政村',
      'E13 12 个',
      'G13 ',
      'H13 ',
      'D14 ',
      'E14 ',
      'G14 任职补贴足额发放率',
      'H14 100%',
      'D15 ',
      'E15 ',
      'G15 每月补贴发放时间',
      'H15 每月 15 日前',
      'D16 ',
      'E16 ',
      'G16 村干部任职补贴标准',
      'H16 2500 元/人/月',
      'D17 村级治理能力',
      'E17 显著提升',
      'G17 村级治理能力',
      'H17 有效提升',
      'D18 ',
      'E18 ',
      'G18 村干部队伍稳定，乡村振兴持续推进',
      'H18 持续推进',
      'D19 ',
      'E19 ',
      'G19 村干部满意度',
      'H19 ≥95%',
      'A11:A19 绩效指标',
    ]);
  });

  it('covers every cell exactly once, on one upright page as wide as its margins let it be', () => {
    for (const content of [...samples(), emptyContent(), whole()]) {
      const grid = draw(content, { settings: { printSignOff: true } });
      expect(covered(grid)).toEqual(places(grid));
      const room = printable(grid.page);
      const { scale } = grid.page;
      const width = grid.columns.reduce((sum, one) => sum + one, 0) * scale;
      expect(grid.page).toMatchObject({ orientation: 'portrait', fit: 'page' });
      expect(scale * 10.5).toBeGreaterThan(9);
      expect(width).toBeLessThanOrEqual(room.width);
      expect(width).toBeGreaterThan(room.width - 6);
      expect(grid.rows.reduce((sum, one) => sum + one, 0) * scale).toBeLessThanOrEqual(room.height);
    }
  });

  it('prints 成本指标 first under the newer national tree, with three kinds of it where asked for', () => {
    const unit = { tree: '101' } as const;
    const texts = shown(draw(whole(), { unit, settings: { printEmptyOptionalRows: true } }));
    expect(texts).toEqual(expect.arrayContaining(['B12:B14 成本指标', 'C12 经济成本指标', 'C14 生态环境成本指标']));
    expect(texts).toContain('G12 村干部任职补贴标准');
    expect(shown(draw(whole(), { unit }))).toContain('B12 成本指标');
  });

  it('leads a click on either half to its own box, and to the row where nothing stands', () => {
    const at = (name: string): string | undefined =>
      draw(withIndicators('quality', [])).cells.find(
        ({ row, column }) => `${String.fromCharCode(65 + column)}${row + 1}` === name,
      )?.field;
    expect([at('D6'), at('G6'), at('B10'), at('E10'), at('G13')]).toEqual([
      'midtermFunds.total',
      'funds.total',
      'midtermGoals.0',
      'goals.0',
      'kind:quality',
    ]);
  });

  it('marks what is required and missing of the year, and nothing of 中期', () => {
    const missing = draw(emptyContent()).cells.filter(({ missing: is }) => is === true);
    const fields = missing.map(({ field = '' }) => field);
    expect(fields).toEqual(expect.arrayContaining(['name', 'funds.total', 'goals.0', 'kind:quantity', 'kind:cost']));
    expect(fields.filter((field) => field.startsWith('midterm'))).toEqual([]);
  });

  it('keeps what no row takes below the labels of its own paper, in either half', () => {
    const stray = indicator('other', '隐藏的指标', '1 个', { level1: '效益指标', level2: '其他效益' });
    const texts = shown(draw(whole({ indicators: [...good().indicators, stray], midtermIndicators: [stray] })));
    expect(texts.filter((text) => /其他效益|隐藏的指标/u.test(text))).toEqual([
      'C18 其他效益',
      'F18 其他效益',
      'D18 隐藏的指标',
      'G18 隐藏的指标',
    ]);
  });
});

describe('the years of 中期目标', () => {
  it.each([
    ['2024-2026', [2024, 2026]],
    ['2024—2026年', [2024, 2026]],
    ['2024年1月至2026年12月', [2024, 2026]],
    ['3 年', [2026, 2028]],
    ['三年', [2026, 2028]],
    ['1 年', null],
    ['2024-2024', null],
    ['2024-2204', null],
    ['长期', null],
    ['', null],
  ])('%s: %j', (period, years) => {
    expect(midtermYears(period, 2026)).toEqual(years);
  });

  it('are left blank where 项目期 does not say them', () => {
    expect(shown(draw(good()))).toContain('B9:D9 中期目标（    年—    年）');
  });
});

describe('what keeps 申报表 from being finished', () => {
  it('is nothing in any sample project, and nothing of 中期 that is left out', () => {
    expect(samples().flatMap((content) => formGaps(form, content))).toEqual([]);
  });

  it('is everything required of an empty project: of 效益 one at least', () => {
    expect(formGaps(form, emptyContent()).map(({ path }) => path)).toEqual([
      'name',
      'departmentAndCode',
      'implementingUnit',
      'attribute',
      'period',
      'funds.total',
      'funds.fiscal',
      'goals.0',
      'kind:quantity',
      'kind:quality',
      'kind:timeliness',
      'kind:cost',
      'kind:satisfaction',
      'kind:social',
    ]);
  });

  it('is a 中期 half that does not add up or is only half there', () => {
    const content = whole({
      midtermFunds: { total: '270', fiscal: '200', other: '60' },
      midtermIndicators: [
        indicator('quantity', '人次', ''),
        indicator('quality', '', '100%'),
        indicator('cost', '', ''),
      ],
    });
    expect(formGaps(form, content).map(({ path, step }) => [path, step])).toEqual([
      ['midtermFunds.total', 'midterm'],
      ['midtermIndicators.0.printed', 'midterm'],
      ['midtermIndicators.1.level3', 'midterm'],
    ]);
  });
});
