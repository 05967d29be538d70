import type { Outputs } from '../lib/trpc.ts';
import type { AskedForm } from '../../../shared/forms/form.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { IndicatorList } from './indicators.ts';

export type Revision = Outputs['projects']['history'][number];

/** One entry of 修改记录: one sitting of one person, or one deed. */
export interface HistoryEntry {
  readonly id: number;
  /** ISO 8601, when it began and ended; the same but for a sitting of typing. */
  readonly since: string;
  readonly at: string;
  readonly operator: string;
  readonly deed: string;
  readonly changes: readonly HistoryChange[];
}

/** `before` and `after` as plain text; empty for nothing. */
export interface HistoryChange {
  /** As in FieldPath, but indicators by their ids. */
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

type FieldChange = Revision['changes'][number];

/**
 * Tells every revision in plain words; a sitting of typing is one revision already. One that changed nothing a form
 * shows is left out.
 * @param revisions newest first
 */
export const tellHistory = (revisions: readonly Revision[], form: AskedForm, content: ProjectContent): HistoryEntry[] =>
  revisions
    .map(({ id, since, at, operator, action, changes }) => ({
      id,
      since,
      at,
      operator,
      deed: DEEDS[action],
      changes: describeChanges(changes, form, content),
    }))
    .filter((entry) => entry.deed !== DEEDS.edit || entry.changes.length > 0);

const DEEDS: Readonly<Record<Revision['action'], string>> = {
  create: '新建',
  edit: '修改',
  copy: '复制而来',
  import: '导入',
  finish: '点了“完成”',
  reopen: '点了“修改”',
  delete: '删除',
  restore: '恢复',
  approve: '导入批复',
  carry: '从上年结转而来',
  update: '导入时更新',
  undo: '撤销导入',
};

/** Changes in plain words; those that say nothing by themselves (ids, the order of rows) are left out. */
export const describeChanges = (
  changes: readonly FieldChange[],
  form: AskedForm,
  content: ProjectContent,
): HistoryChange[] =>
  changes.flatMap(({ path, before, after }) => {
    const label = labelOf(path, form, content);
    const change = { path, label: label ?? '', before: textOf(before), after: textOf(after) };
    return label === null || change.before === change.after ? [] : [change];
  });

const INDICATOR_PARTS: Readonly<Record<string, string>> = {
  level3: '名称',
  printed: '指标值',
  description: '说明',
  basis: '设定依据',
  weight: '权重',
  note: '备注',
  actual: '实际完成值',
  score: '得分',
  deviation: '偏差原因分析及改进措施',
};

/** What the forms of the unit do not ask for is still told of where another form did. */
const OTHER_LABELS: Readonly<Record<string, string>> = {
  code: '项目编码',
  departmentAndCode: '主管部门及代码',
  implementingUnit: '实施单位',
  attribute: '项目属性',
  period: '项目期',
  category: '项目类别',
  amountUnit: '金额单位',
  'funds.total': '年度资金总额',
  'funds.fiscal': '财政拨款',
  'funds.other': '其他资金',
  'midtermFunds.total': '中期资金总额',
  'midtermFunds.fiscal': '中期财政拨款',
  'midtermFunds.other': '中期其他资金',
  usage: '资金用途',
  goalsActual: '年度总体目标的实际完成情况',
  evaluationScore: '自评总分',
};

const EXECUTION_ROWS: Readonly<Record<string, string>> = {
  total: '年度资金总额',
  fiscal: '当年财政拨款',
  carried: '上年结转资金',
  other: '其他资金',
};

const EXECUTION_COLUMNS: Readonly<Record<string, string>> = {
  initial: '年初预算数',
  adjusted: '全年预算数',
  executed: '全年执行数',
};

/**
 * What a path is called; null for what the deed or another change says already (the state, the reading
 * of a value, the order of ids).
 */
const labelOf = (path: string, form: AskedForm, content: ProjectContent): string | null => {
  const [head = '', second = '', part = ''] = path.split('.');
  if (head === 'indicators' || head === 'midtermIndicators') {
    return second === '' ? null : indicatorLabel(head, second, part, form, content);
  }
  if (head === 'goals') return numbered(labelIn(form, 'goals.0') ?? '年度总体目标', second, '段');
  if (head === 'midtermGoals') return numbered(labelIn(form, 'midtermGoals.0') ?? '中期目标', second, '段');
  if (head === 'execution') return `${EXECUTION_ROWS[second] ?? ''}的${EXECUTION_COLUMNS[part] ?? ''}`;
  if (head === 'spendingPlan') return `资金支出计划第 ${Number(second) + 1} 行`;
  return labelIn(form, path) ?? OTHER_LABELS[path] ?? null;
};

const labelIn = (form: AskedForm, path: string): string | undefined =>
  form.fields.find((field) => field.path === path)?.label;

const numbered = (label: string, index: string, measure: string): string =>
  index === '0' ? label : `${label}（第 ${Number(index) + 1} ${measure}）`;

const indicatorLabel = (
  list: IndicatorList,
  id: string,
  part: string,
  form: AskedForm,
  content: ProjectContent,
): string | null => {
  const what = list === 'indicators' ? '指标' : '中期指标';
  if (part === '') return what;
  const name = content[list].find((indicator) => indicator.id === id)?.level3;
  const whose = name ? `${what}“${name}”` : what;
  const word = form.indicatorFields.find((field) => field.part === part)?.label ?? INDICATOR_PARTS[part];
  return word === undefined ? null : `${whose}的${word}`;
};

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('、');
  if (typeof value === 'object') return rowText(value);
  return JSON.stringify(value);
};

const rowText = (row: object): string => {
  const fields: Readonly<Record<string, unknown>> = { ...row };
  const shown = ['level3', 'printed', 'by', 'percent'].map((key) => fields[key]);
  return shown.filter((text): text is string => typeof text === 'string' && text !== '').join('：');
};
