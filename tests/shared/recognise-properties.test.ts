import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../shared/model/errors.ts';
import { LEVEL2_KINDS } from '../../shared/model/level2.ts';
import { projectContentSchema } from '../../shared/model/project.ts';
import { fold } from '../../shared/model/text.ts';
import { type RecognisedContent, toContent, toRecognised } from '../../shared/recognise/content.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { FIXTURES, fixtureTables, fixtureText } from './recognise-fixtures.ts';

const counter = (): (() => string) => {
  let id = 0;
  return () => `i${(id += 1)}`;
};

const text = fc.option(fc.string({ minLength: 1, maxLength: 30 }), { nil: null });
const filled = fc.string({ minLength: 1, maxLength: 30 });
const indicator = fc.record({
  kind: fc.constantFrom(...LEVEL2_KINDS),
  level1: text,
  level2: text,
  requirement: fc.constantFrom('hard' as const, 'required' as const, null),
  level3: text,
  description: text,
  operator: fc.constantFrom('≥', '≤', '=', '>', '<', null),
  value: text,
  unit: text,
  weight: text,
  basis: text,
  printedValue: text,
});
const evaluated = fc.record({ actual: filled, score: filled, deviation: filled });
const amounts = fc.record({ initial: text, adjusted: text, executed: filled });
const evaluation = fc.record({
  execution: fc.record({ total: amounts, fiscal: amounts, carried: amounts, other: amounts }),
  goalsActual: filled,
  evaluationScore: filled,
});
const step = fc.record({ by: fc.string(), percent: fc.string() });
const project: fc.Arbitrary<RecognisedContent> = fc.record({
  name: text,
  code: text,
  departmentAndCode: text,
  implementingUnit: text,
  attribute: text,
  period: text,
  category: text,
  amountUnit: fc.constantFrom('万元' as const, '元' as const),
  total: text,
  fiscal: text,
  other: text,
  usage: text,
  spendingPlan: fc.option(fc.array(step, { minLength: 1, maxLength: 4 }), { nil: null }),
  goals: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
  indicators: fc.array(indicator, { maxLength: 6 }),
});
const halves: fc.Arbitrary<RecognisedContent> = fc
  .record({
    project,
    half: fc.record({ total: text, fiscal: text, other: text, goals: fc.array(fc.string({ minLength: 1 })) }),
    indicators: fc.array(indicator, { minLength: 1, maxLength: 4 }),
  })
  .map(({ project: year, half, indicators }) => ({ ...year, midterm: { ...half, indicators } }));

const evaluations: fc.Arbitrary<RecognisedContent> = fc
  .tuple(project, evaluation, fc.array(evaluated, { minLength: 6, maxLength: 6 }))
  .map(([year, whole, cells]) => ({
    ...year,
    ...whole,
    indicators: year.indicators.map((one, index) => ({ ...one, ...cells[index] })),
  }));

/** The same with every value as it is stored: sign, number and unit of columns of their own as one text. */
const joined = (recognised: RecognisedContent): RecognisedContent => ({
  ...recognised,
  indicators: recognised.indicators.map(joinedValue),
  ...(recognised.midterm
    ? { midterm: { ...recognised.midterm, indicators: recognised.midterm.indicators.map(joinedValue) } }
    : {}),
});

const joinedValue = (one: RecognisedContent['indicators'][number]): typeof one => {
  const blank = (text: string | null): boolean => (text ?? '').trim() === '';
  const apart =
    !blank(one.value) && (blank(one.printedValue) || fold(one.printedValue ?? '') === fold(one.value ?? ''));
  return apart ? { ...one, printedValue: `${one.operator ?? ''}${one.value ?? ''}${one.unit ?? ''}` } : one;
};

describe('a recognised project', () => {
  it('is stored and comes back with nothing lost', () => {
    fc.assert(
      fc.property(fc.oneof(project, halves, evaluations), (recognised) => {
        const content = toContent(recognised, counter());
        expect(projectContentSchema.parse(content)).toEqual(content);
        expect(toRecognised(content)).toMatchObject(joined(recognised));
      }),
    );
  });

  it('is stored alike the second time', () => {
    fc.assert(
      fc.property(fc.oneof(project, halves, evaluations), (recognised) => {
        const content = toContent(recognised, counter());
        expect(toContent(toRecognised(content), counter())).toEqual(content);
      }),
    );
  });

  it('of a real shape is stored as the schema wants it', () => {
    for (const name of FIXTURES) {
      for (const one of recognise(fixtureTables(name), name).projects)
        projectContentSchema.parse(toContent(one, counter()));
    }
  });
});

/** Runs recognition; a refusal is an answer too, anything else thrown is a bug. */
const tryRecognise = (tables: Parameters<typeof recognise>[0]): ReturnType<typeof recognise> | null => {
  try {
    return recognise(tables, 'x');
  } catch (error) {
    if (error instanceof ExpectedError) return null;
    throw error;
  }
};

const words = [
  '项目名称',
  '主管部门及代码',
  '实施单位',
  '项目资金（万元）',
  '年度资金总额：',
  '其中：财政拨款',
  '年度总体目标',
  '名称',
  '一级指标',
  '二级指标',
  '绩效指标',
  '产出指标',
  '效益指标',
  '满意度指标',
  '数量指标（必填硬性指标）',
  '质量指标（必填）',
  '时效指标(必填)',
  '成本指标',
  '生态效益',
  '标',
  '（必填）',
  '满意度',
  '≥95%',
  '10 万元',
  '2025 年底',
  '有效提升',
  '—',
  '路灯\n维护',
  '',
];
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const anyRows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 40 });

/** Headers of the forms that print more than name and value, so that any rows may stand below them. */
const HEADERS: readonly (readonly string[])[] = [
  [
    '单位名称',
    '项目名称',
    '预算数',
    '绩效目标',
    '一级指标',
    '二级指标',
    '三级指标',
    '指标性质',
    '指标值',
    '度量单位',
    '权重',
  ],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
];
const wideCell = fc.oneof(
  cell,
  fc.constantFrom('≥', '98', '%', '10.00', '63990000024T000000101-路灯', '00101-路灯', '3-特定目标类', '12.50', '合计'),
);
const rowsBelow = fc
  .tuple(fc.constantFrom(...HEADERS), fc.array(fc.array(wideCell, { maxLength: 14 }), { maxLength: 30 }))
  .map(([header, rows]) => [header, ...rows]);

describe('whatever a document holds', () => {
  it('recognition answers or refuses, and never breaks', () => {
    fc.assert(
      fc.property(fc.oneof(anyRows, rowsBelow), (rows) => {
        const read = tryRecognise([{ name: 'x', rows: rows.map((cells, index) => ({ cells, at: index + 1 })) }]);
        for (const one of read?.projects ?? [])
          expect(toContent(one, counter()).indicators).toHaveLength(one.indicators.length);
      }),
      { numRuns: 500 },
    );
  });

  it('any text is cut into rows that keep its words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '"', '\t', '\n', '""', '|', ' '), { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        const count = (whole: string): number => whole.split('甲').length;
        const read = tablesFromText(source, 'x').flatMap((table) => table.rows.flatMap((row) => row.cells));
        expect(count(read.join(''))).toBe(count(source));
      }),
    );
  });

  it('a spoilt table loses none of its indicators: dropped labels, shifted rows, joined and broken cells', () => {
    const spoil = fc.record({
      fixture: fc.constantFrom('plain' as const, 'labels-moved' as const),
      row: fc.integer({ min: 12, max: 17 }),
      how: fc.constantFrom('drop', 'left', 'right', 'up', 'repeat', 'blank'),
    });
    fc.assert(
      fc.property(spoil, ({ fixture, row, how }) => {
        const [table] = fixtureTables(fixture);
        const rows = (table?.rows ?? []).map((one) => [...one.cells]);
        const cells = rows[row] ?? [];
        const above = rows[row - 1] ?? [];
        if (how === 'drop') cells[2] = '';
        if (how === 'left' && cells[0] === '') cells.shift();
        if (how === 'right') cells.unshift('');
        if (how === 'up' && row > 12 && above[1] === '') [above[1] = '', cells[2]] = [cells[2], ''];
        if (how === 'repeat') cells.splice(3, 0, cells[3] ?? '');
        if (how === 'blank') rows.splice(row, 0, ['', '']);
        const read = recognise([{ name: 'x', rows: rows.map((one, index) => ({ cells: one, at: index + 1 })) }], 'x');
        const names = (tables: ReturnType<typeof recognise>): string[] =>
          tables.projects.flatMap((one) =>
            one.indicators.map((each) => fold(`${each.level3 ?? ''}${each.printedValue ?? ''}`)),
          );
        expect(names(read)).toEqual(names(recognise(fixtureTables(fixture), 'x')));
      }),
      { numRuns: 200 },
    );
  });

  it('a very long table takes no longer than a blink a row', () => {
    const block = fixtureText('labels-moved');
    const started = performance.now();
    expect(recognise(tablesFromText(block.repeat(300), 'x'), 'x').projects).toHaveLength(900);
    const one = `${fixtureText('plain')}${'\t\t\t维护路灯\t12 盏\n'.repeat(5_000)}`;
    expect(recognise(tablesFromText(one, 'x'), 'x').projects[0]?.indicators).toHaveLength(5_007);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
