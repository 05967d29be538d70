import { describe, expect, it } from 'vitest';
import { departmentName, withoutCode } from '../../shared/forms/annex2/department.ts';
import { printable, type Grid } from '../../shared/grid/grid.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import type { Settings } from '../../shared/model/unit.ts';
import { drawn } from './book.ts';
import { covered, pageHeights, places } from './grid-cells.ts';
import { good, samples } from './samples.ts';

/** The one table of a project. */
const draw = (content: ProjectContent, settings: Partial<Settings> = {}): Grid => {
  const [grid] = drawn('annex2', [content], { settings });
  if (grid === undefined) throw new Error('nothing drawn');
  return grid;
};

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

describe('the line to sign on', () => {
  const signed = (content: ProjectContent): Grid => draw(content, { printSignOff: true, operator: '王五' });

  it('is the last row of the last page, over all columns and without a border', () => {
    for (const content of [...samples(), good({ goals: [(good().goals[0] ?? '').repeat(60)] })]) {
      const grid = signed(content);
      const room = printable(grid.page).height / grid.page.scale;
      expect(grid.cells.at(-1)).toMatchObject({
        row: grid.rows.length - 1,
        columnSpan: 5,
        text: expect.stringContaining('填报人：王五') as string,
        style: { border: false },
      });
      for (const height of pageHeights(grid)) expect(height).toBeLessThanOrEqual(room);
      expect(covered(grid)).toEqual(places(grid));
    }
  });

  it('is left out where the settings print none', () => {
    expect(draw(good()).cells.some(({ text }) => text.includes('填报人'))).toBe(false);
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
