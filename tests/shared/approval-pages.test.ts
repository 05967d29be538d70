import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approval } from '../../shared/forms/approval/approval.ts';
import { cellHeight, HIGHEST_ROW } from '../../shared/grid/build.ts';
import { printable, type Grid } from '../../shared/grid/grid.ts';
import { paperOf } from '../../shared/grid/paper.ts';
import { emptyContent, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { bookOf, type BookOptions } from './book.ts';
import { covered, places } from './grid-cells.ts';
import { heightOf, pagesOf } from './grid-text.ts';
import { indicator } from './samples.ts';

const KINDS = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic',
  'social',
  'sustainable',
  'satisfaction',
  'other',
];

/** Every text of a project is one of a kind, so that it can be found again: `p3目标…`, `p3i7三级…`. */
const project = (nth: number, goal: number, name: number, level3: readonly number[]): ProjectContent => ({
  ...emptyContent(),
  name: `p${nth}名称`.padEnd(name, '长'),
  code: `6399${nth}`,
  category: '3-特定目标类',
  funds: { total: String(nth + 1), fiscal: '', other: '' },
  goals: [`p${nth}目标`.padEnd(goal, '保障村道养护，群众出行安全。')],
  indicators: level3.map((length, index): Indicator =>
    indicator(
      (KINDS[index % KINDS.length] ?? 'other') as 'quantity',
      `p${nth}i${index}三级`.padEnd(length, '指标'),
      '≥95%',
      {
        operator: '≥',
        value: '95',
        unit: '%',
        weight: '5',
        level2: '其他',
      },
    ),
  ),
});

const anyProjects = fc
  .array(
    fc.record({
      goal: fc.oneof(
        { weight: 6, arbitrary: fc.nat(200) },
        { weight: 1, arbitrary: fc.constantFrom(0, 900, 5_000, 20_000) },
      ),
      name: fc.oneof({ weight: 6, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.constantFrom(300, 2_000) }),
      level3: fc.oneof(
        { weight: 6, arbitrary: fc.array(fc.nat(30), { maxLength: 12 }) },
        { weight: 1, arbitrary: fc.array(fc.constantFrom(10, 400, 3_000), { maxLength: 5 }) },
        { weight: 1, arbitrary: fc.constant(Array.from({ length: 200 }, () => 14)) },
      ),
    }),
    { maxLength: 7 },
  )
  .map((all) => all.map(({ goal, name, level3 }, nth) => project(nth, goal, name, level3)));

const anyOptions: fc.Arbitrary<BookOptions> = fc.record({
  settings: fc.record({ printSignOff: fc.boolean() }),
  unit: fc.record({ name: fc.constantFrom('示例县示例镇人民政府', '单'.repeat(120), '单'.repeat(480)) }),
});

const draw = (contents: readonly ProjectContent[], options: BookOptions = {}): Grid => {
  const [grid] = [...approval.layout(bookOf(contents, options))];
  if (grid === undefined) throw new Error('nothing drawn');
  return grid;
};

const forAll = (check: (grid: Grid, contents: readonly ProjectContent[], options: BookOptions) => void): void => {
  fc.assert(
    fc.property(anyProjects, anyOptions, (contents, options) => {
      check(draw(contents, options), contents, options);
    }),
    { numRuns: 30 },
  );
};

const columnText = ({ cells }: Grid, column: number): string =>
  [...cells]
    .filter((cell) => cell.column === column && cell.row > 3)
    .sort((one, other) => one.row - other.row)
    .map(({ text }) => text)
    .join('');

/** Height of a page below the repeated header. */
const roomOf = (grid: Grid): number => printable(grid.page).height - heightOf(grid, 1, 2);

describe('the pages of 批复表', () => {
  it('cut no text: every cell is as high as its text, no row higher than a file allows', () => {
    forAll((grid) => {
      const cut = grid.cells.filter(
        (cell) => heightOf(grid, cell.row, cell.row + cell.rowSpan - 1) + 0.01 < cellHeight(cell, grid.columns),
      );
      expect(cut).toEqual([]);
      expect(Math.max(...grid.rows)).toBeLessThanOrEqual(HIGHEST_ROW);
    });
  });

  it('hold every row once, no more than there is room for, and no cell of two pages', () => {
    forAll((grid) => {
      const pages = pagesOf(grid);
      pages.forEach(([first, last], index) => {
        expect(last).toBeGreaterThanOrEqual(first);
        const room = index === 0 ? printable(grid.page).height : roomOf(grid);
        expect(heightOf(grid, first, last)).toBeLessThanOrEqual(room);
      });
      const pageOf = (row: number): number => pages.findIndex(([first, last]) => row >= first && row <= last);
      expect(grid.cells.filter(({ row, rowSpan }) => pageOf(row) !== pageOf(row + rowSpan - 1))).toEqual([]);
      expect(paperOf(grid).pages).toHaveLength(pages.length);
    });
  });

  it('cover the table without gap and without overlap', () => {
    forAll((grid, contents, { settings }) => {
      expect(covered(grid)).toEqual(places(grid));
      expect(grid.rows.length).toBeGreaterThanOrEqual(4 + contents.length + (settings?.printSignOff === true ? 1 : 0));
    });
  });

  it('print every goal, name of an indicator and amount exactly once', () => {
    forAll((grid, contents) => {
      const goals = columnText(grid, 4);
      const level3 = columnText(grid, 7);
      for (const content of contents) {
        expect(goals.split(content.goals[0] ?? '')).toHaveLength(2);
        for (const one of content.indicators) expect(level3.split(one.level3)).toHaveLength(2);
      }
      const amounts = grid.cells.filter(({ column, row, number }) => column === 3 && row > 3 && number !== undefined);
      expect(amounts.map(({ number }) => number)).toEqual(contents.map((_, nth) => nth + 1));
      const weights = grid.cells.filter(({ column, row, number }) => column === 11 && row > 3 && number !== undefined);
      expect(weights).toHaveLength(contents.reduce((sum, { indicators }) => sum + indicators.length, 0));
    });
  });

  it('keep the rows of a project together where a page holds them', () => {
    forAll((grid, contents, { settings }) => {
      const pages = pagesOf(grid);
      const reserve = settings?.printSignOff === true ? 36 : 0;
      for (const content of contents) {
        const own = grid.cells.filter(
          ({ column, text, row }) => column === 1 && row > 3 && text.startsWith(content.code),
        );
        const on = new Set(own.map(({ row }) => pages.findIndex(([first, last]) => row >= first && row <= last)));
        if (on.size < 2) continue;
        const alone = draw([content]);
        // A page of its own would not hold it: so it is parted there too, or nearly fills the page.
        expect(heightOf(alone, 4, alone.rows.length - 1)).toBeGreaterThan(roomOf(grid) - 18 - reserve);
      }
    });
  });

  it('show unit and project on each page a project reaches', () => {
    const grid = draw([
      project(0, 60, 8, [10]),
      project(
        1,
        60,
        8,
        Array.from({ length: 60 }, () => 10),
      ),
    ]);
    const pages = pagesOf(grid);
    expect(pages.length).toBeGreaterThan(2);
    for (const [first, last] of pages) {
      const on = grid.cells.filter(({ row }) => row >= first && row <= last);
      expect(on.some(({ column, text }) => column === 0 && text.endsWith('示例县示例镇人民政府本级'))).toBe(true);
      expect(on.some(({ column, text }) => column === 1 && text.startsWith('63991-p1名称'))).toBe(true);
    }
    expect(grid.page.footer).toBe('第 {页} 页，共 {页数} 页');
  });

  it('print the sign-off on the page of the last row', () => {
    for (const count of Array.from({ length: 20 }, (_, index) => index + 8)) {
      const grid = draw(
        [
          project(
            0,
            10,
            8,
            Array.from({ length: count }, () => 10),
          ),
        ],
        { settings: { printSignOff: true } },
      );
      const [first, last] = pagesOf(grid).at(-1) ?? [0, 0];
      expect(last).toBeGreaterThan(first);
      expect(grid.cells.some(({ row, text }) => row === last && text.startsWith('填报人'))).toBe(true);
    }
  });
});

describe('odd projects in 批复表', () => {
  const odd = project(0, 10, 8, [10]);

  it('print without indicators in one row, and a unit without projects with its total alone', () => {
    expect(draw([{ ...odd, indicators: [] }]).rows).toHaveLength(5);
    expect(draw([]).rows).toHaveLength(4);
  });

  it('print rare letters, emoji, line breaks as typed, tabs as blanks, and no control characters', () => {
    const grid = draw([{ ...odd, name: '䶮㛃𬀩🏮', goals: ['一\t二\r\n三\u0000\u0007四\ud800'] }]);
    const texts = grid.cells.map(({ text }) => text);
    expect(texts).toContain('63990-䶮㛃𬀩🏮');
    expect(texts).toContain('一 二\n三四');
  });

  it('part no emoji at the end of a page', () => {
    const grid = draw([{ ...odd, goals: ['🏮'.repeat(3_000)] }]);
    const goals = grid.cells.filter(({ column, row }) => column === 4 && row > 3);
    expect(goals.length).toBeGreaterThan(1);
    for (const { text } of goals) expect(text).toMatch(/^(?:🏮)*$/u);
  });
});

describe('the speed of 批复表', () => {
  const many = (count: number): ProjectContent[] =>
    Array.from({ length: count }, (_, nth) =>
      project(
        nth,
        120,
        10,
        Array.from({ length: 12 }, () => 14),
      ),
    );

  it('lays out 60 projects of 12 indicators at once, and ten times as many in about ten times as long', () => {
    const time = (count: number): number => {
      const contents = many(count);
      const start = performance.now();
      expect(draw(contents).rows.length).toBeGreaterThan(count * 12);
      return performance.now() - start;
    };
    time(60);
    const few = Math.min(time(60), time(60), time(60));
    expect(few).toBeLessThan(1_000);
    expect(time(600)).toBeLessThan(few * 40 + 200);
  });
});
