import type { Outputs } from '../lib/trpc.ts';
import type { AskedForm } from '../../../shared/forms/form.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';

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
};

const describeChanges = (changes: readonly FieldChange[], form: AskedForm, content: ProjectContent): HistoryChange[] =>
  changes.flatMap(({ path, before, after }) => {
    const label = labelOf(path, form, content);
    const change = { label: label ?? '', before: textOf(before), after: textOf(after) };
    return label === null || change.before === change.after ? [] : [change];
  });

const INDICATOR_PARTS: Readonly<Record<string, string>> = {
  level3: '名称',
  printed: '指标值',
  description: '说明',
  basis: '设定依据',
  weight: '权重',
  note: '备注',
};

const OTHER_LABELS: Readonly<Record<string, string>> = {
  code: '项目编码',
  category: '项目类别',
  amountUnit: '金额单位',
  usage: '资金用途',
};

/**
 * What a path is called; null for what the deed or another change says already (the state, the reading
 * of a value, the order of ids).
 */
const labelOf = (path: string, form: AskedForm, content: ProjectContent): string | null => {
  const [head = '', second = '', part = ''] = path.split('.');
  if (head === 'indicators') return second === '' ? null : indicatorLabel(second, part, content);
  if (head === 'goals') return second === '0' ? '年度总体目标' : `年度总体目标（第 ${Number(second) + 1} 段）`;
  if (head === 'midtermGoals') return '中期目标';
  if (head === 'midtermFunds') return '中期资金';
  if (head === 'spendingPlan') return '资金支出计划';
  return form.fields.find((field) => field.path === path)?.label ?? OTHER_LABELS[path] ?? null;
};

const indicatorLabel = (id: string, part: string, content: ProjectContent): string | null => {
  if (part === '') return '指标';
  const name = content.indicators.find((indicator) => indicator.id === id)?.level3;
  const whose = name ? `指标“${name}”` : '指标';
  const word = INDICATOR_PARTS[part];
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
