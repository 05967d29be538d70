import { describe, expect, it } from 'vitest';
import { approval } from '../../shared/forms/approval/approval.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { emptyContent, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { readValue } from '../../shared/model/value.ts';
import { bookOf, bookUnit, halfDrafts, type BookOptions } from './book.ts';
import { cellsOf } from './grid-text.ts';
import { indicator } from './samples.ts';

const value = (
  kind: Indicator['kind'],
  level3: string,
  printed: string,
  weight: string,
  more: Partial<Indicator> = {},
): Indicator => {
  const { operator, value: number, unit } = readValue(printed);
  return indicator(kind, level3, printed, { operator, value: number, unit, weight, ...more });
};

const roads = (changes: Partial<ProjectContent> = {}): ProjectContent => ({
  ...emptyContent(),
  name: '村道养护经费',
  code: '63990000024T000000101',
  departmentAndCode: '示例县示例镇人民政府 900001',
  category: '3-特定目标类',
  funds: { total: '1512.505', fiscal: '', other: '' },
  goals: ['按计划养护村道。', '保障群众出行安全。'],
  indicators: [
    value('satisfaction', '沿线群众满意度', '≥95%', '10'),
    value('quantity', '养护里程', '≥36公里', '20'),
    value('quality', '养护合格率', '≥98百分比', '10.00'),
    value('quantity', '清理涵洞', '=12 处', '10'),
    value('social', '出行安全保障', '明显提升', '15'),
    value('sustainable', '管护机制', '健全', '15分'),
    value('cost', '单价', '1-2 万元/公里', '10'),
  ],
  ...changes,
});

const draw = (contents: readonly ProjectContent[], options: BookOptions = {}): Grid => {
  const [grid] = [...approval.layout(bookOf(contents, { year: 2024, ...options }))];
  if (grid === undefined) throw new Error('nothing drawn');
  return grid;
};

const HEAD = [
  'A1:L1 2024年部门预算项目支出绩效目标批复表',
  'A2:A3 单位名称',
  'B2:B3 项目名称',
  'C2:C3 项目类别',
  'D2:D3 预算数\n(万元)',
  'E2:E3 绩效目标',
  'F2:F3 一级指标',
  'G2:G3 二级指标',
  'H2:H3 三级指标',
  'I2:I3 绩效指标性质',
  'J2:J3 绩效指标值',
  'K2:K3 度量单位',
  'L2 分值权重',
  'L3 其中：预算执行率',
];

describe('the paper of 批复表', () => {
  it('is one table of a unit, cell by cell', () => {
    const light = roads({ name: '广场照明经费', code: '', category: '', goals: [], indicators: [] });
    const grid = draw([roads(), { ...light, funds: { total: '3', fiscal: '', other: '' } }]);
    expect(cellsOf(grid)).toEqual([
      ...HEAD,
      'A4 合计',
      'B4 -',
      'C4 -',
      'D4 #1,515.51',
      ...Array.from('EFGHIJKL', (column) => `${column}4`),
      'A5:A12 900001001-示例县示例镇人民政府本级',
      'B5:B11 63990000024T000000101-村道养护经费',
      'C5:C11 3-特定目标类',
      'D5:D11 #1512.51',
      'E5:E11 按计划养护村道。\n保障群众出行安全。',
      'F5:F8 产出指标',
      'G5:G6 数量指标',
      'H5 养护里程',
      'I5 ≥',
      'J5 #36',
      'K5 公里',
      'L5 #20',
      'H6 清理涵洞',
      'I6 =',
      'J6 #12',
      'K6 处',
      'L6 #10',
      'G7 质量指标',
      'H7 养护合格率',
      'I7 ≥',
      'J7 #98',
      'K7 %',
      'L7 #10.00',
      'G8 成本指标',
      'H8 单价',
      'I8',
      'J8 1-2',
      'K8 万元/公里',
      'L8 #10',
      'F9:F10 效益指标',
      'G9 社会效益',
      'H9 出行安全保障',
      'I9',
      'J9 明显提升',
      'K9',
      'L9 #15',
      'G10 可持续影响',
      'H10 管护机制',
      'I10',
      'J10 健全',
      'K10',
      'L10 #15',
      'F11 满意度指标',
      'G11 服务对象满意度',
      'H11 沿线群众满意度',
      'I11 ≥',
      'J11 #95',
      'K11 %',
      'L11 #10',
      'B12 广场照明经费',
      ...['C12', 'D12 #3.00', 'E12', 'F12', 'G12', 'H12', 'I12', 'J12', 'K12', 'L12'],
    ]);
  });

  it('lies on landscape A4, one page wide, with both header rows on every page', () => {
    const { page, name, columns } = draw([roads()]);
    expect(page).toMatchObject({
      orientation: 'landscape',
      fit: 'width',
      scale: 1,
      headerRows: [1, 2],
      breaks: [],
      header: '',
      footer: '',
    });
    expect(name).toBe('示例县示例镇人民政府本级');
    expect(columns).toHaveLength(12);
  });

  it('has no letter below 小五', () => {
    expect(Math.min(...draw([roads()]).cells.map(({ style }) => style.size))).toBe(9);
  });

  it('is drawn once a unit, and marks drafts above the page', () => {
    const book = bookOf([roads(), roads()]);
    const two = { ...book, units: [...book.units, bookUnit([], { unit: { name: '示例县示例镇文化站', code: '' } })] };
    expect([...approval.layout(two)].map(({ name }) => name)).toEqual([
      '示例县示例镇人民政府本级',
      '示例县示例镇文化站',
    ]);
    expect([...approval.layout(halfDrafts(book))].map(({ page }) => page.header)).toEqual(['草稿']);
  });

  it('prints 合计 blank where no project has an amount, and an amount that is no number as typed', () => {
    const cells = cellsOf(draw([roads({ funds: { total: '待定', fiscal: '', other: '' } })]));
    expect(cells).toContain('D4');
    expect(cells).toContain('D5:D11 待定');
  });

  it('sums exact amounts, those in 元 too', () => {
    const amounts = [
      roads({ funds: { total: '0.004', fiscal: '', other: '' } }),
      roads({ funds: { total: '0.004', fiscal: '', other: '' } }),
      roads({ funds: { total: '50000', fiscal: '', other: '' }, amountUnit: '元' }),
    ];
    const cells = cellsOf(draw(amounts));
    expect(cells.filter((cell) => cell.startsWith('D') && cell.includes('#'))).toEqual([
      'D4 #5.01',
      'D5:D11 #0.00',
      'D12:D18 #0.00',
      'D19:D25 #5.00',
    ]);
  });

  it('keeps the printed labels of an indicator that no row of the form takes', () => {
    const other = value('other', '节约', '≥1%', '5', { level1: '绩效指标', level2: '其他' });
    const cells = cellsOf(draw([roads({ indicators: [other] })]));
    expect(cells).toEqual(expect.arrayContaining(['F5 绩效指标', 'G5 其他', 'H5 节约']));
  });

  it('has 成本 at the first level under the newer tree', () => {
    const cells = cellsOf(draw([roads()], { unit: { tree: '101' } }));
    expect(cells).toEqual(expect.arrayContaining(['F5 成本指标', 'G5 经济成本指标', 'H5 单价', 'F6:F8 产出指标']));
  });

  it('prints the sign-off below the last row where the settings say so', () => {
    const settings = { printSignOff: true, operator: '王小明' };
    expect(cellsOf(draw([roads()], { settings })).at(-1)).toMatch(/^A12:L12 填报人：王小明　+负责人：/u);
  });
});

describe('the unit in 批复表', () => {
  const unitOf = (departmentAndCode: string, unit: BookOptions['unit'] = {}): string | undefined =>
    draw([roads({ departmentAndCode })], { unit }).cells.find(({ row, column }) => row === 4 && column === 0)?.text;

  it('is that of the settings where the project says its department', () => {
    expect(unitOf('示例县示例镇人民政府 900001')).toBe('900001001-示例县示例镇人民政府本级');
    expect(unitOf('900001-示例县示例镇人民政府')).toBe('900001001-示例县示例镇人民政府本级');
    expect(unitOf('示例县示例镇人民政府 900001', { code: '' })).toBe('示例县示例镇人民政府本级');
  });

  it('is printed as it was imported where that is this unit', () => {
    const printed = '900001－示例县示例镇人民政府（本级）';
    expect(unitOf(printed, { name: '示例县示例镇人民政府', code: '' })).toBe(printed);
    expect(unitOf(printed, { name: '示例县示例镇人民政府（本级）', code: '900001' })).toBe(printed);
    expect(unitOf(printed, { name: '示例县示例镇人民政府(本级)', code: '900002' })).toBe(
      '900002-示例县示例镇人民政府(本级)',
    );
  });
});
