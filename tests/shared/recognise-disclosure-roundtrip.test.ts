import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../shared/grid/grid.ts';
import type { Level2Kind } from '../../shared/model/level2.ts';
import { emptyContent, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { readValue } from '../../shared/model/value.ts';
import { toContent } from '../../shared/recognise/content.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { bookOf, bookUnit, drawn } from './book.ts';
import { disclosure } from '../../shared/forms/disclosure/disclosure.ts';
import { asRead, many, project } from './disclosure-fixtures.ts';
import { counter, indicator, samples } from './samples.ts';

const readBack = (grids: readonly Grid[]): RecognisedDocument => recognise(grids.map(asRead), 'x');

/** What the paper shows of a project; amounts with two decimals. */
const shown = ({ name, funds, goals, indicators }: ProjectContent): unknown => ({
  name,
  total: funds.total,
  goals,
  indicators: indicators.map(({ kind, level3, printed, operator, value, unit }) => [
    kind,
    level3,
    printed,
    operator,
    value,
    unit,
  ]),
});

const returned = (contents: readonly ProjectContent[]): unknown[] =>
  readBack(drawn('disclosure', contents)).projects.map((one) => shown(toContent(one, counter())));

const understood = (text: string): Pick<Indicator, 'operator' | 'value' | 'unit'> => {
  const { operator, value, unit } = readValue(text);
  return { operator, value, unit };
};

/** As it prints: without =, two decimals, goals numbered. */
const printed = (content: ProjectContent): ProjectContent => ({
  ...content,
  funds: { ...content.funds, total: Number(content.funds.total).toFixed(2) },
  indicators: content.indicators.map((one) => {
    const bare = one.printed.replace(/^\s*=\s*/u, '');
    return { ...one, printed: bare, ...understood(bare) };
  }),
});

describe('the printed table', () => {
  it('gives the sample projects back', () => {
    const contents = samples();
    expect(returned(contents)).toEqual(contents.map(printed).map(shown));
  });

  it('gives a project on many pages back, its name and amount once', () => {
    const content = printed(
      project({
        goals: ['目标一：甲。', '目标二：乙。'],
        indicators: [...many(200), ...many(80, 'quality'), ...many(60, 'social'), ...many(40, 'satisfaction')],
      }),
    );
    expect(returned([content, content])).toEqual([shown(content), shown(content)]);
  });

  it('gives goals and names that flow over pages back', () => {
    const long = '组织开展各项工作，做好服务群众的事，按照要求完成年度任务。';
    for (const goal of [long.repeat(170), '好'.repeat(5_000), `${long.repeat(40)}\n${long.repeat(60)}`]) {
      const content = printed(project({ goals: [goal] }));
      expect(returned([content])).toEqual([shown(content)]);
    }
    const named = printed(project({ goals: ['好。'], name: '示例镇综合治理与公共服务能力提升项目经费'.repeat(40) }));
    expect(returned([named, project({ goals: ['好。'] })])).toEqual([
      shown(named),
      shown(printed(project({ goals: ['好。'] }))),
    ]);
  });

  it('gives several units of a department back', () => {
    const units = ['示例县一中', '示例县二中'].map((name, index) =>
      bookUnit([project({ name: `${name}维修费` })], {
        unit: { name, department: '示例县教育局', departmentCode: '301', code: `30100${index + 1}` },
      }),
    );
    const { document, projects } = readBack([...disclosure.layout({ ...bookOf([]), units })]);
    expect(document).toMatchObject({ department: '示例县教育局', unitCode: '301001', total: '4.25', year: '2026' });
    expect(projects.map(({ implementingUnit, name }) => [implementingUnit, name])).toEqual([
      ['示例县一中', '示例县一中维修费'],
      ['示例县二中', '示例县二中维修费'],
    ]);
  });
});

const HAN = '一镇村乡组织开展培训宣传活动服务群众安全环境卫生道路维护健全提升合格覆盖及时完成率数量性情况度';
const word = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from(HAN).slice(1)), minLength: min, maxLength: max });
const value = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '≥', '≤', '>', '<'),
      fc.integer({ min: 0, max: 99_999 }),
      fc.constantFrom('次', '人', '%', '万元/年', '个村'),
    )
    .map(([operator, number, unit]) => `${operator}${number}${unit}`),
  fc.constantFrom('提升', '健全', '2026年12月31日', '一年内', '≥ 10次', '10-20个', '每月', '0起', '≥0', '明显改善'),
);
const KINDS: readonly Level2Kind[] = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic',
  'social',
  'ecological',
  'sustainable',
  'satisfaction',
];
const content: fc.Arbitrary<ProjectContent> = fc
  .record({
    name: word(2, 40),
    cents: fc.integer({ min: 0, max: 9_999_999 }),
    goals: fc.array(
      word(1, 400).map((text) => `${text}。`),
      { minLength: 1, maxLength: 4 },
    ),
    items: fc.array(fc.tuple(fc.constantFrom(...KINDS), word(3, 60), value), { minLength: 1, maxLength: 60 }),
  })
  .map(({ name, cents, goals, items }) => ({
    ...emptyContent(),
    name: `${name}经费`,
    funds: { total: (cents / 100).toFixed(2), fiscal: '', other: '' },
    goals: goals.length === 1 ? goals : goals.map((goal, index) => `目标${index + 1}：${goal}`),
    // In the order of the form, as it prints them.
    indicators: KINDS.flatMap((kind) => items.filter(([own]) => own === kind)).map(([kind, name3, text]) => ({
      ...indicator(kind, `${name3}数`, text),
      ...understood(text),
    })),
  }));

/** A list with nothing in it is refused as blank. */
const readOrRefused = (tables: Parameters<typeof recognise>[0]): ReturnType<typeof recognise> | null => {
  try {
    return recognise(tables, 'x');
  } catch (error) {
    if (error instanceof ExpectedError) return null;
    throw error;
  }
};

describe('any projects', () => {
  it('come back with their names, amounts, goals and indicators in order', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 4 }), (contents) => {
        expect(returned(contents)).toEqual(contents.map(shown));
      }),
      { numRuns: 80 },
    );
  });

  it('are read without an error whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(...Array.from('一、(二)数量指标：1. ２≥95%\n；目标续（）407')),
        maxLength: 80,
      }),
    );
    const header = ['单位编码', '单位及项目名称', '金额(万元)', '绩效目标', '绩效指标'];
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), (rows) => {
        const cells = [header, ...rows];
        const document = readOrRefused([{ name: 'x', rows: cells.map((row, at) => ({ cells: row, at: at + 1 })) }]);
        for (const one of document?.projects ?? []) {
          for (const { path } of one.doubts)
            expect(path).toMatch(
              /^(?:name|code|total|columns|projects|goals(?:\.\d+)?|indicators(?:\.\d+(?:\.\w+)?)?)$/u,
            );
        }
      }),
    );
  });
});
