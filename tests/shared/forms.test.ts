import { describe, expect, it } from 'vitest';
import { formGaps, formProgress } from '../../shared/forms/gaps.ts';
import { formById, FORMS } from '../../shared/forms/index.ts';
import type { LayoutContext } from '../../shared/forms/form.ts';
import { departmentName, withoutCode } from '../../shared/forms/annex2/department.ts';
import { finishedSchema } from '../../shared/forms/schema.ts';
import { printable, type Grid } from '../../shared/grid/grid.ts';
import type { Level2Kind } from '../../shared/model/level2.ts';
import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { SAMPLE_UNIT, sampleProjects } from '../../shared/sample/index.ts';

const form = formById('annex2');

const indicator = (kind: Level2Kind, level3: string, printed: string, more: Partial<Indicator> = {}): Indicator => ({
  ...emptyIndicator(`${kind}-${level3}-${printed}`, kind),
  level3,
  printed,
  ...more,
});

const samples = (): ProjectContent[] => {
  let count = 0;
  return sampleProjects(() => `id-${(count += 1)}`);
};

const good = (changes: Partial<ProjectContent> = {}): ProjectContent => {
  const [first] = samples();
  if (first === undefined) throw new Error('no samples');
  return { ...first, ...changes };
};

/** A good project whose indicators of one kind are replaced. */
const withIndicators = (kind: Level2Kind, replacement: Indicator[]): ProjectContent => {
  const content = good();
  return { ...content, indicators: [...replacement, ...content.indicators.filter((one) => one.kind !== kind)] };
};

const context = (changes: Partial<LayoutContext['settings']> = {}, draft = false): LayoutContext => ({
  unit: { ...SAMPLE_UNIT, id: 'u' },
  year: 2024,
  settings: { ...defaultSettings(2024), ...changes },
  draft: () => draft,
});

const draw = (content: ProjectContent, given = context()): Grid => {
  const [grid] = form.layout([content], given);
  if (grid === undefined) throw new Error('nothing drawn');
  return grid;
};

/** Texts of the cells as `A1: text`, with the merge where there is one: `A1:E1: text`. */
const shown = (grid: Grid): string[] =>
  grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => {
    const name = (r: number, c: number): string => `${String.fromCharCode(65 + c)}${r + 1}`;
    const last = name(row + rowSpan - 1, column + columnSpan - 1);
    const first = name(row, column);
    return `${first === last ? first : `${first}:${last}`} ${text}`;
  });

const valuesOf = (content: ProjectContent): string[] => {
  const grid = draw(content);
  return grid.cells.filter(({ column, row }) => column === 4 && row > 10).map(({ text }) => text);
};

describe('what keeps annex2 from being finished', () => {
  it('is nothing in any sample project', () => {
    expect(samples().map((content) => formGaps(form, content))).toEqual(samples().map(() => []));
  });

  it('is everything required of an empty project, in the order of the paper', () => {
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
      'kind:social',
      'kind:sustainable',
      'kind:satisfaction',
    ]);
  });

  it('is a total that differs from its parts by one 分', () => {
    const gaps = formGaps(form, good({ funds: { total: '90.000001', fiscal: '90', other: '' } }));
    expect(gaps).toMatchObject([{ path: 'funds.total', kind: 'sum' }]);
    expect(gaps[0]?.message).toContain('90.000001 万元');
  });

  it('counts other funds left blank as nothing, and adds up amounts that floating point would not', () => {
    expect(formGaps(form, good({ funds: { total: '90', fiscal: '90', other: ' ' } }))).toEqual([]);
    expect(formGaps(form, good({ funds: { total: '0.3', fiscal: '0.1', other: '0.2' } }))).toEqual([]);
  });

  it.each(['约三万', '1.2.3', '-5', '0.0000001'])('is the amount %s', (other) => {
    const gaps = formGaps(form, good({ funds: { total: '90', fiscal: '90', other } }));
    expect(gaps.filter(({ path }) => path === 'funds.other')).toMatchObject([{ kind: 'number' }]);
  });

  it.each([
    ['不断提升', 'number'],
    ['2024 年底', 'number'],
    ['800', 'unit'],
    ['10-20', 'unit'],
  ])('is %s as the value of a hard indicator', (printed, kind) => {
    expect(formGaps(form, withIndicators('quantity', [indicator('quantity', '党员教育', printed)]))).toMatchObject([
      { path: 'indicators.0.printed', kind },
    ]);
  });

  it.each(['31 人', '=31人', '1-2 个', '≥100%', '1,200 平方米'])(
    'is not %s as the value of a hard indicator',
    (printed) => {
      expect(formGaps(form, withIndicators('quantity', [indicator('quantity', '人数', printed)]))).toEqual([]);
    },
  );

  it('is a name without a value and a value without a name, in optional rows too', () => {
    const content = good();
    const half = [indicator('economic', '收入增长', ''), indicator('ecological', ' ', '明显改善')];
    const gaps = formGaps(form, { ...content, indicators: [...half, ...content.indicators] });
    expect(gaps.map(({ path }) => path)).toEqual(['indicators.0.printed', 'indicators.1.level3']);
  });

  it('points to the blank indicator that stands there already', () => {
    const content = withIndicators('cost', [indicator('cost', '', '')]);
    expect(formGaps(form, content)).toMatchObject([{ path: 'indicators.0.level3', kind: 'missing' }]);
  });

  it('becomes issues of the schema at the same fields', () => {
    const result = finishedSchema(form).safeParse(
      withIndicators('quantity', [indicator('quantity', '培训人次', '800')]),
    );
    expect(result.error?.issues.map(({ path }) => path)).toEqual([['indicators', 0, 'printed']]);
    expect(finishedSchema(form).safeParse(good()).success).toBe(true);
  });

  it('is counted: fifteen things are required, none done in an empty project', () => {
    expect(formProgress(form, emptyContent())).toEqual({ requiredDone: 0, requiredAll: 15 });
    expect(formProgress(form, good())).toEqual({ requiredDone: 15, requiredAll: 15 });
    expect(formProgress(form, good({ goals: ['', ' '] }))).toEqual({ requiredDone: 14, requiredAll: 15 });
  });

  it('always belongs to a step, and every field of a form is one the paper shows', () => {
    for (const one of FORMS) {
      const fields = new Set(draw(good()).cells.map(({ field }) => field));
      expect(one.fields.every(({ path }) => fields.has(path))).toBe(true);
    }
  });
});

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
      const covered = grid.cells.flatMap(({ row, column, rowSpan, columnSpan, style }) =>
        Array.from({ length: rowSpan * columnSpan }, (_, index) => {
          const line = row + Math.floor(index / columnSpan);
          expect(style.border).toBe(line >= 3);
          return line * 5 + column + (index % columnSpan);
        }),
      );
      expect(covered.sort((a, b) => a - b)).toEqual(Array.from({ length: grid.rows.length * 5 }, (_, index) => index));
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

  it('puts operator, number and unit together where a paper had them in columns of their own', () => {
    const apart = { operator: '≥', value: '95', unit: '%' } as const;
    const content = withIndicators('quality', [indicator('quality', '合格率', '95', apart)]);
    expect(valuesOf(content)).toContain('≥95%');
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
    const all = labels(draw(good(), context({ printEmptyOptionalRows: true })));
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
    const draft = draw(good(), context({}, true));
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

describe('the look of annex2', () => {
  it('fills the width between the margins, and a page with room left by somewhat higher rows', () => {
    for (const content of samples()) {
      const { columns, rows, page } = draw(content);
      const room = printable(page);
      const width = columns.reduce((sum, one) => sum + one, 0) * page.scale;
      const height = rows.reduce((sum, one) => sum + one, 0) * page.scale;
      expect(width).toBeLessThanOrEqual(room.width);
      expect(width).toBeGreaterThan(room.width - 6);
      expect(height).toBeLessThanOrEqual(room.height);
      expect(height).toBeGreaterThan(room.height * 0.85);
    }
  });

  it('never raises a row above what Excel can show', () => {
    const goal = good().goals[0] ?? '';
    for (let times = 8; times < 20; times += 1) {
      expect(Math.max(...draw(good({ goals: [goal.repeat(times)] })).rows)).toBeLessThanOrEqual(409);
    }
  });

  it('keeps the columns of the short labels four and five characters wide at every scale', () => {
    const goal = good().goals[0] ?? '';
    for (let times = 1; times < 20; times += 1) {
      const { columns, page } = draw(good({ goals: [goal.repeat(times)] }));
      expect(columns.slice(0, 2)).toEqual([61, 71]);
      if (page.fit === 'page') expect(columns.reduce((sum, width) => sum + width, 0) * page.scale).toBeCloseTo(467, -1);
    }
  });
});

describe('the department above the table', () => {
  it.each([
    ['812自治区教育厅', '自治区教育厅'],
    ['[812]自治区教育厅', '自治区教育厅'],
    ['【812033】自治区教育厅', '自治区教育厅'],
    ['示例县示例镇人民政府 900001', '示例县示例镇人民政府'],
    ['示例县示例镇人民政府900001', '示例县示例镇人民政府'],
    ['407001-某镇人民政府', '某镇人民政府'],
    ['407-001 某镇人民政府', '某镇人民政府'],
    ['某镇人民政府／407001', '某镇人民政府'],
    ['某某局（123）', '某某局'],
    ['某某局（代码：407001）', '某某局'],
    ['某某局 预算代码：407001', '某某局'],
    ['１２３某县财政局', '某县财政局'],
    ['812教育局', '教育局'],
    ['205012示例县第1中学', '示例县第1中学'],
    ['900001', ''],
  ])('%s is %s', (printed, name) => {
    expect(withoutCode(printed)).toBe(name);
  });

  it.each([
    '第3中学',
    '第 12 小学',
    '2号基地',
    '某县3号泵站',
    '306医院',
    '404地质队',
    '120急救中心',
    '12345热线',
    '政务服务热线12345',
    '中国人民解放军61486部队',
    '某镇人民政府（本级）',
    '某局（2）',
  ])('%s keeps the digits of its name', (name) => {
    expect(withoutCode(name)).toBe(name);
    expect(withoutCode(`${name} 407001`)).toBe(name);
  });

  it("is the project's own; the unit's where the project has none; then the unit itself", () => {
    const unit = { name: '示例镇人民政府本级', department: '900001 示例镇人民政府' };
    expect(departmentName('301 示例县水利局', unit)).toBe('示例县水利局');
    expect(departmentName(' ', unit)).toBe('示例镇人民政府');
    expect(departmentName('407001', { ...unit, department: '' })).toBe('示例镇人民政府本级');
    const grid = draw(good({ departmentAndCode: '301 示例县水利局' }));
    expect(grid.cells[0]?.text).toBe('附件 2：示例县水利局项目支出预算绩效目标表');
  });
});
