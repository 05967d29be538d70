import { describe, expect, it } from 'vitest';
import { cleanCell } from '../../shared/recognise/clean.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';

const rows = (text: string): (readonly [number, readonly string[]])[] =>
  tablesFromText(text, 'x').flatMap((table) => table.rows.map((row) => [row.at, row.cells] as const));

describe('text as a table', () => {
  it('takes a row from every filled line and keeps its number', () => {
    expect(rows('甲\t乙\r\n\r\n\t丙\n')).toEqual([
      [1, ['甲', '乙']],
      [3, ['', '丙']],
    ]);
  });
  it('takes quoted cells as a spreadsheet copies them', () => {
    expect(rows('"第一\n行"\t"说""好"""\n乙\t丙')).toEqual([
      [1, ['第一\n行', '说"好"']],
      [3, ['乙', '丙']],
    ]);
  });
  it("leaves the author's own quotation marks alone", () => {
    expect(rows('"两个中心"运行费\t5"\n"甲"\t"')).toEqual([
      [1, ['"两个中心"运行费', '5"']],
      [2, ['"甲"', '"']],
    ]);
  });
  it('takes tables of pipes, of HTML and of blanks', () => {
    expect(rows('| 甲 | 乙 |\n|---|:--|\n| 丙 | 丁 |').map(([, cells]) => cells.map((cell) => cell.trim()))).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
    expect(rows('<tr><td>甲</td><td>乙</td></tr>').map(([, cells]) => cells.map(cleanCell))).toEqual([
      ['甲', '乙', ''],
    ]);
    expect(rows('甲   乙丙').map(([, cells]) => cells)).toEqual([['甲', '乙丙']]);
  });
  it('gives no table for a blank text', () => expect(tablesFromText(' \n\t\n', 'x')).toEqual([]));
});

describe('a cell as it prints', () => {
  it.each([
    ['$\\geq 95\\%$', '≥ 95%'],
    ['$\\geqslant 98\\%$', '≥ 98%'],
    ['\\leqslant 3', '≤ 3'],
    ['$\\mathrm{PM}$', 'PM'],
    ['600&nbsp;元', '600 元'],
    ['第一<br/>第二', '第一\n第二'],
    ['<b>合格率</b>', '合格率'],
    ['<3 天，>1 天', '<3 天，>1 天'],
    ['=SUM(A1)', '=SUM(A1)'],
    ['\u00a0 有\u200b效 \u3000', '有效'],
  ])('%s', (text, printed) => expect(cleanCell(text)).toBe(printed));
});
