import fc from 'fast-check';
import type { RecognisedIndicator, RecognisedProject } from '../../../shared/recognise/recognised.ts';
import { cell, type Drawn, laidOut, type Merges, tableOf } from './grid.ts';
import { projectsOf, type Tree, TREES } from './projects.ts';
import type { CountyPaper } from './score.ts';

/* 申报表: 中期 on the left, the year on the right; some counties print the year alone, some both below each other. */

interface Look {
  readonly tree: Tree;
  readonly halves: 'both' | 'year' | 'below';
  readonly merges: Exclude<Merges, 'lost'>;
  readonly sheets: 'each' | 'one';
  readonly template: boolean;
  readonly tall: boolean;
  readonly strangers: boolean;
}

const lookOf: fc.Arbitrary<Look> = fc.record({
  tree: fc.constantFrom<Tree[]>('88', '88', '101'),
  halves: fc.constantFrom('both' as const, 'year' as const, 'below' as const),
  merges: fc.constantFrom('first' as const, 'first' as const, 'each' as const),
  sheets: fc.constantFrom('each' as const, 'one' as const),
  template: fc.boolean(),
  tall: fc.boolean(),
  strangers: fc.boolean(),
});

const bare = (one: RecognisedIndicator): RecognisedIndicator => ({
  ...one,
  description: null,
  weight: null,
  basis: null,
});

const truthOf = (project: RecognisedProject): RecognisedProject => ({
  ...project,
  code: null,
  category: null,
  indicators: project.indicators.map(bare),
});

const declarationIn = (looks: fc.Arbitrary<Look>): fc.Arbitrary<CountyPaper & { readonly look: Look }> =>
  looks.chain((look) =>
    projectsOf(look.tree, 3).map((projects) => {
      const truth = projects.map(truthOf);
      const papers = truth.map((project) => laidOut(paper(project, look), look.merges));
      const tables =
        look.sheets === 'each'
          ? papers.map((rows, index) => tableOf(`Sheet${index + 1}`, rows))
          : [
              tableOf(
                'Sheet1',
                papers.flatMap((rows) => [...rows, []]),
              ),
            ];
      return { look, truth, tables };
    }),
  );

export const declarationPaper = declarationIn(lookOf);

/** The same with merged cells as the file of a word processor holds them. */
export const declarationAcross = declarationIn(lookOf.map((look) => ({ ...look, merges: 'across' })));

const paper = (project: RecognisedProject, look: Look): Drawn[][] => {
  const both = look.halves === 'both';
  return [
    [cell('项目支出绩效目标申报表', 8)],
    [cell('（2025年度）', 8)],
    [cell('项目名称'), cell(project.name ?? '', 7)],
    [
      cell('主管部门及代码'),
      cell(project.departmentAndCode ?? '', 3),
      cell('实施单位'),
      cell(project.implementingUnit ?? '', 3),
    ],
    ...(look.strangers
      ? [
          [cell('项目负责人'), cell('李四', 3), cell('联系电话'), cell('13900000000', 3)],
          [cell('单位职能概述'), cell('负责全镇各项事务。', 7)],
          [cell('项目立项情况', 1, 2), cell('项目立项的依据', 2), cell('县政府会议纪要', 5)],
          [cell('项目申报的可行性', 2), cell('可行', 5)],
        ]
      : []),
    [cell('项目属性'), cell(project.attribute ?? '', 3), cell('项目期'), cell(project.period ?? '', 3)],
    ...(both ? fundsOfBoth(project) : fundsOfYear(project)),
    ...(both
      ? goalsOfBoth(project)
      : [[cell(look.halves === 'below' ? '年度目标' : '年度绩效目标'), cell(project.goals.join('\n'), 7)]]),
    ...(both ? sideBySide(project, look) : []),
    ...(look.halves === 'year' ? alone(project, look, '绩效指标') : []),
    ...(look.halves === 'below' ? alone(project, look, '年度绩效指标') : []),
    ...(look.strangers ? [[cell('其他说明的问题'), cell('无', 7)]] : []),
    [cell('填报人：张三', 4), cell('单位负责人：李四', 2), cell('填报日期：2025年1月3日', 2)],
  ];
};

const fundsOfYear = ({ total, fiscal, other }: RecognisedProject): Drawn[][] => [
  [cell('项目资金\n（万元）', 1, 3), cell('年度资金总额：', 3), cell(total ?? '', 4)],
  [cell('其中：财政拨款', 3), cell(fiscal ?? '', 4)],
  [cell('其他资金', 3), cell(other ?? '', 4)],
];

const fundsOfBoth = ({ total, fiscal, other }: RecognisedProject): Drawn[][] => [
  [
    cell('项目资金\n（万元）', 1, 3),
    cell('中期资金总额：', 2),
    cell('270'),
    cell('年度资金总额：', 2),
    cell(total ?? '', 2),
  ],
  [cell('其中：财政拨款', 2), cell('270'), cell('其中：财政拨款', 2), cell(fiscal ?? '', 2)],
  [cell('其他资金', 2), cell('0'), cell('其他资金', 2), cell(other ?? '', 2)],
];

const goalsOfBoth = ({ goals }: RecognisedProject): Drawn[][] => [
  [cell('总体目标', 1, 2), cell('中期目标（2025年—2027年）', 3), cell('年度目标', 4)],
  [cell('目标1：三年完成全部任务；\n目标2：形成长效机制。', 3), cell(goals.join('\n'), 4)],
];

const numbered = (name: string, index: number, { template }: Look): string =>
  template ? `指标${index + 1}：${name}` : name;

/** The rows of a level 2: those of the year, filled up with what the form prints. */
const rowsOf = (project: RecognisedProject, look: Look): [string, RecognisedIndicator[], string][] =>
  TREES[look.tree].flatMap(([level1, kinds]) =>
    kinds.flatMap((kind): [string, RecognisedIndicator[], string][] => {
      const own = project.indicators.filter((one) => one.kind === kind);
      const [first] = own;
      return first ? [[level1, own, first.level2 ?? '']] : [];
    }),
  );

const sideBySide = (project: RecognisedProject, look: Look): Drawn[][] => {
  const groups = rowsOf(project, look);
  const heights = groups.map(([, own]) => own.length + (look.tall ? 1 : 0));
  const all = heights.reduce((sum, one) => sum + one, 0);
  const header = ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'].map((text) =>
    cell(text),
  );
  return [
    [cell('绩效指标', 1, all + 1), ...header],
    ...groups.flatMap(([level1, own, level2], group) => {
      const height = heights[group] ?? 1;
      const newLevel = groups[group - 1]?.[0] !== level1;
      const span = heights.reduce((sum, one, index) => (groups[index]?.[0] === level1 ? sum + one : sum), 0);
      return Array.from({ length: height }, (_, index): Drawn[] => {
        const one = own[index];
        return [
          ...(newLevel && index === 0 ? [cell(level1, 1, span)] : []),
          ...(index === 0 ? [cell(level2, 1, height)] : []),
          cell(
            index === 0 ? numbered(`三年${own[0]?.level3 ?? ''}`, 0, look) : look.template ? `指标${index + 1}：` : '',
          ),
          cell(index === 0 ? '≥90%' : ''),
          ...(index === 0 ? [cell(level2, 1, height)] : []),
          cell(one ? numbered(one.level3 ?? '', index, look) : '……'),
          cell(one?.printedValue ?? ''),
        ];
      });
    }),
  ];
};

const alone = (project: RecognisedProject, look: Look, root: string): Drawn[][] => {
  const groups = rowsOf(project, look);
  const count = groups.reduce((sum, [, own]) => sum + own.length, 0);
  return [
    [cell(root, 1, count + 1), cell('一级指标'), cell('二级指标'), cell('三级指标', 3), cell('指标值'), cell('备注')],
    ...groups.flatMap(([level1, own, level2], group) => {
      const newLevel = groups[group - 1]?.[0] !== level1;
      const span = groups.reduce((sum, [level, ones]) => (level === level1 ? sum + ones.length : sum), 0);
      return own.map((one, index): Drawn[] => [
        ...(newLevel && index === 0 ? [cell(level1, 1, span)] : []),
        ...(index === 0 ? [cell(level2, 1, own.length)] : []),
        cell(numbered(one.level3 ?? '', index, look), 3),
        cell(one.printedValue ?? ''),
        cell(''),
      ]);
    }),
  ];
};
