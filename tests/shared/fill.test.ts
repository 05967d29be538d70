import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../shared/fill/analyse.ts';
import { applyPlan, asSource } from '../../shared/fill/apply.ts';
import { planFill } from '../../shared/fill/fill.ts';
import type { PageForm } from '../../shared/fill/forms.ts';
import type { Corrections } from '../../shared/fill/roles.ts';
import type { FillBook } from '../../shared/fill/subject.ts';
import type { Template } from '../../shared/fill/template.ts';
import { FORMS } from '../../shared/forms/index.ts';
import { parseFen } from '../../shared/model/money.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { fold } from '../../shared/model/text.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { bookOf, drawn } from './book.ts';
import { templateFrom, templateOf, type Written } from './fill-templates.ts';
import { indicator, good, samples } from './samples.ts';

const unit = bookOf([]).units[0]?.unit;

const bookWith = (projects: readonly ProjectContent[]): FillBook => {
  if (unit === undefined) throw new Error('no unit');
  return { year: 2026, units: [{ unit, projects }] };
};

const filled = (template: Template, projects: readonly ProjectContent[], corrections: Corrections = {}): Template =>
  applyPlan(template, planFill(template, analyse(template, corrections), bookWith(projects)));

const textsOf = ({ tables }: Template): string[] => tables.flatMap(({ cells }) => cells.map(({ text }) => text));

/** What every form prints of a project. */
const essence = ({ name, total, amountUnit, goals, indicators }: ReturnType<typeof recognise>['projects'][number]) => ({
  name,
  // Some forms print two decimals of 万元.
  total: Math.round((parseFen(total ?? '', amountUnit ?? '万元') ?? 0) / 10_000),
  goals: fold(goals.join('')),
  indicators: indicators.map(({ kind, level3, printedValue, operator, value, unit: of }) =>
    [
      kind,
      fold(level3 ?? ''),
      fold(printedValue === value ? `${operator ?? ''}${value ?? ''}${of ?? ''}` : (printedValue ?? '')),
    ].join(' '),
  ),
});

const page = (template: Template): PageForm => {
  const [form] = analyse(template).forms;
  if (form?.kind !== 'page') throw new Error('no form of one project');
  return form;
};

describe('last year’s file of the program itself', () => {
  const all = samples();
  it.each(FORMS.map((form) => [form.id] as const))('%s: any projects come out as the program prints them', (id) => {
    fc.assert(
      fc.property(
        fc.subarray(all, { minLength: 1, maxLength: 4 }),
        fc.subarray(all, { minLength: 1, maxLength: 5 }),
        (old, next) => {
          const template = templateOf(drawn(id, old, { year: 2025 }));
          const read = recognise(filled(template, next).tables.map(asSource), 'x');
          const printed = recognise(templateOf(drawn(id, next)).tables.map(asSource), 'x');
          const order = (one: ReturnType<typeof essence>) => ({ ...one, indicators: [...one.indicators].sort() });
          expect(read.projects.map(essence).map(order)).toEqual(printed.projects.map(essence).map(order));
          // 绩效文本 says its year on the cover, a sheet of its own.
          expect(read.document.year).toBe('2026');
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps nothing of last year', () => {
    const old = good({
      name: '去年才有的项目',
      goals: ['去年才有的目标'],
      indicators: [indicator('quantity', '去年才有的指标', '77 个')],
    });
    for (const form of FORMS) {
      const text = textsOf(filled(templateOf(drawn(form.id, [old, old], { year: 2025 })), samples().slice(1, 3))).join(
        '\n',
      );
      expect(text).not.toContain('去年才有');
      expect(text).not.toContain('77');
    }
  });
});

const HEAD: readonly (readonly Written[])[] = [
  [['项目支出绩效目标表', 5]],
  [['（    年度）', 5]],
  ['项目名称：', ['', 4]],
  [['主管部门：              实施单位：              ', 5]],
  [
    ['项目资金\n（元）', 1, 3],
    ['年度资金总额：', 2],
    ['', 2],
  ],
  [
    ['其中：财政拨款', 2],
    ['        元', 2],
  ],
  [
    ['其他资金', 2],
    ['', 2],
  ],
  ['年度目标', ['目标1：\n目标2：\n……', 4]],
];

const tree = (rows: number): (readonly Written[])[] => [
  ['一级指标', '二级指标', '三级指标', '指标值', '权重'],
  [['产出指标', 1, rows + 1], ['数量指标', 1, rows], '指标1：', '', ''],
  ...Array.from({ length: rows - 1 }, (_, index): Written[] => [
    index === rows - 2 ? '……' : `指标${index + 2}：`,
    '',
    '',
  ]),
  ['质量指标', '', '', ''],
  ['满意度指标', '服务对象满意度指标', '', '', ''],
];

describe('a blank form', () => {
  const three = [
    indicator('quantity', '人数', '≥3 人', { weight: '10' }),
    indicator('quantity', '次数', '2 次'),
    indicator('quantity', '户数', '5 户'),
  ];
  const project = good({
    name: '村道养护',
    funds: { total: '12.5', fiscal: '12.5', other: '' },
    goals: ['修路', '护路'],
    indicators: [...three, indicator('satisfaction', '村民满意度', '≥95%')],
  });

  it('adds rows where more indicators stand than it has room for, and its labels reach over them', () => {
    const [table] = filled(templateFrom([...HEAD, ...tree(2)]), [project]).tables;
    const label = table?.cells.find(({ text }) => text === '数量指标');
    const level1 = table?.cells.find(({ text }) => text === '产出指标');
    expect([label?.rows, level1?.rows]).toEqual([3, 4]);
    expect(textsOf({ format: 'xlsx', tables: table ? [table] : [] })).toEqual(
      expect.arrayContaining(['人数', '次数', '户数', '5 户']),
    );
  });

  it('leaves spare rows empty, without their placeholders', () => {
    const texts = textsOf(filled(templateFrom([...HEAD, ...tree(5)]), [project]));
    expect(texts.filter((text) => /^指标\d|…/u.test(text))).toEqual([]);
  });

  it('writes amounts in the unit of the form, and around what stands in the cell', () => {
    const texts = textsOf(filled(templateFrom([...HEAD, ...tree(2)]), [project]));
    expect(texts).toContain('125000');
    expect(texts).toContain('125000元');
  });

  it('fills several labels of one line each behind its colon, and the year between its brackets', () => {
    const texts = textsOf(filled(templateFrom([...HEAD, ...tree(2)]), [project]));
    expect(texts).toContain('（2026年度）');
    expect(texts.find((text) => text.startsWith('主管部门：'))).toMatch(/^主管部门：\S.*? {2}实施单位：\S+$/u);
    expect(texts).toContain('目标1：修路\n目标2：护路');
  });

  it('tells what it has no place for, and which rows it had to add', () => {
    const template = templateFrom([...HEAD, ...tree(2)]);
    const more = {
      ...project,
      usage: '修路',
      indicators: [...project.indicators, indicator('sustainable', '长效管护', '健全')],
    };
    const { warnings } = planFill(template, analyse(template), bookWith([more]));
    expect(warnings.join('')).toContain('资金用途');
    expect(warnings.join('')).not.toContain('权重');
    expect(warnings.join('')).toContain('可持续影响指标');
  });

  it('gives no project what last year’s said where the program has nothing, and tells it', () => {
    const old: readonly Written[][] = [
      ['立项依据', ['去年的依据', 4]],
      ['联系电话', ['12345', 4]],
    ];
    const template = templateFrom([...HEAD.slice(0, 3), ...old, ...HEAD.slice(3), ...tree(2)]);
    const texts = textsOf(filled(template, [project]));
    expect(texts).not.toContain('去年的依据');
    expect(texts).toContain('12345');
    expect(planFill(template, analyse(template), bookWith([project])).warnings.join('')).toContain('清空');
  });

  it('takes the word of the clerk for a cell', () => {
    const template = templateFrom([['甲', '乙'], ['', ''], ...HEAD, ...tree(2)]);
    const texts = textsOf(filled(template, [project], { '0:1:1': 'code', '0:4:1': 'leave' }));
    expect(texts).toContain(project.code);
    expect(texts).not.toContain('村道养护');
  });
});

describe('recognition of cells', () => {
  it('knows both halves of 申报表', () => {
    const form = page(templateOf(drawn('declaration', [good()])));
    expect(form.halves.map(({ span }) => span)).toEqual(['midterm', 'annual']);
    expect(form.fields.map(({ role }) => role)).toContain('midtermFunds.total');
  });

  it('never throws and never writes outside the table, whatever stands in it', () => {
    const word = fc.constantFrom(
      '项目名称',
      '一级指标',
      '二级指标',
      '三级指标',
      '指标值',
      '数量指标',
      '产出指标',
      '年度目标',
      '资金总额',
      '合计',
      '',
      '指标1：',
      '（  年度）',
      '项目名称：',
      '注：',
      '绩效目标',
      '99',
    );
    const cell: fc.Arbitrary<Written> = fc.oneof(
      word,
      fc.tuple(word, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 14 });
    fc.assert(
      fc.property(rows, (written) => {
        const template = templateFrom(written);
        const plan = planFill(template, analyse(template), bookWith(samples().slice(0, 2)));
        for (const { rows: planned, writes, merges } of plan.tables) {
          for (const { row } of writes) expect(row).toBeLessThan(planned.length);
          const taken = new Set<string>();
          for (const merge of merges)
            for (let y = merge.row; y < merge.row + merge.rows; y += 1)
              for (let x = merge.column; x < merge.column + merge.columns; x += 1) {
                expect(taken.has(`${y}:${x}`)).toBe(false);
                taken.add(`${y}:${x}`);
              }
        }
      }),
      { numRuns: 300 },
    );
  });
});
