import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIGHEST_ROW } from '../../shared/grid/build.ts';
import { printable, type Grid } from '../../shared/grid/grid.ts';
import { textHeight } from '../../shared/grid/measure.ts';
import { paperOf } from '../../shared/grid/paper.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { drawn, type BookOptions } from './book.ts';
import { at, contentsEntries, headingPages, indicator, LIGHTS, ROADS, TOWN } from './dossier-samples.ts';

const draw = (projects: readonly ProjectContent[], options: BookOptions = {}): Grid[] =>
  drawn('dossier', projects, { ...TOWN, ...options });

/** Everything a document prints, blanks aside: what is parted over rows reads on. */
const allText = (grids: readonly Grid[]): string =>
  grids
    .flatMap(({ cells }) => [...cells].sort((a, b) => a.column - b.column || a.row - b.row).map(({ text }) => text))
    .join('')
    .replace(/\s+/gu, '');

/** Cells whose text needs more room than they have. */
const cutCells = ({ cells, columns, rows }: Grid): string[] =>
  cells
    .filter(({ text, row, rowSpan, column, columnSpan, style }) => {
      const sum = (sizes: readonly number[], from: number, count: number): number =>
        sizes.slice(from, from + count).reduce((all, size) => all + size, 0);
      const width = sum(columns, column, columnSpan);
      return text !== '' && textHeight(text, width, style.size, style.indent) > sum(rows, row, rowSpan) + 0.5;
    })
    .map(({ text }) => text.slice(0, 30));

const expectSound = (grids: readonly Grid[]): void => {
  expect(contentsEntries(grids)).toEqual(headingPages(grids));
  for (const grid of grids) {
    expect(cutCells(grid)).toEqual([]);
    expect(Math.max(...grid.rows)).toBeLessThanOrEqual(HIGHEST_ROW);
    const room = printable(grid.page);
    for (const { boxes } of paperOf(grid).pages) {
      const top = Math.min(...boxes.map(({ y }) => y));
      const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
      expect(bottom - top).toBeLessThanOrEqual(room.height + 0.5);
      expect(Math.min(...boxes.map(({ size, cell }) => (cell.text === '' ? 12 : size)))).toBeGreaterThanOrEqual(9);
    }
  }
};

const long = (text: string, letters: number): string => text.repeat(Math.ceil(letters / text.length)).slice(0, letters);

describe('the pages of 绩效文本', () => {
  it('are where 目录 says, however long texts, names and tables are', () => {
    const text = fc
      .array(fc.constantFrom('示例镇', '养护村道32公里，', '保障群众出行。', '\n', 'PM2.5', '（一）', ' '), {
        maxLength: 120,
      })
      .map((parts) => parts.join(''));
    const project = fc
      .record({ name: text, goal: text, count: fc.integer({ min: 0, max: 40 }), description: text })
      .map(({ name, goal, count, description }) => ({
        ...ROADS,
        name: name.slice(0, 300),
        goals: [goal],
        indicators: Array.from({ length: count }, (_, index) =>
          indicator(['quantity', `指标${index}`, description, `${index} 个`, '依据'], `n${index}`),
        ),
      }));
    fc.assert(
      fc.property(fc.array(project, { maxLength: 5 }), text, text, (projects, overallGoals, safeguards) => {
        const declared = { overallGoals: overallGoals.repeat(4), subGoals: '', safeguards };
        expectSound(draw(projects, { declared }));
      }),
      { numRuns: 40 },
    );
  });

  it('flow on with the labels of the columns where a project has 200 indicators, and the next project is numbered behind', () => {
    const indicators = Array.from({ length: 200 }, (_, index) =>
      indicator(
        ['quantity', `第 ${index + 1} 个村的整治面积`, '整治面积', `≥${index + 1} 平方米`, '计划'],
        `n${index}`,
      ),
    );
    const grids = draw([{ ...ROADS, indicators }, LIGHTS]);
    const second = at(grids, 5);
    const pages = paperOf(at(grids, 4)).pages;
    expect(pages.length).toBeGreaterThan(5);
    expect(second.page.firstPage).toBe(3 + pages.length);
    for (const { boxes } of pages.slice(1)) {
      expect(boxes.slice(0, 6).map(({ cell }) => cell.text)).toEqual([
        '一级指标',
        '二级指标',
        '三级指标',
        '绩效指标描述',
        '指标值',
        '指标值确定依据',
      ]);
      expect(boxes.map(({ cell }) => cell.text)).toContain('产出指标');
    }
    expectSound(grids);
    const text = allText(grids);
    expect(indicators.every(({ level3 }) => text.includes(level3.replaceAll(' ', '')))).toBe(true);
  });

  it('hold a goal of 5,000 letters and a name of 300 whole', () => {
    const goal = long('保障村级组织正常运转，提升服务群众水平；', 5_000);
    const name = long('示例镇二〇二六年农村人居环境整治项目', 300);
    const grids = draw([{ ...ROADS, name, goals: [goal] }]);
    expectSound(grids);
    const text = allText(grids);
    expect(text).toContain(goal.slice(0, 4_999));
    expect(text.split(name)).toHaveLength(4);
  });

  it('hold parts of the department of 20,000 letters, paragraphs longer than a page among them', () => {
    const paragraph = long('落实县委、县政府部署，推进重点工作。', 6_000);
    const grids = draw([ROADS], {
      declared: { overallGoals: [paragraph, paragraph, '短。'].join('\n'), subGoals: '二', safeguards: '三' },
    });
    expectSound(grids);
    expect(allText([at(grids, 2)]).split(paragraph)).toHaveLength(3);
  });

  it('print a project with nothing in it, with rows to be filled in by hand', () => {
    const grids = draw([emptyContent()]);
    expectSound(grids);
    expect(grids[4]?.cells.filter(({ column }) => column === 1).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['数量指标', '质量指标', '时效指标', '成本指标', '服务对象满意度指标']),
    );
  });

  it('print a unit without any project', () => {
    const grids = draw([]);
    expect(grids.map(({ name }) => name)).toEqual(['封面', '目录', '第一部分', '第二部分']);
    expectSound(grids);
  });

  it('keep emoji and rare letters, tabs and line breaks, and leave out control characters', () => {
    const odd = '䶮㛃𬀩😀👨‍👩‍👧 a\tb\n下一行\u0000\u0007\ud800';
    const project = {
      ...ROADS,
      name: odd,
      code: odd,
      usage: odd,
      goals: [odd],
      funds: { total: '约 5', fiscal: odd, other: '' },
      spendingPlan: [{ by: odd, percent: odd }],
      indicators: [
        {
          ...emptyIndicator('x', 'other'),
          level1: odd,
          level2: odd,
          level3: odd,
          description: odd,
          printed: odd,
          basis: odd,
        },
      ],
    };
    const grids = draw([project], { declared: { overallGoals: odd, subGoals: odd, safeguards: odd } });
    expectSound(grids);
    for (const { text } of grids.flatMap(({ cells }) => cells)) {
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/u);
      expect(text.isWellFormed()).toBe(true);
    }
    const table = at(grids, 4);
    for (const grid of [at(grids, 2), table]) expect(allText([grid])).toContain('䶮㛃𬀩😀👨‍👩‍👧ab下一行');
    expect(table.cells.find(({ field }) => field === 'funds.total')?.text).toBe('预算数');
    expect(table.cells.map(({ text }) => text)).toContain('约 5');
  });
});
