import fc from 'fast-check';
import type { RecognisedIndicator, RecognisedProject } from '../../../shared/recognise/recognised.ts';
import { cell, type Drawn, laidOut, type Merges, tableOf } from './grid.ts';
import { projectsOf } from './projects.ts';
import type { CountyPaper } from './score.ts';

/* All projects of a unit in one wide list, as provinces print it: amounts in 元 with commas, columns in any order. */

type Column =
  | 'number'
  | 'unit'
  | 'code'
  | 'project'
  | 'category'
  | 'amount'
  | 'goal'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'operator'
  | 'value'
  | 'measure'
  | 'weight'
  | 'direction'
  | 'note';

interface Look {
  readonly columns: readonly Column[];
  readonly yuan: boolean;
  readonly merges: Exclude<Merges, 'lost'>;
  /** The indicators of a project come in no order, each with all its levels. */
  readonly shuffled: boolean;
  readonly sums: boolean;
  readonly words: 0 | 1 | 2;
  readonly headersAgain: boolean;
}

const COLUMNS: readonly (readonly Column[])[] = [
  [
    'unit',
    'project',
    'category',
    'amount',
    'goal',
    'level1',
    'level2',
    'level3',
    'operator',
    'value',
    'measure',
    'weight',
  ],
  [
    'unit',
    'project',
    'amount',
    'goal',
    'level1',
    'level2',
    'level3',
    'operator',
    'value',
    'measure',
    'weight',
    'direction',
  ],
  ['number', 'unit', 'code', 'project', 'amount', 'goal', 'level1', 'level2', 'level3', 'value', 'measure', 'weight'],
  [
    'number',
    'project',
    'code',
    'unit',
    'goal',
    'amount',
    'level1',
    'level2',
    'level3',
    'operator',
    'value',
    'measure',
    'note',
  ],
  [
    'unit',
    'project',
    'goal',
    'level1',
    'level2',
    'level3',
    'direction',
    'operator',
    'value',
    'measure',
    'weight',
    'amount',
  ],
  ['project', 'amount', 'goal', 'level1', 'level2', 'level3', 'weight', 'operator', 'value', 'measure', 'note'],
];

const WORDS: Readonly<Record<Column, readonly [string, string, string]>> = {
  number: ['序号', '序号', '序号'],
  unit: ['单位名称', '预算单位', '部门（单位）名称'],
  code: ['项目编码', '项目代码', '项目编码'],
  project: ['项目名称', '预算项目', '项目'],
  category: ['项目类别', '项目类型', '项目类别'],
  amount: ['预算数', '金额', '项目预算金额'],
  goal: ['年度目标', '绩效目标', '年度绩效目标'],
  level1: ['一级指标', '一级指标', '一级指标名称'],
  level2: ['二级指标', '二级指标', '二级指标名称'],
  level3: ['三级指标', '三级指标', '三级指标名称'],
  operator: ['指标性质', '计算符号', '绩效指标性质'],
  value: ['指标值', '年度指标值', '绩效指标值'],
  measure: ['度量单位', '计量单位', '指标值单位'],
  weight: ['权重', '分值', '分值权重'],
  direction: ['指标方向性', '指标方向', '指标类型'],
  note: ['备注', '指标解释', '备注'],
};

const lookOf: fc.Arbitrary<Look> = fc.record({
  columns: fc.constantFrom(...COLUMNS),
  yuan: fc.boolean(),
  merges: fc.constantFrom('first' as const, 'first' as const, 'each' as const),
  shuffled: fc.boolean(),
  sums: fc.boolean(),
  words: fc.constantFrom(0 as const, 1 as const, 2 as const),
  headersAgain: fc.boolean(),
});

const UNIT = '820001-青石县柳林镇人民政府';

const truthOf = (project: RecognisedProject, look: Look): RecognisedProject => {
  const has = (column: Column): boolean => look.columns.includes(column);
  const own = look.shuffled ? [...project.indicators].reverse() : project.indicators;
  return {
    ...project,
    code: has('code') ? project.code : null,
    departmentAndCode: has('unit') ? UNIT : null,
    implementingUnit: null,
    attribute: null,
    period: null,
    category: has('category') ? project.category : null,
    amountUnit: look.yuan ? '元' : '万元',
    total: look.yuan ? money(Number(project.total) * 10_000) : money(Number(project.total)),
    fiscal: null,
    other: null,
    // One cell of a list is one text unless its lines are numbered.
    indicators: own.map((one) => ({
      ...one,
      description: null,
      basis: null,
      weight: has('weight') ? one.weight : null,
      ...(one.value === null
        ? {}
        : { operator: has('operator') ? (one.operator ?? '=') : null, printedValue: one.value }),
    })),
  };
};

const money = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const listPaper: fc.Arbitrary<CountyPaper & { readonly look: Look }> = lookOf.chain((look) =>
  projectsOf('88', 6).map((projects) => {
    const truth = projects.map((project) => truthOf(project, look));
    return { look, truth, tables: [tableOf('Sheet1', laidOut(rowsOf(truth, look), look.merges))] };
  }),
);

const rowsOf = (projects: readonly RecognisedProject[], look: Look): Drawn[][] => {
  const width = look.columns.length;
  const header = look.columns.map((column) => cell(WORDS[column][look.words]));
  const total = projects.reduce((sum, { total: amount }) => sum + Number((amount ?? '').replaceAll(',', '')), 0);
  const sum = (label: string): Drawn[] =>
    look.columns.map((column, index) => cell(index === 0 ? label : column === 'amount' ? money(total) : ''));
  return [
    [cell('部门预算项目绩效目标批复表（2025年度）', width)],
    [cell(`金额单位：${look.yuan ? '元' : '万元'}`, width)],
    header,
    ...(look.sums && look.columns[0] === 'unit' ? [sum('820-柳林镇部门')] : []),
    ...(look.sums && look.columns[0] !== 'unit' ? [sum('合计')] : []),
    ...projects.flatMap((project, index) => [
      ...(look.headersAgain && index === 2 ? [header] : []),
      ...projectRows(project, look, { index, first: index === 0, rows: unitRows(projects, look) }),
    ]),
  ];
};

/** The unit's cell reaches over all its rows, or over those of each project where a header comes between. */
const unitRows = (projects: readonly RecognisedProject[], look: Look): number =>
  look.headersAgain ? 0 : projects.reduce((sum, { indicators }) => sum + indicators.length, 0);

interface Where {
  readonly index: number;
  readonly first: boolean;
  readonly rows: number;
}

const projectRows = (project: RecognisedProject, look: Look, where: Where): Drawn[][] => {
  const { indicators } = project;
  return indicators.map((one, row) =>
    look.columns.flatMap((column): Drawn[] => {
      const whole = wholeCell(project, column, where);
      if (column === 'unit') {
        if (where.rows > 0) return where.first && row === 0 ? [cell(UNIT, 1, where.rows)] : [];
        return row === 0 ? [cell(UNIT, 1, indicators.length)] : [];
      }
      if (whole !== null) return row === 0 ? [cell(whole, 1, indicators.length)] : [];
      const merged = column === 'level1' || column === 'level2';
      if (!merged || look.shuffled) return [cell(own(one, column))];
      const above = indicators[row - 1];
      return above !== undefined && same(above, one, column)
        ? []
        : [cell(own(one, column), 1, run(indicators, row, column))];
    }),
  );
};

const wholeCell = (project: RecognisedProject, column: Column, { index }: Where): string | null => {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the others are cells of indicators
  switch (column) {
    case 'number':
      return String(index + 1);
    case 'code':
      return project.code ?? '';
    case 'project':
      return project.name ?? '';
    case 'category':
      return project.category ?? '';
    case 'amount':
      return project.total ?? '';
    case 'goal':
      return project.goals.join('\n');
    default:
      return null;
  }
};

const same = (one: RecognisedIndicator, other: RecognisedIndicator, column: 'level1' | 'level2'): boolean =>
  column === 'level1' ? one.level1 === other.level1 : one.kind === other.kind;

const run = (indicators: readonly RecognisedIndicator[], from: number, column: 'level1' | 'level2'): number => {
  const first = indicators[from];
  const end = indicators.findIndex((one, index) => index > from && first !== undefined && !same(one, first, column));
  return (end < 0 ? indicators.length : end) - from;
};

const own = (one: RecognisedIndicator, column: Column): string => {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the others are cells of projects
  switch (column) {
    case 'level1':
      return one.level1 ?? '';
    case 'level2':
      return one.level2 ?? '';
    case 'level3':
      return one.level3 ?? '';
    case 'operator':
      return one.value === null ? '定性' : (one.operator ?? '');
    case 'value':
      return one.printedValue ?? '';
    case 'measure':
      return one.unit ?? '';
    case 'weight':
      return one.weight ?? '';
    case 'direction':
      return '正向指标';
    default:
      return '';
  }
};
