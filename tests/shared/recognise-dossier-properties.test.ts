import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedLevel3, typedValue } from '../../shared/forms/rows.ts';
import type { Level2Kind } from '../../shared/model/level2.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { printFenRounded, parseFen } from '../../shared/model/money.ts';
import { toContent } from '../../shared/recognise/content.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { drawn, type BookOptions } from './book.ts';
import { asRead, at, indicator, LIGHTS, ROADS, TOWN } from './dossier-samples.ts';

const readBack = (projects: readonly ProjectContent[], options: BookOptions = {}): RecognisedDocument =>
  recognise(drawn('dossier', projects, { ...TOWN, ...options }).map(asRead), 'x');

const contentsOf = ({ projects }: RecognisedDocument): ProjectContent[] => {
  let id = 0;
  return projects.map((project) => toContent(project, () => `i${(id += 1)}`));
};

const amount = (text: string): string => {
  const fen = parseFen(text, '万元');
  return fen === null ? text : printFenRounded(fen, '万元');
};

/** What the paper shows of a project: a name that a system cut short stands on it in whole, as its description goes on. */
const shown = (content: ProjectContent): unknown => ({
  names: [content.name, content.code, content.usage],
  funds: [content.funds.total, content.funds.fiscal, content.funds.other].map(amount),
  plan: content.spendingPlan.map(({ by, percent }) => [by, percent.replace('%', '')]),
  goals: content.goals,
  indicators: content.indicators.map((one) => [
    one.kind,
    printedLevel3(one),
    one.description,
    typedValue(one),
    one.basis,
  ]),
});

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

const words = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('示例镇', '村道养护', '路灯', '补贴发放', '满意情况', '32', '（一期）', 'PM', '及时'), {
      minLength: 1,
      maxLength: most,
    })
    .map((parts) => `关于${parts.join('')}`);

const line = (kind: Level2Kind): fc.Arbitrary<readonly [Level2Kind, string, string, string, string]> =>
  fc.tuple(
    fc.constant(kind),
    words(8),
    words(12),
    fc.constantFrom('≥95%', '=100%', '21个', '≤67.54万元', '得到保障', '2026年11月底前', '600 元/人/年', '1-2 万元/个'),
    fc.constantFrom('年度工作计划', '年初工作计划', '2026年县级预算编制通知'),
  );

/** Every row of the form once or several times, benefits in any order: how a finished project is stored. */
const project: fc.Arbitrary<ProjectContent> = fc
  .record({
    name: words(12),
    usage: words(20),
    goals: fc
      .array(words(30), { minLength: 1, maxLength: 4 })
      .map((goals) => goals.map((goal, index) => `${index + 1}.${goal}。`)),
    total: fc.integer({ min: 1, max: 9_999_999 }),
    plan: fc.constantFrom(
      ['50', '100'],
      ['25', '50', '75', '100'],
      ['10', '20', '30', '40', '50', '60', '70', '80', '100'],
    ),
    lines: fc.tuple(...KINDS.map((kind) => fc.array(line(kind), { minLength: 1, maxLength: 4 }))),
    benefits: fc.shuffledSubarray([4, 5, 6, 7], { minLength: 4 }),
  })
  .map(({ name, usage, goals, total, plan, lines, benefits }) => ({
    ...ROADS,
    name,
    usage,
    goals,
    funds: { total: String(total / 100), fiscal: String(total / 100), other: '' },
    spendingPlan: plan.map((percent, index) => ({ by: `${index + 4}月底`, percent })),
    indicators: [0, 1, 2, 3, ...benefits, 8]
      .flatMap((index) => lines[index] ?? [])
      .map((one, index) => indicator(one, `n${index}`)),
  }));

describe('the printed 绩效文本, read again', () => {
  it('is what it was printed from, without any doubt, on as many pages as it takes', () => {
    fc.assert(
      fc.property(fc.array(project, { minLength: 1, maxLength: 3 }), (projects) => {
        const document = readBack(projects);
        expect(contentsOf(document).map(shown)).toEqual(projects.map(shown));
        // What is made up here measures nothing of what its row is for.
        expect(
          document.projects.flatMap(({ doubts }) => doubts.filter(({ kind }) => kind !== 'odd' && kind !== 'order')),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('says the same of the whole department, paragraphs over several pages among it', () => {
    const paragraph = fc
      .tuple(words(6), fc.integer({ min: 1, max: 60 }))
      .map(([text, times]) => `${text}，`.repeat(times) + '完成。');
    const part = fc.array(paragraph, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(part, part, part, (overallGoals, subGoals, safeguards) => {
        const declared = {
          overallGoals: overallGoals.join('\n'),
          subGoals: subGoals.join('\n'),
          safeguards: safeguards.join('\n'),
        };
        const { document } = readBack([ROADS], { declared });
        expect([document.overallGoals, document.subGoals, document.safeguards]).toEqual([
          overallGoals,
          subGoals,
          safeguards,
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a goal of 5,000 letters and 200 indicators that flow over pages', () => {
    const goals = [`1.${'保障村级组织正常运转，提升服务群众水平；'.repeat(250)}`, '2.按时完成。'];
    const more = Array.from({ length: 200 }, (_, index) =>
      indicator(
        ['quantity', `第${index + 1}个村的整治面积`, '全年整治的面积', `≥${index + 1}平方米`, '计划'],
        `m${index}`,
      ),
    );
    const long = { ...ROADS, goals, indicators: [...more, ...ROADS.indicators] };
    const document = readBack([long, LIGHTS]);
    expect(contentsOf(document).map(shown)).toEqual([long, LIGHTS].map(shown));
    // What is made up here measures nothing of what its row is for.
    expect(
      document.projects.flatMap(({ doubts }) => doubts.filter(({ kind }) => kind !== 'odd' && kind !== 'order')),
    ).toEqual([]);
  });

  it('keeps the paragraphs of a goal and of what the money is for', () => {
    const project = { ...ROADS, usage: '用于养护村道。\n用于维修桥涵。', goals: ['保障村道畅通。\n保障行车安全。'] };
    expect(contentsOf(readBack([project])).map(shown)).toEqual([shown(project)]);
  });

  it('names cover, unit and year', () => {
    expect(readBack([ROADS]).document).toMatchObject({
      title: '示例县示例镇人民政府2026年部门预算绩效文本（草案）',
      year: '2026',
      department: '示例县示例镇人民政府',
      unitCode: '816009',
    });
  });

  it('reads a table without any indicator as a project without any', () => {
    const [read] = contentsOf(readBack([{ ...ROADS, indicators: [], spendingPlan: [] }]));
    expect([read?.indicators, read?.spendingPlan]).toEqual([[], []]);
  });

  it('comes to an end whatever the cells say', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '',
        '项目编码',
        '项目名称',
        '预算规模及资金用途',
        '预算数',
        '其他资金',
        '资金支出计划（%）',
        '25%',
        '绩效目标',
      ),
      fc.constantFrom(
        '一级指标',
        '二级指标',
        '三级指标',
        '绩效指标描述',
        '指标值确定依据',
        '产出指标',
        '数量指标',
        '成本指标',
        '≥95%',
      ),
      fc.constantFrom(
        '单位：万元',
        '目录',
        '第一部分',
        '一、总体绩效目标',
        '1.村道养护绩效目标表',
        '绩效目标表',
        '2026年部门预算绩效文本',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 60 }), (rows) => {
        const labels = asRead(at(drawn('dossier', [ROADS], TOWN), 4));
        const odd = { name: 'y', rows: rows.map((cells, index) => ({ cells, at: index + 1 })) };
        const { projects } = recognise([odd, labels], 'x');
        expect(projects.length).toBeGreaterThan(0);
        for (const { indicators, doubts } of projects) {
          for (const { path } of doubts) {
            const index = /^indicators\.(\d+)\./u.exec(path)?.[1];
            if (index !== undefined) expect(indicators[Number(index)]).toBeDefined();
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
