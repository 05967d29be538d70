import { describe, expect, it } from 'vitest';
import type { ProjectContent } from '../../shared/model/project.ts';
import { toContent } from '../../shared/recognise/content.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { drawn, type BookOptions } from './book.ts';
import { asRead } from './grid-cells.ts';
import { counter, good, indicator, samples } from './samples.ts';

const coded = (content: ProjectContent, index: number): ProjectContent => ({
  ...content,
  code: `63990000026T000000${101 + index}`,
  category: '3-特定目标类',
  goals: [content.goals.join('')],
});

/** What 批复表 prints of a project: the words of a value stand in its value column, a number apart from sign and unit. */
const printed = (content: ProjectContent): unknown => ({
  head: [content.code, content.name, content.category, Number(content.funds.total).toFixed(2), content.goals],
  indicators: content.indicators.map(({ kind, level3, value, unit, operator, printed: text, weight }) =>
    value === '' ? [kind, level3, text, weight] : [kind, level3, operator, value, unit, weight],
  ),
});

const read = (projects: readonly ProjectContent[], options: BookOptions = {}): unknown[] => {
  const found = recognise(drawn('approval', projects, options).map(asRead), 'x').projects;
  return found.map((project) => printed(toContent(project, counter())));
};

describe('a printed 批复表', () => {
  it('is read as what it was printed from, on however many pages', () => {
    const projects = [...samples(), ...samples()].map(coded);
    expect(read(projects)).toEqual(projects.map(printed));
    expect(read(projects, { settings: { printSignOff: true } })).toEqual(projects.map(printed));
  });

  it('is read without a doubt', () => {
    const tables = drawn('approval', samples().map(coded)).map(asRead);
    expect(recognise(tables, 'x').projects.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  it('is read with 成本 at the first level, beside the goal', () => {
    const costly = good({
      category: '3-特定目标类',
      indicators: [indicator('economicCost', '成本控制情况', '不超预算'), indicator('quality', '合格情况', '良好')],
    });
    const projects = [costly, { ...costly, name: '村道养护经费' }].map(coded);
    expect(read(projects, { unit: { tree: '101' } })).toEqual(projects.map(printed));
  });

  it('is read whole where a project flows over pages', () => {
    const goal = Array.from({ length: 60 }, (_, index) => `第${index}项，足额保障村级组织运转经费，`).join('');
    const indicators = Array.from({ length: 60 }, (_, index) => ({
      ...indicator('quantity', `第 ${index + 1} 个村的整治面积`, `≥${index + 1}亩`, { weight: '1.5' }),
      operator: '≥' as const,
      value: String(index + 1),
      unit: '亩',
    }));
    const projects = [...samples().slice(0, 2), good({ goals: [goal], indicators }), ...samples().slice(2, 4)].map(
      coded,
    );
    expect(read(projects)).toEqual(projects.map(printed));
  });

  it('is read with every numbered goal of its own, and with projects that have no code or no weights', () => {
    const goals = Array.from({ length: 40 }, (_, index) => `目标${index + 1}：足额保障村级组织运转经费；`);
    const indicators = Array.from({ length: 40 }, (_, index) =>
      indicator('quality', `第 ${index + 1} 项合格情况`, '良好'),
    );
    const bare = good({ code: '', category: '3-特定目标类', goals, indicators });
    expect(read([bare])).toEqual([printed(bare)]);
  });
});
