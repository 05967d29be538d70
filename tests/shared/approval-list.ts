import type { SourceTable } from '../../shared/grid/table.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedProject } from '../../shared/recognise/recognised.ts';

/* A small 批复表 of an invented county, drawn the way spreadsheets and extractions draw it. */

export const HEADER = [
  '单位名称',
  '项目名称',
  '项目类别',
  '预算数（万元）',
  '绩效目标',
  '一级指标',
  '二级指标',
  '三级指标',
  '绩效指标性质',
  '绩效指标值',
  '度量单位',
  '分值权重',
] as const;

const UNIT = '900001-示例县示例镇人民政府（本级）';

const PROJECTS = [
  [
    '63990000024T000000101-村道养护经费',
    '3-特定目标类',
    '12.50',
    '按照年度计划养护村道，及时修补破损路面，清理边沟和涵洞，保障群众出行安全',
  ],
  [
    '63990000024T000000102-广场照明经费',
    '3-特定目标类',
    '3.00',
    '保障广场照明设施正常运行，及时更换损坏的灯具和线路，方便群众晚间活动',
  ],
  [
    '63990000024T000000103-农家书屋经费',
    '3-特定目标类',
    '1.20',
    '补充更新农家书屋图书，组织开展阅读活动，丰富群众精神文化生活',
  ],
] as const;

const INDICATORS = [
  [
    ['产出指标', '数量指标', '养护里程', '≥', '36', '公里', '20'],
    ['', '', '清理涵洞', '=', '12', '处', '10'],
    ['', '质量指标', '养护合格率', '≥', '98', '%', '10'],
    ['', '时效指标', '完成月份', '=', '12', '月', '10'],
    ['效益指标', '社会效益', '出行安全保障', '≥', '90', '%', '15'],
    ['', '可持续影响', '管护机制', '', '健全', '', '15'],
    ['满意度指标', '服务对象满意度', '沿线群众满意度', '≥', '95', '%', '10'],
  ],
  [
    ['产出指标', '数量指标', '更换灯具', '=', '40', '盏', '25'],
    ['', '质量指标', '亮灯率', '≥', '95', '%', '25'],
    ['效益指标', '社会效益', '夜间活动便利程度', '', '明显提升', '', '30'],
    ['满意度指标', '服务对象满意度', '居民满意度', '≥', '90', '%', '10'],
  ],
  [
    ['产出指标', '数量指标', '补充图书', '≥', '300', '册', '20'],
    ['', '', '阅读活动', '≥', '4', '次', '20'],
    ['', '质量指标', '图书完好率', '≥', '98', '%', '10'],
    ['效益指标', '社会效益', '阅读氛围', '', '逐步浓厚', '', '30'],
    ['满意度指标', '服务对象满意度', '读者满意度', '≥', '95', '%', '10'],
  ],
] as const;

/** Rows of the list below its header, every merged text in its first cell. */
export const listRows = (): string[][] =>
  INDICATORS.flatMap((indicators, project) =>
    indicators.map((cells, row) => [
      project === 0 && row === 0 ? UNIT : '',
      ...(row === 0 ? (PROJECTS[project] ?? []) : ['', '', '', '']),
      ...cells,
    ]),
  );

export const TITLE = '2024年部门预算项目支出绩效目标批复表';
export const TOTAL = ['合计', '-', '-', '16.70'];
const SECOND = [...Array.from({ length: 11 }, () => ''), '其中：预算执行率'];

export const asTable = (rows: readonly (readonly string[])[]): SourceTable[] => [
  { name: '批复表', rows: rows.map((cells, index) => ({ cells: [...cells], at: index + 1 })) },
];

/** The whole sheet with rows of the list between header and end. */
export const sheet = (rows: readonly (readonly string[])[]): SourceTable[] =>
  asTable([[TITLE], [...HEADER], SECOND, TOTAL, ...rows]);

/** What is read, without doubts and without where it stood. */
export const contentsOf = (tables: readonly SourceTable[]): unknown[] =>
  recognise(tables, 'x').projects.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'source' && key !== 'doubts' && key !== 'places')),
  );

export const doubtsOf = (tables: readonly SourceTable[]): string[] =>
  recognise(tables, 'x').projects.flatMap(({ name, doubts }) =>
    doubts.map(({ kind, path }) => `${name ?? ''} ${kind} ${path}`),
  );

export const project = (tables: readonly SourceTable[], place: number): RecognisedProject => {
  const found = recognise(tables, 'x').projects[place];
  if (!found) throw new Error(`no project ${place}`);
  return found;
};
