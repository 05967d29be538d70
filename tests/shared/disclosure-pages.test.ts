import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclosure } from '../../shared/forms/disclosure/disclosure.ts';
import { cellHeight, LONGEST_CELL } from '../../shared/grid/build.ts';
import { printable, type Grid } from '../../shared/grid/grid.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { bookOf, bookUnit, drawn } from './book.ts';
import { many, pageHeights, project } from './disclosure-fixtures.ts';
import { indicator } from './samples.ts';

const draw = (contents: readonly ProjectContent[]): Grid => {
  const [grid] = drawn('disclosure', contents);
  if (grid === undefined) throw new Error('no table');
  return grid;
};

/** What every table must keep, whatever is typed. */
const mustPrint = (grid: Grid): void => {
  const room = printable(grid.page).height;
  for (const height of pageHeights(grid)) expect(height).toBeLessThanOrEqual(room);
  expect(Math.max(...grid.rows)).toBeLessThanOrEqual(409);
  const ends = new Set(grid.page.breaks);
  for (const cell of grid.cells) {
    expect(cell.style.size).toBeGreaterThanOrEqual(9);
    expect(cell.text.length).toBeLessThanOrEqual(LONGEST_CELL);
    let height = 0;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      height += grid.rows[row] ?? 0;
      // No cell reaches over the end of a page.
      expect(ends.has(row) && row < cell.row + cell.rowSpan - 1).toBe(false);
    }
    expect(height).toBeGreaterThanOrEqual(cellHeight(cell, grid.columns) - 0.01);
  }
};

const squeezed = (text: string): string => text.replace(/[\s\p{Cc}\ufffe]+/gu, '');

/** All texts of a column in reading order, without the mark of what goes on. */
const columnText = ({ cells }: Grid, column: number): string =>
  squeezed(
    cells
      .filter((cell) => cell.column === column && cell.row > 1)
      .map(({ text }) => text.replace(/^（续）/u, ''))
      .join(''),
  );

describe('pages', () => {
  it('keep a project on one page where that holds it', () => {
    const grid = draw(Array.from({ length: 9 }, (_, index) => project({ name: `项目${index}` })));
    mustPrint(grid);
    expect(grid.cells.some(({ text }) => text.includes('（续）'))).toBe(false);
    expect(grid.page.breaks.length).toBeGreaterThan(2);
  });

  it('are filled by one long project with its name on each, nothing lost', () => {
    const grid = draw([project({ indicators: many(200) })]);
    mustPrint(grid);
    const names = grid.cells.filter(({ column, row }) => column === 1 && row > 3).map(({ text }) => text);
    expect(names.slice(0, 3)).toEqual(['人大工作经费', '（续）人大工作经费', '（续）人大工作经费']);
    const lines = grid.cells
      .filter(({ column, row }) => column === 4 && row > 1)
      .flatMap(({ text }) => text.split('\n'));
    expect(lines.filter((line) => /^\d+\. /u.test(line))).toEqual(
      Array.from({ length: 200 }, (_, index) => `${index + 1}. 第${index + 1}组走访户数 ≥${index + 1}户`),
    );
    expect(grid.cells.filter(({ number }) => number !== undefined)).toHaveLength(2);
  });

  it('never end with a heading whose items stand on the next one', () => {
    for (let count = 1; count < 60; count += 1) {
      const indicators = [...many(count), ...many(3, 'quality'), indicator('satisfaction', '村民满意度', '≥90%')];
      const grid = draw([project({ indicators })]);
      const texts = grid.cells.filter(({ column, row }) => column === 4 && row > 3).map(({ text }) => text);
      expect(texts.slice(0, -1).filter((text) => /指标[:：]?$/u.test(text))).toEqual([]);
    }
  });

  it('never leave the row of a unit alone at their ends', () => {
    for (let count = 1; count < 24; count += 1) {
      const few = Array.from({ length: count }, () => project({ goals: [], indicators: many(2) }));
      const units = [bookUnit(few), bookUnit([project()], { unit: { name: '示例县示例站', code: '900001002' } })];
      const [grid] = [...disclosure.layout({ ...bookOf([]), units })];
      if (grid === undefined) throw new Error('no table');
      mustPrint(grid);
      const unitRow = grid.cells.find(({ text }) => text === '示例县示例站')?.row ?? -1;
      expect(unitRow).toBeGreaterThan(0);
      expect(grid.page.breaks).not.toContain(unitRow);
    }
  });
});

const BAD: readonly (readonly [string, ProjectContent])[] = [
  ['no indicator', project({ indicators: [] })],
  ['nothing at all', project({ name: '', goals: [], indicators: [], funds: { total: '', fiscal: '', other: '' } })],
  ['200 indicators', project({ indicators: many(200) })],
  ['a goal of 5,000 characters', project({ goals: ['组织开展各项工作，做好服务群众的事。'.repeat(280)] })],
  ['a goal without a mark', project({ goals: ['好'.repeat(5_000)] })],
  ['a goal of one Latin word', project({ goals: ['x'.repeat(3_000)] })],
  ['a name of 300 characters', project({ name: '示例镇综合治理与公共服务能力提升项目经费'.repeat(15) })],
  ['a name of 2,000 characters', project({ name: '示例'.repeat(1_000), indicators: many(50) })],
  [
    'an amount that is a sentence',
    project({ funds: { total: '按实际发生额结算'.repeat(100), fiscal: '', other: '' } }),
  ],
  ['an amount wider than its column', project({ funds: { total: '123456789012.34', fiscal: '', other: '' } })],
  ['an indicator of 3,000 characters', project({ indicators: [indicator('quality', '办好事'.repeat(1_000), '≥95%')] })],
  ['emoji', project({ name: '👨‍👩‍👧‍👦 经费 🎉', goals: ['🎉'.repeat(900)], indicators: [indicator('social', '🙂', '👍')] })],
  [
    'rare characters',
    project({
      name: '䶮㛃𬀩经费',
      goals: ['为䶮㛃𬀩村服务。'],
      indicators: [indicator('social', '𬀩村人均收入', '提高')],
    }),
  ],
  [
    'tabs and breaks',
    project({ name: '甲\t乙', goals: ['一\n二\t三\r\n四'], indicators: [indicator('cost', '成\t本\n数', '1\t万元')] }),
  ],
  [
    'control characters',
    project({
      name: '甲\u0000\u0007乙',
      goals: ['好\u001b[31m事\ufffe'],
      indicators: [indicator('cost', '成\u0001本', '1\u0008元')],
    }),
  ],
];

describe('whatever is typed', () => {
  it.each(BAD)('%s prints on pages that hold it', (_, content) => {
    const grid = draw([content, project()]);
    mustPrint(grid);
    const printed = grid.cells.map(({ text }) => text).join('');
    expect(printed).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe]/u);
    expect(columnText(grid, 1)).toContain(squeezed(content.name));
    for (const goal of content.goals) expect(columnText(grid, 3)).toContain(squeezed(goal));
    const names = content.indicators.map(({ level3 }) => squeezed(level3));
    for (const name of names) expect(columnText(grid, 4)).toContain(name);
  });

  it('is never cut', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('一二村镇，。；（“0129.%≥ \n\tabc🎉䶮')),
      maxLength: 900,
    });
    const content = fc
      .record({ name: text, goals: fc.array(text, { maxLength: 4 }), names: fc.array(text, { maxLength: 8 }) })
      .map(({ name, goals, names }) =>
        project({
          name,
          goals,
          indicators: names.map((level3, index) => indicator(index % 2 ? 'social' : 'cost', level3, '≥1个')),
        }),
      );
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 3 }), (contents) => {
        const grid = draw(contents);
        mustPrint(grid);
        const goals = columnText(grid, 3);
        const indicators = columnText(grid, 4);
        for (const one of contents) {
          for (const goal of one.goals) expect(goals).toContain(squeezed(goal));
          for (const { level3 } of one.indicators) expect(indicators).toContain(squeezed(level3));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes time in proportion to the number of projects', () => {
    const time = (count: number): number => {
      const book = bookOf(Array.from({ length: count }, () => project({ indicators: many(12) })));
      const start = performance.now();
      const [grid] = [...disclosure.layout(book)];
      expect(grid?.page.breaks.length).toBeGreaterThan(count / 4);
      return performance.now() - start;
    };
    time(100);
    // Eight times the projects: quadratic paging would take 64 times as long.
    expect(time(1_600)).toBeLessThan(Math.max(time(200), 5) * 32);
  });
});
