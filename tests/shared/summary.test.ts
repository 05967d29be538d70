import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../shared/forms/form.ts';
import { paperById } from '../../shared/forms/index.ts';
import { summarise } from '../../shared/forms/summary/summarise.ts';
import { summary } from '../../shared/forms/summary/summary.ts';
import { cellHeight } from '../../shared/grid/build.ts';
import { printable, type Grid } from '../../shared/grid/grid.ts';
import { parseFen, printFen } from '../../shared/model/money.ts';
import { emptyContent, type ProjectContent } from '../../shared/model/project.ts';
import { bookOf, bookUnit } from './book.ts';
import { cellsOf, heightOf, pagesOf } from './grid-text.ts';
import { indicator } from './samples.ts';

const project = (name: string, total: string, fiscal = '', other = '', more: Partial<ProjectContent> = {}) => ({
  ...emptyContent(),
  name,
  code: '63990000024T000000101',
  category: '3-特定目标类',
  funds: { total, fiscal, other },
  indicators: [indicator('quantity', '里程', '36 公里'), indicator('quality', '', '')],
  ...more,
});

const two = (): Book => {
  const town = bookOf([project('村道养护', '1512.505', '1500', '12.505'), project('广场照明', '待定')], { year: 2024 });
  const station = bookUnit(
    [project('农家书屋', '12000', '12000', '', { amountUnit: '元', category: '', attribute: '0101-一年期项目' })],
    { unit: { id: 'v', name: '示例镇文化站' }, state: 'draft' },
  );
  return { ...town, units: [...town.units, station] };
};

const draw = (book: Book): Grid => {
  const [grid, more] = [...summary.layout(book)];
  if (grid === undefined || more !== undefined) throw new Error('汇总表 is one table');
  return grid;
};

describe('a year in numbers', () => {
  it('sums exactly per unit, in all and by category', () => {
    const { units, all, byCategory, drafts, finished, approved } = summarise(two());
    expect(units.map(({ unitId, name, totalFen }) => [unitId, name, totalFen])).toEqual([
      ['u', '示例县示例镇人民政府本级', parseFen('1512.505', '万元')],
      ['v', '示例镇文化站', parseFen('1.2', '万元')],
    ]);
    expect(all).toEqual({
      projects: 3,
      totalFen: parseFen('1513.705', '万元'),
      fiscalFen: parseFen('1501.2', '万元'),
      otherFen: parseFen('12.505', '万元'),
      withoutAmount: 1,
    });
    expect(byCategory.map(({ label, projects }) => [label, projects])).toEqual([
      ['3-特定目标类', 2],
      ['0101-一年期项目', 1],
    ]);
    expect([drafts, finished, approved]).toEqual([1, 2, 0]);
  });

  it('puts most money first, and what has neither category nor attribute under 未分类', () => {
    const book = bookOf([project('甲', '1'), project('乙', '2', '', '', { category: ' ' })]);
    expect(summarise(book).byCategory.map(({ label }) => label)).toEqual(['未分类', '3-特定目标类']);
  });

  it('is all zero for a year without projects', () => {
    const { all, byCategory, notes } = summarise(bookOf([]));
    expect(all).toEqual({ projects: 0, totalFen: 0, fiscalFen: 0, otherFen: 0, withoutAmount: 0 });
    expect([byCategory, notes]).toEqual([[], []]);
  });

  it('is the same sum by units and by categories, whatever was typed', () => {
    const amount = fc.oneof(
      fc.nat(10 ** 12).map((fen) => printFen(fen, '万元')),
      fc.constantFrom('', '待定', '-3', '１２.5'),
    );
    const projects = fc.array(
      fc
        .tuple(amount, fc.constantFrom('甲类', '乙类', ''))
        .map(([total, category]) => project('项目', total, '', '', { category })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(projects, projects, (first, second) => {
        const book = { ...bookOf(first), units: [bookUnit(first), bookUnit(second)] };
        const { all, units, byCategory } = summarise(book);
        const sum = (parts: readonly { totalFen: number; projects: number; withoutAmount: number }[]): number[] => [
          parts.reduce((total, { totalFen }) => total + totalFen, 0),
          parts.reduce((total, one) => total + one.projects, 0),
          parts.reduce((total, { withoutAmount }) => total + withoutAmount, 0),
        ];
        expect(sum(units)).toEqual(sum([all]));
        expect(sum(byCategory)).toEqual(sum([all]));
      }),
    );
  });
});

describe('the paper of 汇总表', () => {
  it('lists several units with 小计, 合计 and notes, cell by cell', () => {
    expect(cellsOf(draw(two()))).toEqual([
      'A1:J1 2024年项目支出绩效目标汇总表',
      'A2:E2 单位：示例县示例镇人民政府本级 等 2 个单位',
      'F2:J2 金额单位：万元',
      ...['A3 序号', 'B3 项目编码', 'C3 项目名称', 'D3 单位', 'E3 项目类别\n或属性'],
      ...['F3 年度\n资金总额', 'G3 财政拨款', 'H3 其他资金', 'I3 指标数', 'J3 状态'],
      ...['A4 #1', 'B4 63990000024T000000101', 'C4 村道养护', 'D4 示例县示例镇人民政府本级', 'E4 3-特定目标类'],
      ...['F4 #1,512.51', 'G4 #1,500.00', 'H4 #12.51', 'I4 #1', 'J4 已完成'],
      ...['A5 #2', 'B5 63990000024T000000101', 'C5 广场照明', 'D5 示例县示例镇人民政府本级', 'E5 3-特定目标类'],
      ...['F5 待定', 'G5', 'H5', 'I5 #1', 'J5 已完成'],
      'A6:E6 示例县示例镇人民政府本级 小计（2 个项目）',
      ...['F6 #1,512.51', 'G6 #1,500.00', 'H6 #12.51', 'I6 #2', 'J6'],
      ...['A7 #3', 'B7 63990000024T000000101', 'C7 农家书屋', 'D7 示例镇文化站', 'E7 0101-一年期项目'],
      ...['F7 #1.20', 'G7 #1.20', 'H7', 'I7 #1', 'J7 草稿'],
      'A8:E8 示例镇文化站 小计（1 个项目）',
      ...['F8 #1.20', 'G8 #1.20', 'H8', 'I8 #1', 'J8'],
      'A9:E9 合计（3 个项目）',
      ...['F9 #1,513.71', 'G9 #1,501.20', 'H9 #12.51', 'I9 #3', 'J9'],
      'A10:J10 注：“广场照明”的金额“待定”不是数字，照原样印出，没有计入合计。',
      'A11:J11 　　1 个项目没有分财政拨款和其他资金，这两项的合计比资金总额少。',
    ]);
  });

  it('has no column for the unit and no 小计 where there is one unit only', () => {
    const cells = cellsOf(draw(bookOf([project('村道养护', '3', '3')], { year: 2024 })));
    expect(cells).toContain('D3 项目类别\n或属性');
    expect(cells.join()).not.toContain('小计');
    expect(cells.at(-6)).toBe('A5:D5 合计（1 个项目）');
  });

  it('is found among the papers, is no docx, and repeats its header', () => {
    expect(paperById('summary')).toBe(summary);
    expect(summary.formats).toEqual(['xlsx']);
    expect(draw(two()).page).toMatchObject({ orientation: 'landscape', fit: 'width', headerRows: [2, 2] });
  });

  it('cuts nothing and overfills no page, however many projects and however long their names', () => {
    const names = fc.array(fc.constantFrom(4, 40, 300, 2_000), { maxLength: 60 });
    fc.assert(
      fc.property(names, fc.boolean(), (lengths, printSignOff) => {
        const contents = lengths.map((length, nth) => project(`${nth}名`.padEnd(length, '称'), '1'));
        const grid = draw(bookOf(contents, { settings: { printSignOff } }));
        const cut = grid.cells.filter(
          (cell) => heightOf(grid, cell.row, cell.row + cell.rowSpan - 1) + 0.01 < cellHeight(cell, grid.columns),
        );
        expect(cut).toEqual([]);
        const room = printable(grid.page).height;
        pagesOf(grid).forEach(([first, last], index) => {
          expect(heightOf(grid, first, last)).toBeLessThanOrEqual(index === 0 ? room : room - heightOf(grid, 2, 2));
        });
        const printed = grid.cells.filter(({ column, row }) => column === 2 && row > 2);
        expect(printed.map(({ text }) => text).join('')).toBe(contents.map(({ name }) => name).join(''));
      }),
      { numRuns: 30 },
    );
  });
});
