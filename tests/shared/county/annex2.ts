import type fc from 'fast-check';
import type { SourceTable } from '../../../shared/grid/table.ts';
import type { Level2Kind, Requirement } from '../../../shared/model/level2.ts';
import { readValue } from '../../../shared/model/value.ts';
import type { RecognisedIndicator, RecognisedProject } from '../../../shared/recognise/recognised.ts';
import { type Column, type Look, lookOf, type Wording } from './annex2-looks.ts';
import { cell, type Drawn, laidOut, tableOf } from './grid.ts';
import { LEVEL2, projectsOf, TREES } from './projects.ts';
import type { CountyPaper } from './score.ts';

/* 目标表 of a county, drawn in a look. */

const REQUIRED: Readonly<Partial<Record<Level2Kind, Requirement>>> = {
  quantity: 'hard',
  quality: 'required',
  timeliness: 'required',
  cost: 'hard',
  social: 'required',
  sustainable: 'required',
  satisfaction: 'required',
};

/** What of a project the look leaves to be read: the truth. */
export const truthOf = (project: RecognisedProject, look: Look): RecognisedProject => ({
  ...project,
  code: null,
  attribute: look.labels.attribute === '项目类别' ? null : project.attribute,
  category: look.labels.attribute === '项目类别' ? project.attribute : null,
  amountUnit: isYuan(look) ? '元' : '万元',
  total: amount(project.total, look),
  fiscal: amount(project.fiscal, look),
  other: amount(project.other, look),
  indicators: project.indicators.map((one) => shown(one, look)),
});

const shown = (one: RecognisedIndicator, look: Look): RecognisedIndicator => ({
  ...one,
  ...valueShown(one, look),
  level2: wordingOf(one, look.wording),
  requirement: look.wording.endsWith('brackets') && look.tree === '88' ? (REQUIRED[one.kind] ?? null) : null,
  description: null,
  weight: look.columns.includes('weight') ? one.weight : null,
  basis: null,
});

/** In columns of their own a value without a number stands alone, and `=` says nothing where there is no sign column. */
const valueShown = (one: RecognisedIndicator, look: Look): Partial<RecognisedIndicator> => {
  if (look.columns.includes('value') || one.value === null) return {};
  const sign = look.columns.includes('operator') ? (one.operator ?? '=') : '';
  const printed = `${sign}${one.value}${one.unit ?? ''}`;
  return { printedValue: printed, operator: readValue(printed).operator === '' ? null : sign };
};

const wordingOf = ({ kind, level2 }: RecognisedIndicator, wording: Wording): string => {
  if (wording === 'short' && /效益|影响|满意/u.test(level2 ?? '')) return (level2 ?? '').replace('指标', '');
  return wording === 'public' && kind === 'satisfaction' ? '社会公众或服务对象满意度指标' : (level2 ?? '');
};

const isYuan = ({ unit }: Look): boolean => unit.startsWith('yuan');

const amount = (text: string | null, look: Look): string =>
  isYuan(look) ? Math.round(Number(text) * 10_000).toLocaleString('en-US') : (text ?? '');

/** The projects drawn as a county would: one table or sheet each, or all below each other. */
export const drawAnnex2 = (projects: readonly RecognisedProject[], look: Look): SourceTable[] => {
  const papers = projects.map((project) =>
    paper(project, look).map((row) => [...Array.from({ length: look.margin }, () => ''), ...row]),
  );
  return look.sheets === 'each'
    ? papers.map((rows, index) => tableOf(`Sheet${index + 1}`, rows))
    : [
        tableOf(
          'Sheet1',
          papers.flatMap((rows) => [...rows, []]),
        ),
      ];
};

const paper = (project: RecognisedProject, look: Look): string[][] => {
  const upper = upperRows(project, look);
  const width = Math.max(...look.columns.map((_, index) => index + 4 + (look.numbered ? 1 : 0)), 6);
  const above = [
    ...(look.title === '' ? [] : [[cell(look.title, width)]]),
    [cell('（2025年度）', width)],
    ...(look.unit.endsWith('line') ? [[cell(`金额单位：${isYuan(look) ? '元' : '万元'}`, width)]] : []),
  ];
  return laidOut(
    [
      ...above,
      ...upper.map((row) => stretched(row, width)),
      ...indicatorRows(project, look),
      ...(look.foot ? [[cell('填报人：张三', 3), cell('联系电话：0952-0000000', 2)]] : []),
    ],
    look.merges,
  );
};

/** The last cell of a row reaches to the edge. */
const stretched = (row: readonly Drawn[], width: number): Drawn[] => {
  const used = row.reduce((sum, { columns }) => sum + columns, 0);
  return row.map((one, index) =>
    index === row.length - 1 ? { ...one, columns: one.columns + Math.max(0, width - used) } : one,
  );
};

const upperRows = (project: RecognisedProject, look: Look): Drawn[][] => {
  const { labels } = look;
  return [
    [cell(labels.name), cell(project.name ?? '', 4)],
    [
      cell(labels.department),
      cell(project.departmentAndCode ?? '', 2),
      cell(labels.unit),
      cell(project.implementingUnit ?? ''),
    ],
    ...(look.strangers ? [[cell('项目负责人'), cell('李四', 2), cell('联系电话'), cell('13900000000')]] : []),
    [cell(labels.attribute), cell(project.attribute ?? '', 2), cell(labels.period), cell(project.period ?? '')],
    ...(look.strangers
      ? [
          [cell('起止时间'), cell('2025年1月-12月', 4)],
          [cell('立项依据'), cell('青石县人民政府会议纪要〔2024〕12号', 4)],
        ]
      : []),
    ...fundsRows(project, look),
    [cell(labels.goals), cell(project.goals.join('\n'), 4)],
  ];
};

const fundsRows = (project: RecognisedProject, look: Look): Drawn[][] => {
  const { labels } = look;
  const unit = look.unit === 'label' ? '（万元）' : look.unit === 'yuan label' ? '（元）' : '';
  const [total, fiscal, other] = [project.total, project.fiscal, project.other].map((text) => amount(text, look));
  const head = (rows: number): Drawn => cell(`${labels.funds}${unit}`, 1, rows);
  switch (look.funds) {
    case 'rows':
      return [
        [head(3), cell(labels.total, 2), cell(total ?? '', 2)],
        [cell(labels.fiscal, 2), cell(fiscal ?? '', 2)],
        [cell(labels.other, 2), cell(other ?? '', 2)],
      ];
    case 'sources':
      return [
        [head(5), cell(labels.total, 2), cell(total ?? '', 2)],
        [cell(labels.fiscal, 2), cell(fiscal ?? '', 2)],
        [cell('其中：上级资金', 2), cell('', 2)],
        [cell('上年结转资金', 2), cell('0', 2)],
        [cell(labels.other, 2), cell(other ?? '', 2)],
      ];
    case 'one row':
      return [
        [
          head(1),
          cell(labels.total),
          cell(total ?? ''),
          cell(labels.fiscal),
          cell(fiscal ?? ''),
          cell(labels.other),
          cell(other ?? ''),
        ],
      ];
    case 'inline':
      return [
        [head(3), cell(`${labels.total.replace(/[:：]$/u, '')}：${total ?? ''}`, 4)],
        [cell(`${labels.fiscal}：${fiscal ?? ''}`, 4)],
        [cell(`${labels.other}：${other ?? ''}`, 4)],
      ];
  }
};

const HEADS: Readonly<Record<Column, string>> = {
  name: '三级指标',
  value: '指标值',
  operator: '指标性质',
  number: '指标值',
  unit: '计量单位',
  weight: '权重',
  note: '备注',
  direction: '指标方向',
  rule: '评分标准',
};

interface DrawnIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly kind: Level2Kind;
  readonly indicator: RecognisedIndicator | null;
}

const indicatorRows = (project: RecognisedProject, look: Look): Drawn[][] => {
  const rows = drawnIndicators(project, look);
  const root = rootCell(look, rows.length);
  const header = [
    ...(look.numbered ? [cell('序号')] : []),
    cell('一级指标'),
    cell('二级指标'),
    ...look.columns.map((column) => cell(HEADS[column])),
  ];
  return [
    [...(root.header === null ? [] : [root.header]), ...header],
    ...rows.map((row, index) => [
      ...(index === 0 && root.below !== null ? [root.below] : []),
      ...(look.numbered ? [cell(String(index + 1))] : []),
      ...(row.level1 === rows[index - 1]?.level1 ? [] : [cell(level1Of(row, look), 1, run(rows, index, 'level1'))]),
      ...(row.kind === rows[index - 1]?.kind ? [] : [cell(row.level2, 1, run(rows, index, 'kind'))]),
      ...look.columns.map((column) => cell(contentOf(row.indicator, column))),
    ]),
  ];
};

const rootCell = ({ root }: Look, rows: number): { header: Drawn | null; below: Drawn | null } => {
  switch (root) {
    case 'header':
      return { header: cell('名称'), below: cell('绩效指标', 1, rows) };
    case 'merged':
      return { header: cell('绩效指标', 1, rows + 1), below: null };
    case 'none':
      return { header: null, below: null };
  }
};

const run = (rows: readonly DrawnIndicator[], from: number, key: 'level1' | 'kind'): number => {
  const end = rows.findIndex((row, index) => index > from && row[key] !== rows[from]?.[key]);
  return (end < 0 ? rows.length : end) - from;
};

const drawnIndicators = (project: RecognisedProject, look: Look): DrawnIndicator[] =>
  TREES[look.tree].flatMap(([level1, kinds]) =>
    kinds.flatMap((kind): DrawnIndicator[] => {
      const own = project.indicators.filter((one) => one.kind === kind);
      const label = labelOf(kind, look);
      if (own.length === 0) return look.emptyRows ? [{ level1, level2: label, kind, indicator: null }] : [];
      return own.map((indicator) => ({ level1, level2: label, kind, indicator }));
    }),
  );

const labelOf = (kind: Exclude<Level2Kind, 'other'>, look: Look): string => {
  const label = wordingOf({ kind, level2: LEVEL2[kind] } as RecognisedIndicator, look.wording);
  const requirement = look.tree === '88' ? REQUIRED[kind] : undefined;
  const bracket = requirement === 'hard' ? '必填硬性指标' : requirement === 'required' ? '必填' : '';
  if (bracket === '') return label;
  if (look.wording === 'brackets') return `${label}（${bracket}）`;
  return look.wording === 'half brackets' ? `${label}(${bracket})` : label;
};

const level1Of = ({ level1 }: DrawnIndicator, { wording }: Look): string =>
  wording === 'points' ? `${level1}\n（${level1 === '产出指标' ? 50 : 10}分）` : level1;

const contentOf = (indicator: RecognisedIndicator | null, column: Column): string => {
  if (indicator === null) return '';
  const apart = indicator.value !== null;
  switch (column) {
    case 'name':
      return indicator.level3 ?? '';
    case 'value':
      return indicator.printedValue ?? '';
    case 'number':
      return indicator.value ?? indicator.printedValue ?? '';
    case 'operator':
      return apart ? (indicator.operator ?? '=') : '定性';
    case 'unit':
      return indicator.unit ?? '';
    case 'weight':
      return indicator.weight ?? '';
    case 'note':
      return '';
    case 'direction':
      return '正向指标';
    case 'rule':
      return '完成得满分，未完成按比例扣分';
  }
};

const annex2In = (looks: fc.Arbitrary<Look>): fc.Arbitrary<CountyPaper & { readonly look: Look }> =>
  looks.chain((look) =>
    projectsOf(look.tree).map((projects) => ({
      look,
      truth: projects.map((project) => truthOf(project, look)),
      tables: drawAnnex2(projects, look),
    })),
  );

export const annex2Paper = annex2In(lookOf);

/** The same with merged cells as the file of a word processor holds them. */
export const annex2Across = annex2In(lookOf.map((look) => ({ ...look, merges: 'across' })));
