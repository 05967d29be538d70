import {
  emptyContent,
  emptyIndicator,
  type Execution,
  type ExecutionLine,
  type Indicator,
  type ProjectContent,
} from './project.ts';

/** One field that differs. Paths are those of {@link diffContent}. */
export interface FieldChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What changed from one content to another, field by field. Paths are those of FieldPath, but an indicator is named by
 * its id (`indicators.{id}.printed`, `midtermIndicators.{id}.printed`): it keeps its name when rows move. A row that came
 * or went is one change from or to null; `indicators` itself is the order of the ids.
 */
export const diffContent = (before: ProjectContent, after: ProjectContent): FieldChange[] => {
  const old = flatten(before);
  const now = flatten(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) =>
    compare(path, old.get(path) ?? null, now.get(path) ?? null),
  );
};

/** The content before the changes: undoChanges(after, diffContent(before, after)) equals before. */
export const undoChanges = (after: ProjectContent, changes: readonly FieldChange[]): ProjectContent => {
  const flat = flatten(after);
  for (const { path, before, after: changed } of changes) {
    const cut = path.lastIndexOf('.');
    const row = flat.get(path.slice(0, cut));
    // A row that came or went has a row on one side; what has none below a list of rows is one field of a row.
    const oneField = isBelowRows(path) && !isRow(before) && !isRow(changed);
    if (oneField && isRow(row)) flat.set(path.slice(0, cut), { ...row, [path.slice(cut + 1)]: before });
    else flat.set(path, before as Value);
  }
  return unflatten(flat);
};

type Row = Readonly<Record<string, unknown>>;
type Value = string | readonly string[] | Row | null;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const HEAD = [
  'name',
  'code',
  'departmentAndCode',
  'implementingUnit',
  'attribute',
  'period',
  'category',
  'amountUnit',
  'usage',
  'goalsActual',
  'evaluationScore',
] as const satisfies readonly (keyof ProjectContent)[];
const FUNDS = ['funds', 'midtermFunds'] as const;
const SOURCES = ['total', 'fiscal', 'other'] as const;
const EXECUTION = ['total', 'fiscal', 'carried', 'other'] as const satisfies readonly (keyof Execution)[];
const EXECUTION_PARTS = ['initial', 'adjusted', 'executed'] as const satisfies readonly (keyof ExecutionLine)[];
const LISTS = ['goals', 'midtermGoals', 'spendingPlan'] as const;
const ROWS = ['indicators', 'midtermIndicators'] as const;

const isBelowRows = (path: string): boolean => ROWS.some((rows) => path.startsWith(`${rows}.`));

const flatten = (content: ProjectContent): Map<string, Value> =>
  new Map<string, Value>([
    ...HEAD.map((key) => [key, content[key]] as const),
    ...FUNDS.flatMap((span) => SOURCES.map((source) => [`${span}.${source}`, content[span][source]] as const)),
    ...EXECUTION.flatMap((source) =>
      EXECUTION_PARTS.map((part) => [`execution.${source}.${part}`, content.execution[source][part]] as const),
    ),
    ...LISTS.flatMap((list) => content[list].map((item, index) => [`${list}.${index}`, item] as const)),
    ...ROWS.flatMap((rows) => [
      [rows, content[rows].map(({ id }) => id)] as const,
      ...content[rows].map((indicator) => [`${rows}.${indicator.id}`, indicator] as const),
    ]),
  ]);

const compare = (path: string, before: Value, after: Value): FieldChange[] => {
  if (same(before, after)) return [];
  if (!isRow(before) || !isRow(after) || !isBelowRows(path)) return [{ path, before, after }];
  return Object.keys(after)
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ path: `${path}.${key}`, before: before[key], after: after[key] }));
};

const same = (before: Value, after: Value): boolean => {
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((item, index) => item === after[index]);
  if (isRow(before) && isRow(after)) return Object.keys(after).every((key) => before[key] === after[key]);
  return before === after;
};

const unflatten = (flat: ReadonlyMap<string, Value>): ProjectContent => {
  const content: Record<string, unknown> = { ...emptyContent() };
  for (const key of HEAD) content[key] = flat.get(key);
  for (const span of FUNDS)
    content[span] = Object.fromEntries(SOURCES.map((source) => [source, flat.get(`${span}.${source}`)]));
  content['execution'] = Object.fromEntries(EXECUTION.map((source) => [source, executionOf(flat, source)]));
  for (const list of LISTS) content[list] = listOf(flat, list);
  for (const rows of ROWS) {
    const ids = flat.get(rows);
    content[rows] = (Array.isArray(ids) ? ids : []).map((id) => indicatorOf(flat, rows, String(id)));
  }
  return content as ProjectContent;
};

const executionOf = (flat: ReadonlyMap<string, Value>, source: keyof Execution): Record<string, unknown> =>
  Object.fromEntries(EXECUTION_PARTS.map((part) => [part, flat.get(`execution.${source}.${part}`)]));

const listOf = (flat: ReadonlyMap<string, Value>, list: string): Value[] => {
  const items: Value[] = [];
  for (let index = 0; ; index += 1) {
    const item = flat.get(`${list}.${index}`) ?? null;
    if (item === null) return items;
    items.push(item);
  }
};

const indicatorOf = (flat: ReadonlyMap<string, Value>, rows: (typeof ROWS)[number], id: string): Indicator => ({
  ...emptyIndicator(id, 'other'),
  ...(flat.get(`${rows}.${id}`) as Partial<Indicator>),
});
