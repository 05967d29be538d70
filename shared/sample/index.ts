import { LEVEL2_KINDS, type Level2Kind } from '../model/level2.ts';
import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../model/project.ts';
import type { UnitYearContent } from '../model/unit-year.ts';
import { UNIT_DEFAULTS, type Unit } from '../model/unit.ts';
import { readValue } from '../model/value.ts';
import { shareEvenly, USUAL_WEIGHTS } from '../model/weight.ts';
import { PEOPLE, SAMPLES, type Sample } from './projects.ts';

/**
 * 示例县示例镇: the unit a first run can be tried out with. No such place exists. It hands in one form, to keep a first look
 * simple; its projects have what every form asks for.
 */
export const SAMPLE_UNIT: Omit<Unit, 'id'> = {
  ...UNIT_DEFAULTS,
  name: '示例县示例镇人民政府本级',
  department: '示例县示例镇人民政府',
  departmentCode: '900001',
  code: '900001001',
  reviewer: '示例县财政局',
};

/** What the sample unit declares for its year beside the projects. */
export const SAMPLE_YEAR: UnitYearContent = {
  overallGoals: [
    '1.保障机关和村（社区）正常运转，稳定基层干部队伍，按时足额兑现各项补贴。',
    '2.改善集镇和村庄人居环境，完善公共设施，做好森林草原防火和矛盾纠纷化解，提升群众满意度。',
  ].join('\n'),
  subGoals: [
    '1.基层组织建设：按月发放村干部、社区工作者、网格员补贴，保障 6 个村、2 个社区办公和服务。',
    '2.人居环境整治：6 个村生活垃圾日产日清，维修集镇道路和路灯，管护绿地。',
    '3.安全和稳定：防火期巡护全覆盖，矛盾纠纷调处率达到 98%以上。',
  ].join('\n'),
  safeguards: [
    '1.落实责任：每个项目明确分管领导和经办人，按月核对进度。',
    '2.规范资金：补贴通过一卡通发放，工程和采购按规定程序办理，资金支出全程留痕。',
    '3.加强监督：每季度公开一次资金使用情况，接受群众监督。',
  ].join('\n'),
  printedTotal: '',
};

/** The sample unit's projects. `newId` makes ids that are unique within a project. */
export const sampleProjects = (newId: () => string): ProjectContent[] =>
  SAMPLES.map((sample, index) => toContent(sample, index, newId));

/** Spent evenly over the year. */
const PLAN = [
  { by: '3月底', percent: '25%' },
  { by: '6月底', percent: '50%' },
  { by: '10月底', percent: '75%' },
  { by: '12月底', percent: '100%' },
];

const toContent = (sample: Sample, index: number, newId: () => string): ProjectContent => {
  const { name, total, fiscal, other, goal, indicators } = sample;
  const weights = weightsOf(indicators.map(([kind]) => kind));
  return {
    ...emptyContent(),
    name,
    // As long as those of 预算管理一体化: 21 signs.
    code: `90000100000T${String(index + 1).padStart(9, '0')}`,
    departmentAndCode: `${SAMPLE_UNIT.department} ${SAMPLE_UNIT.departmentCode}`,
    implementingUnit: SAMPLE_UNIT.name,
    attribute: '0101-一年期项目',
    period: '1 年',
    category: PEOPLE.includes(sample) ? '22-其他运转类' : '3-特定目标类',
    funds: { total, fiscal, other },
    usage: `用于${name}支出。`,
    spendingPlan: PLAN,
    goals: [goal],
    indicators: indicators.map(([kind, level3, value], at) => ({
      ...emptyIndicator(newId(), kind),
      level3,
      ...valueOf(value),
      weight: String(weights[at] ?? ''),
      description: `反映${level3}`,
      basis: BASES[kind] ?? '年度工作计划',
    })),
  };
};

/** A bare number is exactly that many: forms that print a sign print `=`. */
const valueOf = (text: string): Pick<Indicator, 'printed' | 'operator' | 'value' | 'unit'> => {
  const { kind, operator } = readValue(text);
  const printed = kind === 'number' && operator === '' ? `=${text}` : text;
  const read = readValue(printed);
  return { printed, operator: read.operator, value: read.value, unit: read.unit };
};

const BASES: Partial<Record<Level2Kind, string>> = {
  quantity: '年度工作计划',
  quality: '项目实施方案',
  timeliness: '项目实施方案',
  cost: '预算编制通知',
  satisfaction: '群众满意度调查',
};

/** 分值权重: 产出 50、效益 30、满意度 10, shared evenly over the indicators of a level. */
const weightsOf = (kinds: readonly Level2Kind[]): number[] => {
  const { levels } = USUAL_WEIGHTS[0];
  const shares = Object.fromEntries(
    (['output', 'benefit', 'satisfaction'] as const).map((level) => [
      level,
      shareEvenly(levels[level], kinds.filter((kind) => levelOf(kind) === level).length),
    ]),
  );
  return kinds.map((kind) => shares[levelOf(kind)]?.shift() ?? 0);
};

const levelOf = (kind: Level2Kind): 'output' | 'benefit' | 'satisfaction' => {
  if (kind === 'satisfaction') return kind;
  return LEVEL2_KINDS.indexOf(kind) < LEVEL2_KINDS.indexOf('economic') ? 'output' : 'benefit';
};
