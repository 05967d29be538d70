import fc from 'fast-check';
import type { SourceTable } from '../../../shared/grid/table.ts';
import type { Execution, RecognisedIndicator, RecognisedProject } from '../../../shared/recognise/recognised.ts';
import { cell, type Drawn, laidOut, type Merges, tableOf } from './grid.ts';
import { projectsOf } from './projects.ts';
import type { CountyPaper } from './score.ts';

/* 自评表, as the national form has it and as a province does: what became of the year's targets. */

interface Look {
  readonly form: 'national' | 'province';
  readonly merges: Merges;
  readonly sheets: 'each' | 'one';
  /** 指标1： before the names, and rows of …… below them. */
  readonly template: boolean;
  readonly points: boolean;
}

const lookOf: fc.Arbitrary<Look> = fc.record({
  form: fc.constantFrom('national' as const, 'national' as const, 'province' as const),
  merges: fc.constantFrom<Merges[]>('first', 'first', 'each', 'lost'),
  sheets: fc.constantFrom('each' as const, 'one' as const),
  template: fc.boolean(),
  points: fc.boolean(),
});

/** Half of the indicators fell short, with a reason. */
const evaluated = (one: RecognisedIndicator, index: number): RecognisedIndicator => ({
  ...one,
  description: null,
  basis: null,
  ...(index % 2 === 0
    ? { actual: one.printedValue?.replace(/^[≥≤＝]/u, '') ?? null, score: one.weight, deviation: null }
    : { actual: '部分达成预期指标', score: '4.5', deviation: '因雨季施工推迟，下一步倒排工期，加快进度。' }),
});

const truthOf = (project: RecognisedProject, look: Look): RecognisedProject => {
  const line = (initial: string | null): Execution['total'] => ({
    initial,
    adjusted: initial,
    executed: initial === '0' ? '0' : '3.25',
  });
  return {
    ...project,
    code: null,
    attribute: null,
    period: null,
    category: null,
    execution: {
      total: line(project.total),
      fiscal: line(project.fiscal),
      carried: look.form === 'national' ? line('0') : { initial: null, adjusted: null, executed: null },
      other: line(project.other),
    },
    goalsActual: '完成年度任务，按期兑现补贴；群众满意。',
    evaluationScore: '93.5',
    indicators: project.indicators.map(evaluated).map((one) => (look.form === 'province' ? apart(one) : one)),
  };
};

/** The province prints sign, number and unit in columns of their own. */
const apart = (one: RecognisedIndicator): RecognisedIndicator => {
  if (one.value === null) return one;
  const operator = one.operator ?? '=';
  return { ...one, operator, printedValue: `${operator}${one.value}${one.unit ?? ''}` };
};

const evaluationIn = (looks: fc.Arbitrary<Look>): fc.Arbitrary<CountyPaper & { readonly look: Look }> =>
  looks.chain((look) =>
    projectsOf('88').map((projects) => {
      const truth = projects.map((project) => truthOf(project, look));
      const papers = truth.map((project) =>
        laidOut(look.form === 'national' ? national(project, look) : province(project, look), look.merges),
      );
      const tables: SourceTable[] =
        look.sheets === 'each'
          ? papers.map((rows, index) => tableOf(`自评${index + 1}`, rows))
          : [
              tableOf(
                '自评',
                papers.flatMap((rows) => [...rows, []]),
              ),
            ];
      return { look, truth, tables };
    }),
  );

export const evaluationPaper = evaluationIn(lookOf);

/** The same with merged cells as the file of a word processor holds them. */
export const evaluationAcross = evaluationIn(lookOf.map((look) => ({ ...look, merges: 'across' })));

const amounts = (line: Execution['total'] | undefined): Drawn[] =>
  [line?.initial, line?.adjusted, line?.executed].map((text) => cell(text ?? ''));

const national = (project: RecognisedProject, look: Look): Drawn[][] => [
  [cell('附件1', 9)],
  [cell('项目支出绩效自评表', 9)],
  [cell('（2025年度）', 9)],
  [cell('项目名称'), cell(project.name ?? '', 8)],
  [
    cell('主管部门'),
    cell(project.departmentAndCode ?? '', 4),
    cell('实施单位'),
    cell(project.implementingUnit ?? '', 3),
  ],
  [
    cell('项目资金\n（万元）', 1, 5),
    cell('', 2),
    ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((text) => cell(text)),
  ],
  [cell('年度资金总额', 2), ...amounts(project.execution?.total), cell('10'), cell('95%'), cell('9.5')],
  [cell('其中：当年财政拨款', 2), ...amounts(project.execution?.fiscal), cell('—'), cell('95%'), cell('—')],
  [cell('      上年结转资金', 2), ...amounts(project.execution?.carried), cell('—'), cell(''), cell('—')],
  [cell('      其他资金', 2), ...amounts(project.execution?.other), cell('—'), cell(''), cell('—')],
  [cell('年度总体目标', 1, 2), cell('预期目标', 4), cell('实际完成情况', 4)],
  [cell(project.goals.join('\n'), 4), cell(project.goalsActual ?? '', 4)],
  ...indicatorRows(project, look, {
    header: ['年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    cells: (one) => [one.printedValue, one.actual, one.weight, one.score, one.deviation],
  }),
  [cell('总分', 6), cell('100'), cell(project.evaluationScore ?? ''), cell('')],
];

const province = (project: RecognisedProject, look: Look): Drawn[][] => [
  [cell('部门预算项目支出绩效自评表（2025年度）', 11)],
  [cell('项目名称'), cell(project.name ?? '', 10)],
  [
    cell('主管部门'),
    cell(project.departmentAndCode ?? '', 4),
    cell('实施单位（盖章）'),
    cell(project.implementingUnit ?? '', 5),
  ],
  [
    cell('项目基本情况', 1, 3),
    cell('1.项目年度目标完成情况', 1, 2),
    cell('项目年度目标', 4),
    cell('年度目标完成情况', 5),
  ],
  [cell(project.goals.join('\n'), 4), cell(project.goalsActual ?? '', 5)],
  [cell('2.项目实施内容及过程概述'), cell('按计划实施。', 9)],
  [
    cell('预算执行情况（10分）', 1, 6),
    ...['年度预算数（万元）', '年初预算', '调整后预算数', '预算执行数', '预算执行率', '权重', '得分', '原因'].map(
      (text) => cell(text),
    ),
  ],
  [cell('总额'), ...amounts(project.execution?.total), cell('100.00%'), cell('10'), cell('9.5'), cell('')],
  [cell('其中：财政资金'), ...amounts(project.execution?.fiscal), cell('100.00%'), cell('/'), cell('/'), cell('')],
  [cell('财政专户管理资金'), cell('0.00'), cell('0.00'), cell('0.00'), cell('0.00%'), cell('/'), cell('/'), cell('')],
  [cell('单位资金'), cell('0.00'), cell('0.00'), cell('0.00'), cell('0.00%'), cell('/'), cell('/'), cell('')],
  [cell('其他资金'), ...amounts(project.execution?.other), cell(''), cell('/'), cell('/'), cell('')],
  ...indicatorRows(project, look, {
    header: ['指标性质', '指标值', '度量单位', '完成值', '权重', '得分', '未完成原因分析'],
    cells: (one) => [
      one.value === null ? '定性' : one.operator,
      one.value ?? one.printedValue,
      one.unit,
      one.actual,
      one.weight,
      one.score,
      one.deviation,
    ],
  }),
  [cell('合计', 8), cell('100'), cell(project.evaluationScore ?? ''), cell('')],
  [cell('评价结论'), cell('自评总分93.5分，完成情况良好。', 10)],
  [cell('存在问题'), cell('个别指标设置不够细化。', 10)],
  [cell('改进措施'), cell('细化指标。', 10)],
  [cell('项目负责人：张三'), cell('财务负责人：李四')],
];

interface IndicatorColumns {
  readonly header: readonly string[];
  readonly cells: (one: RecognisedIndicator) => readonly (string | null | undefined)[];
}

const indicatorRows = (
  { indicators }: RecognisedProject,
  look: Look,
  { header, cells }: IndicatorColumns,
): Drawn[][] => [
  [
    cell('绩效指标', 1, indicators.length + 1),
    ...['一级指标', '二级指标', '三级指标', ...header].map((text) => cell(text)),
  ],
  ...indicators.map((one, index) => {
    const above = indicators[index - 1];
    const run = (same: (other: RecognisedIndicator) => boolean): number => {
      const end = indicators.findIndex((other, at) => at > index && !same(other));
      return (end < 0 ? indicators.length : end) - index;
    };
    const number = look.template
      ? `指标${indicators.slice(0, index).filter(({ kind }) => kind === one.kind).length + 1}：`
      : '';
    const level1 = `${one.level1 ?? ''}${look.points ? '\n（50分）' : ''}`;
    return [
      ...(one.level1 === above?.level1
        ? []
        : [
            cell(
              level1,
              1,
              run((other) => other.level1 === one.level1),
            ),
          ]),
      ...(one.kind === above?.kind
        ? []
        : [
            cell(
              one.level2 ?? '',
              1,
              run((other) => other.kind === one.kind),
            ),
          ]),
      cell(`${number}${one.level3 ?? ''}`),
      ...cells(one).map((text) => cell(text ?? '')),
    ];
  }),
];
