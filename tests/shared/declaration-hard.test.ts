import { describe, expect, it } from 'vitest';
import { printable, type Grid } from '../../shared/grid/grid.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { drawn, type BookOptions } from './book.ts';
import { covered, pageHeights, places } from './grid-cells.ts';
import { good, indicator } from './samples.ts';

/* What no clerk should type and some do: everything prints, nothing is cut, no page overflows. */

const draw = (content: ProjectContent, options: BookOptions = {}): Grid => {
  const [grid] = drawn('declaration', [content], options);
  if (grid === undefined) throw new Error('nothing drawn');
  return grid;
};

const LONG = '按照县委、县政府的部署，足额保障村级组织运转经费，'.repeat(250).slice(0, 5_000);

const hard: readonly (readonly [string, ProjectContent])[] = [
  ['no indicator', good({ indicators: [] })],
  [
    '200 indicators',
    good({
      indicators: Array.from({ length: 200 }, (_, index) =>
        indicator(
          index % 2 === 0 ? 'quantity' : 'satisfaction',
          `第 ${index + 1} 个村的环境整治面积`,
          `≥${index + 1} 亩`,
        ),
      ),
    }),
  ],
  ['a goal of 5,000 characters', good({ goals: [LONG] })],
  ['two goals of 5,000 characters', good({ goals: [LONG], midtermGoals: [LONG] })],
  ['a name of 300 characters', good({ name: '示例镇村级活动场所改造提升工程'.repeat(20).slice(0, 300) })],
  [
    'a value and a level 3 of 2,000 characters',
    good({ indicators: [indicator('quality', LONG.slice(0, 2_000), LONG)] }),
  ],
  ['emoji and rare characters', good({ name: '䶮㛃𬀩 👨‍👩‍👧 路灯', goals: ['🚧'.repeat(300)] })],
  ['tabs and line breaks', good({ goals: ['一\t二\r\n三\n\n四'], name: '甲\t乙\n丙' })],
];

/** All that is printed in one column, as one text. */
const textOf = (grid: Grid, field: string): string =>
  grid.cells
    .filter((cell) => cell.field === field && cell.style.horizontal === 'left')
    .sort((a, b) => a.row - b.row)
    .map(({ text }) => text.replace(/\s/gu, ''))
    .join('');

describe('申报表 of a project with', () => {
  it.each(hard)('%s prints whole, within its pages', (_, content) => {
    for (const printSignOff of [false, true]) {
      const grid = draw(content, { settings: { printSignOff } });
      const room = printable(grid.page).height / grid.page.scale;
      expect(covered(grid)).toEqual(places(grid));
      expect(Math.max(...grid.rows)).toBeLessThanOrEqual(409);
      const header = grid.page.headerRows === null ? 0 : (grid.rows[grid.page.headerRows[0]] ?? 0);
      pageHeights(grid).forEach((height, page) => expect(height + (page === 0 ? 0 : header)).toBeLessThan(room));
      expect(Math.min(...grid.cells.map(({ style }) => style.size)) * grid.page.scale).toBeGreaterThanOrEqual(9);
    }
  });

  it.each(hard)('%s loses no letter', (_, content) => {
    const grid = draw(content);
    const squeeze = (texts: readonly string[]): string => texts.join('').replace(/\s/gu, '');
    expect(textOf(grid, 'goals.0')).toBe(squeeze(content.goals));
    expect(textOf(grid, 'midtermGoals.0')).toBe(squeeze(content.midtermGoals));
    expect(textOf(grid, 'name')).toBe(squeeze([content.name]));
    content.indicators.forEach(({ level3 }, index) => {
      expect(textOf(grid, `indicators.${index}.level3`)).toBe(squeeze([level3]));
    });
  });

  it('control characters prints without them', () => {
    const texts = draw(good({ name: 'a\u0000b\u001fc\ud800d', goals: ['甲\u0007乙'] })).cells.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['abcd', '甲乙']));
  });

  it('a draft is marked, a signed one ends with the line to sign on', () => {
    const draft = draw(good(), { state: 'draft' });
    expect([draft.name, draft.page.header]).toEqual(['草稿-村干部任职补贴', '草稿']);
    const signed = draw(good(), { settings: { printSignOff: true, operator: '王五' } });
    const last = signed.cells.find(({ row }) => row === signed.rows.length - 1);
    expect(last).toMatchObject({ columnSpan: 8, style: { border: false } });
    expect(last?.text).toContain('填报人：王五');
  });
});
