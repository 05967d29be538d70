import { z } from 'zod';
import { level2KindSchema, requirementSchema } from './level2.ts';
import { LONGEST_TEXT } from './text.ts';

const text = z.string().max(LONGEST_TEXT);
const line = z.string().max(2_000);

/**
 * One level-3 indicator: the superset of all forms. `printed` is the value as typed or printed (`≥95%`, `600 元/人/年`,
 * `2024 年底`, `不断提升`); operator, value and unit are what it was understood as (see readValue), empty where
 * nothing was. `level1`, `level2` and `requirement` are what an imported paper printed; empty for what was typed here,
 * where `kind` and the form say it.
 */
export const indicatorSchema = z.object({
  id: z.string().min(1).max(64),
  kind: level2KindSchema,
  level1: line,
  level2: line,
  requirement: requirementSchema,
  level3: text,
  description: text,
  printed: text,
  operator: z.enum(['', '≥', '≤', '=', '>', '<']),
  /** A number (`95`) or a range (`10-20`) as printed; empty for words and dates. */
  value: line,
  unit: line,
  weight: line,
  basis: text,
  note: text,
  /** 自评: 实际完成值, 得分, 偏差原因分析及改进措施, as printed. Later than the rest: what was written before has none. */
  actual: text.default(''),
  score: line.default(''),
  deviation: text.default(''),
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** Amounts as typed; parseFen(text, amountUnit) gives 分. Blank: not known. */
export const fundsSchema = z.object({ total: line, fiscal: line, other: line });
export type Funds = z.infer<typeof fundsSchema>;

/** One line of 预算执行 in 自评: 年初预算数, 全年预算数, 全年执行数, in `amountUnit`. */
export const executionLineSchema = z.object({ initial: line, adjusted: line, executed: line });
export type ExecutionLine = z.infer<typeof executionLineSchema>;

/** 预算执行 in 自评: 年度资金总额, 当年财政拨款, 上年结转资金, 其他资金. */
export const executionSchema = z.object({
  total: executionLineSchema,
  fiscal: executionLineSchema,
  carried: executionLineSchema,
  other: executionLineSchema,
});
export type Execution = z.infer<typeof executionSchema>;

const emptyLine = (): ExecutionLine => ({ initial: '', adjusted: '', executed: '' });

/** 预算执行 of a project that has no 自评 yet. */
export const emptyExecution = (): Execution => ({
  total: emptyLine(),
  fiscal: emptyLine(),
  carried: emptyLine(),
  other: emptyLine(),
});

/** One line of 资金支出计划: cumulative percent by a date (`3月底`, `25%`). */
export const spendingStepSchema = z.object({ by: line, percent: line });

/**
 * Everything a clerk declares for one 项目: the superset of all forms of the field. A form prints a part of it and
 * never drops the rest. Every text is as typed; blank means not given. A draft may be incomplete.
 */
export const projectContentSchema = z.object({
  name: line,
  code: line,
  departmentAndCode: line,
  implementingUnit: line,
  attribute: line,
  period: line,
  category: line,
  /** Unit of the amounts in `funds` and `midtermFunds`. 元 only where an imported paper says so. */
  amountUnit: z.enum(['万元', '元']),
  funds: fundsSchema,
  midtermFunds: fundsSchema,
  usage: text,
  spendingPlan: z.array(spendingStepSchema).max(24),
  goals: z.array(text).max(100),
  midtermGoals: z.array(text).max(100),
  indicators: z.array(indicatorSchema).max(500),
  /** The 中期 half of 申报表: indicators over all years of the project. */
  midtermIndicators: z.array(indicatorSchema).max(500),
  /** 自评: 预算执行, 年度总体目标的实际完成情况, 总分. Later than the rest: what was written before has none. */
  execution: executionSchema.default(emptyExecution),
  goalsActual: text.default(''),
  evaluationScore: line.default(''),
});
export type ProjectContent = z.infer<typeof projectContentSchema>;

/** A project with nothing in it yet. */
export const emptyContent = (): ProjectContent => ({
  name: '',
  code: '',
  departmentAndCode: '',
  implementingUnit: '',
  attribute: '',
  period: '',
  category: '',
  amountUnit: '万元',
  funds: { total: '', fiscal: '', other: '' },
  midtermFunds: { total: '', fiscal: '', other: '' },
  usage: '',
  spendingPlan: [],
  goals: [],
  midtermGoals: [],
  indicators: [],
  midtermIndicators: [],
  execution: emptyExecution(),
  goalsActual: '',
  evaluationScore: '',
});

/** An indicator with nothing in it yet. `id` must be unique within its project. */
export const emptyIndicator = (id: string, kind: Indicator['kind']): Indicator => ({
  id,
  kind,
  level1: '',
  level2: '',
  requirement: null,
  level3: '',
  description: '',
  printed: '',
  operator: '',
  value: '',
  unit: '',
  weight: '',
  basis: '',
  note: '',
  actual: '',
  score: '',
  deviation: '',
});

/** draft: may be incomplete. finished: frozen until reopened. approved: frozen, came back from the county. */
export const projectStateSchema = z.enum(['draft', 'finished', 'approved']);
export type ProjectState = z.infer<typeof projectStateSchema>;

/**
 * Where a field lives inside ProjectContent, as a dotted path: `name`, `funds.total`, `goals.0`,
 * `indicators.3.printed`. A level-2 row without any indicator is `kind:quantity`.
 * The wizard names its inputs by it, the paper links its cells by it, gaps and findings point by it.
 */
export type FieldPath = string;
