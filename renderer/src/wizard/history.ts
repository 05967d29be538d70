import type { Outputs } from '../lib/trpc.ts';
import type { FormDefinition } from '../../../shared/forms/form.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';

export type Revision = Outputs['projects']['history'][number];

/** One entry of 修改记录: one sitting of one person, or one deed. */
export interface HistoryEntry {
  readonly id: number;
  /** ISO 8601, when it ended. */
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

/** Saves of the same person with no longer a pause between them are one sitting. */
const SITTING_MS = 10 * 60_000;

interface Sitting {
  readonly newest: Revision;
  since: string;
  readonly changes: Map<string, { before: unknown; after: unknown }>;
}

/**
 * A sitting of typing may be stored as several revisions. Joins them, and tells each field once: what it was before and
 * what it became.
 * @param revisions newest first
 */
export const tellHistory = (
  revisions: readonly Revision[],
  form: FormDefinition,
  content: ProjectContent,
): HistoryEntry[] => {
  const sittings: Sitting[] = [];
  for (const revision of revisions) {
    const last = sittings.at(-1);
    if (last && isSameSitting(last, revision)) joinOlder(last, revision);
    else sittings.push({ newest: revision, since: revision.since, changes: changesOf(revision) });
  }
  return sittings
    .map(({ newest, changes }) => ({
      id: newest.id,
      at: newest.at,
      operator: newest.operator,
      deed: DEEDS[newest.action],
      changes: describeChanges(changes, form, content),
    }))
    .filter((entry) => entry.deed !== DEEDS.edit || entry.changes.length > 0);
};

const DEEDS: Readonly<Record<Revision['action'], string>> = {
  create: '新建',
  edit: '修改',
  copy: '复制而来',
  import: '导入',
  finish: '点了“完成”',
  reopen: '解除锁定',
  delete: '删除',
  restore: '恢复',
};

const isSameSitting = (sitting: Sitting, older: Revision): boolean =>
  sitting.newest.action === 'edit' &&
  older.action === 'edit' &&
  sitting.newest.operator === older.operator &&
  Date.parse(sitting.since) - Date.parse(older.at) <= SITTING_MS;

const changesOf = (revision: Revision): Sitting['changes'] =>
  new Map(revision.changes.map(({ path, before, after }) => [path, { before, after }]));

const joinOlder = (sitting: Sitting, older: Revision): void => {
  sitting.since = older.since;
  for (const { path, before, after } of older.changes) {
    const known = sitting.changes.get(path);
    sitting.changes.set(path, { before, after: known ? known.after : after });
  }
};

const describeChanges = (
  changes: Sitting['changes'],
  form: FormDefinition,
  content: ProjectContent,
): HistoryChange[] => {
  const rows = [...changes.keys()].filter((path) => /^indicators\.[^.]+$/u.test(path));
  return [...changes].flatMap(([path, { before, after }]) => {
    // A row that came or went says all about its own fields.
    if (rows.some((row) => path.startsWith(`${row}.`))) return [];
    const label = labelOf(path, form, content);
    const change = { label: label ?? '', before: textOf(before), after: textOf(withLaterFields(path, after, changes)) };
    return label === null || change.before === change.after ? [] : [change];
  });
};

/** A row that was added and then typed into in the same sitting: as it was in the end. */
const withLaterFields = (row: string, after: unknown, changes: Sitting['changes']): unknown => {
  if (typeof after !== 'object' || after === null || Array.isArray(after)) return after;
  const later = [...changes].filter(([path]) => path.startsWith(`${row}.`));
  return { ...after, ...Object.fromEntries(later.map(([path, change]) => [path.slice(row.length + 1), change.after])) };
};

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
const labelOf = (path: string, form: FormDefinition, content: ProjectContent): string | null => {
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
