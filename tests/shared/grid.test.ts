import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellHeight, HIGHEST_ROW } from '../../shared/grid/build.ts';
import { fontStack } from '../../shared/grid/fonts.ts';
import { mm, printable, type Grid } from '../../shared/grid/grid.ts';
import { lineCount, textWidth } from '../../shared/grid/measure.ts';
import { fillTemplate, legalFileName, legalFileNames, legalSheetNames } from '../../shared/grid/names.ts';
import { paperOf } from '../../shared/grid/paper.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { drawn } from './book.ts';

/** Texts as they come: Chinese, Latin, quotation marks, slashes, control characters, rare and joined characters. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('中文年度（）《》“”：/\\*?[]\'"<>|. \t\n\u0000\u202e𠮷🏮CONaux123历')),
    maxLength: 60,
  }),
  fc.constantFrom(
    'History',
    'con',
    'AUX.txt',
    'COM1',
    "'x'",
    '..',
    '...xlsx',
    ' ',
    '',
    'a'.repeat(300),
    '长'.repeat(300),
  ),
);

describe('sheet names', () => {
  it('are always legal and different from each other', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 40 }), (names) => {
        const legal = legalSheetNames(names);
        expect(legal).toHaveLength(names.length);
        expect(new Set(legal.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of legal) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\']|\p{Cc}|^history$/iu);
        }
      }),
    );
  });

  it('keep a name that is legal, number the second, and widen what is not allowed', () => {
    expect(legalSheetNames(['村干部补贴', '村干部补贴', 'a/b', 'History', 'A/B'])).toEqual([
      '村干部补贴',
      '村干部补贴（2）',
      'a／b',
      'History_',
      'A／B（2）',
    ]);
    const long = '全县机关事业单位网上名称管理费、财政一体化工资审核网络维护费';
    expect(legalSheetNames([long.repeat(2), long.repeat(2)]).map((name) => name.length)).toEqual([31, 31]);
  });
});

describe('file names', () => {
  it('are always legal on Windows, short enough, and no path', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = legalFileName(`${text}.xlsx`);
        expect(name).toMatch(/.\.xlsx$/u);
        expect(name).not.toMatch(/[\\/:*?"<>|]|\p{Cc}|\p{Cf}|^[. ]|[. ]\.xlsx$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\s*\./iu);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('differ from each other whatever the case', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 30 }), (texts) => {
        const names = legalFileNames(texts.map((text) => `${text}.xlsx`));
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(texts.length);
        expect(names.every((name) => Buffer.byteLength(name) <= 200 && name.endsWith('.xlsx'))).toBe(true);
      }),
    );
  });

  it('are made from templates whose unknown tokens stay', () => {
    expect(fillTemplate('{单位}-{年度}{toString}{别的}', { 单位: '示例镇', 年度: '2026' })).toBe(
      '示例镇-2026{toString}{别的}',
    );
    expect(fillTemplate('{a}', { a: '{b}', b: 'x' })).toBe('{b}');
  });
});

describe('the measure of texts', () => {
  it('never puts more on a line than there is room, and needs no fewer lines for more text', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 30, max: 400 }), (text, more, width) => {
        const lines = lineCount(text, width, 12);
        expect(lines * width).toBeGreaterThanOrEqual(textWidth(text, 12));
        expect(lines).toBeGreaterThanOrEqual(text.split('\n').length);
        expect(lineCount(text + more, width, 12)).toBeGreaterThanOrEqual(lines);
      }),
    );
  });

  it('keeps words whole and breaks Chinese anywhere', () => {
    expect(textWidth('绩效12', 10)).toBeCloseTo(31.2);
    expect(lineCount('绩效目标表'.repeat(4), 12 * 10.5, 12)).toBe(2);
    expect(lineCount('绩效目标表', 12 * 4.5, 12)).toBe(2);
    expect(lineCount('一二三四 abcdef', 12 * 5.5, 12)).toBe(2);
    expect(lineCount('一\n\n二', 100, 12)).toBe(3);
  });
});

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('保障村干部（）2024年足额abc 发放，《》%≥\n')), maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...Array.from('目标W ')), minLength: 500, maxLength: 2_500 }),
);

const content: fc.Arbitrary<ProjectContent> = fc
  .record({
    name: text,
    departmentAndCode: text,
    goals: fc.array(text, { maxLength: 4 }),
    level3: fc.array(fc.tuple(fc.constantFrom('quantity', 'cost', 'social', 'other'), text, text), { maxLength: 12 }),
  })
  .map(({ level3, ...fields }) => ({
    ...emptyContent(),
    ...fields,
    indicators: level3.map(([kind, name, printed], index) => ({
      ...emptyIndicator(`i${index}`, kind as 'quantity'),
      level1: '效益指标',
      level2: name,
      level3: name,
      printed,
    })),
  }));

const draw = (project: ProjectContent): Grid => {
  const [grid] = drawn('annex2', [project]);
  if (grid === undefined) throw new Error('nothing drawn');
  return grid;
};

const heightOf = (grid: Grid, row: number, rowSpan: number): number =>
  grid.rows.slice(row, row + rowSpan).reduce((sum, height) => sum + height, 0);

describe('a drawn table', () => {
  it('cuts no text: every cell is as high as its text, no row higher than a file allows', () => {
    fc.assert(
      fc.property(content, (project) => {
        const grid = draw(project);
        for (const cell of grid.cells) {
          const height = heightOf(grid, cell.row, cell.rowSpan);
          expect(height + 0.01).toBeGreaterThanOrEqual(cellHeight(cell, grid.columns));
        }
        expect(Math.max(...grid.rows)).toBeLessThanOrEqual(HIGHEST_ROW);
        expect(Math.max(...grid.cells.map((cell) => cell.text.length))).toBeLessThanOrEqual(32_767);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('lies on paper inside the margins, every row on exactly one page', () => {
    fc.assert(
      fc.property(content, (project) => {
        const grid = draw(project);
        const paper = paperOf(grid);
        const room = printable(grid.page);
        let labels = 0;
        for (const { boxes } of paper.pages) {
          for (const { x, y, width, height } of boxes) {
            expect(x + 0.5).toBeGreaterThanOrEqual(mm(grid.page.margins.left));
            expect(x + width).toBeLessThanOrEqual(mm(grid.page.margins.left) + room.width + 0.5);
            expect(y + height).toBeLessThanOrEqual(mm(grid.page.margins.top) + room.height + 0.5);
          }
          labels += boxes.filter(({ cell }) => cell.text === '（2026 年度）').length;
        }
        expect(labels).toBe(1);
        expect(grid.page.fit === 'width' || paper.pages.length === 1).toBe(true);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('flows a long text on from page to page at whole lines, and repeats the header of the indicators', () => {
    const goal = '保障村级组织各项日常工作的有效运转，'.repeat(150);
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...emptyIndicator(`i${index}`, 'quantity' as const),
      level3: `第 ${index} 项`,
      printed: '1 人',
    }));
    const grid = draw({ ...emptyContent(), goals: [goal], indicators: many });
    const { pages } = paperOf(grid);
    const parts = pages.flatMap(({ boxes }) =>
      boxes.filter(({ cell }) => cell.field === 'goals.0' && cell.column === 1),
    );
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ cell }) => cell.text).join('')).toBe(goal);
    const starts = [0, ...grid.page.breaks.map((end) => end + 1)];
    expect(pages).toHaveLength(starts.length);
    for (const { row, rowSpan } of grid.cells) {
      expect(grid.page.breaks.some((end) => row <= end && end < row + rowSpan - 1)).toBe(false);
    }
    for (const start of starts) {
      expect(grid.cells.find(({ row, column }) => row === start && column === 0)?.text).toBeTruthy();
    }
    const last = pages.at(-1);
    expect(last?.boxes.slice(0, 5).map(({ cell }) => cell.text)).toEqual([
      '名称',
      '一级指标',
      '二级指标',
      '三级指标',
      '指标值',
    ]);
    expect(last?.footer).toBe(`第 ${pages.length} 页，共 ${pages.length} 页`);
    expect(last?.boxes.some(({ cell }) => cell.text === '绩效指标')).toBe(true);
  });
});

describe('font families', () => {
  it('end in a family every machine has, and can not leave their style sheet', () => {
    expect(fontStack('仿宋_GB2312')).toMatch(/^"仿宋_GB2312", "FangSong_GB2312".*serif$/u);
    expect(fontStack('x"; } </style><script>')).not.toMatch(/[;}<>]/u);
  });
});
