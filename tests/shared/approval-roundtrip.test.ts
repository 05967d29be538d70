import { describe, expect, it } from 'vitest';
import { approval } from '../../shared/forms/approval/approval.ts';
import { emptyContent, type ProjectContent } from '../../shared/model/project.ts';
import { readValue } from '../../shared/model/value.ts';
import { toContent } from '../../shared/recognise/content.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { bookOf } from './book.ts';
import { asRead } from './grid-cells.ts';
import { counter, indicator } from './samples.ts';

const UNIT = { name: '示例县示例镇人民政府（本级）', code: '900001' };

/** A project as an imported 批复表 gives it. */
const project = (nth: number, more: Partial<ProjectContent> = {}): ProjectContent => ({
  ...emptyContent(),
  name: `第${nth}片区养护经费`,
  code: `63990000024T00000010${nth}`,
  departmentAndCode: `${UNIT.code}-${UNIT.name}`,
  category: '3-特定目标类',
  funds: { total: `${nth}2.50`, fiscal: '', other: '' },
  goals: [`按照年度计划养护第${nth}片区，及时修补破损路面，保障群众出行安全`],
  indicators: (
    [
      ['quantity', '养护里程', '≥36公里'],
      ['quantity', '清理涵洞', '=12处'],
      ['quality', '养护合格率', '≥98%'],
      ['timeliness', '完成月份', '≤12月'],
      ['social', '出行安全保障', '明显提升'],
      ['sustainable', '管护机制', '健全'],
      ['satisfaction', '沿线群众满意度', '≥95%'],
    ] as const
  ).map(([kind, level3, printed]) => {
    const { operator, value, unit } = readValue(printed);
    return indicator(kind, level3, printed, { operator, value, unit, weight: '10' });
  }),
  ...more,
});

/** What the paper shows of a project. */
const shown = (content: ProjectContent): unknown => ({
  fields: [content.code, content.name, content.departmentAndCode, content.category],
  total: Number(content.funds.total),
  goals: content.goals.join('\n'),
  indicators: content.indicators.map(({ kind, level3, printed, operator, value, unit, weight }) => [
    kind,
    level3,
    printed,
    operator,
    value,
    unit,
    weight,
  ]),
});

const readBack = (contents: readonly ProjectContent[]): ProjectContent[] => {
  const grids = [...approval.layout(bookOf(contents, { unit: UNIT, year: 2024 }))];
  return recognise(grids.map(asRead), 'x').projects.map((one) => toContent(one, counter()));
};

describe('a printed 批复表', () => {
  it('is recognised as what it was printed from', () => {
    const contents = [1, 2, 3, 4, 5].map((nth) => project(nth));
    expect(readBack(contents).map(shown)).toEqual(contents.map(shown));
  });

  it('is recognised where a goal and the indicators of a project flow over several pages', () => {
    const goals = [
      Array.from({ length: 120 }, (_, index) => `第${index + 1}组负责养护${index + 3}公里村道`).join('，'),
    ];
    const [first] = project(2).indicators;
    if (first === undefined) throw new Error('no indicator');
    const indicators = Array.from({ length: 60 }, (_, index) => ({ ...first, level3: `第${index + 1}组养护里程` }));
    const contents = [project(1), project(2, { goals }), project(3, { indicators }), project(4)];
    expect(readBack(contents).map(shown)).toEqual(contents.map(shown));
  });
});
