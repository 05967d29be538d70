import { ExpectedError } from '../../shared/model/errors.ts';
import { parseFen } from '../../shared/model/money.ts';
import {
  emptyExecution,
  type Execution,
  type ExecutionLine,
  type Funds,
  type Indicator,
  type ProjectContent,
} from '../../shared/model/project.ts';
import { all, run, type Db, type Readable, type SqlValue } from '../connection.ts';

/* The rows below a project: goals, funds, indicators, spending plan. `project` is projects.pk throughout. */

type Span = 'annual' | 'midterm';
type Children = Pick<
  ProjectContent,
  | 'goals'
  | 'midtermGoals'
  | 'funds'
  | 'midtermFunds'
  | 'indicators'
  | 'midtermIndicators'
  | 'spendingPlan'
  | 'execution'
>;

/** Reads everything that stands below a project. */
export const readChildren = (db: Readable, project: number): Children => {
  const goals = all<{ span: Span; text: string }>(
    db,
    'SELECT span, text FROM goals WHERE project = ? ORDER BY span, position',
    project,
  );
  const funds = all<FundsRow>(db, 'SELECT span, source, text FROM funds WHERE project = ?', project);
  const goalsOf = (span: Span): string[] => goals.filter((goal) => goal.span === span).map((goal) => goal.text);
  return {
    goals: goalsOf('annual'),
    midtermGoals: goalsOf('midterm'),
    funds: fundsOf(funds, 'annual'),
    midtermFunds: fundsOf(funds, 'midterm'),
    spendingPlan: all(
      db,
      'SELECT by_date AS "by", percent FROM spending_plan WHERE project = ? ORDER BY position',
      project,
    ),
    indicators: all(db, READ_INDICATORS, project, 'annual'),
    midtermIndicators: all(db, READ_INDICATORS, project, 'midterm'),
    execution: readExecution(db, project),
  };
};

/**
 * Writes what differs between `before` (null: nothing stored yet) and `after`, part by part; indicators row by row.
 * Must run inside a transaction.
 */
export const writeChildren = (db: Db, project: number, before: Children | null, after: Children): void => {
  refuseTwins([...after.indicators, ...after.midtermIndicators]);
  writeGoals(db, project, 'annual', before?.goals ?? [], after.goals);
  writeGoals(db, project, 'midterm', before?.midtermGoals ?? [], after.midtermGoals);
  writeIndicators(db, project, before === null ? [] : rowsOf(before), rowsOf(after));
  writeSpendingPlan(db, project, before?.spendingPlan ?? [], after.spendingPlan);
  writeExecution(db, project, before?.execution ?? emptyExecution(), after.execution);
};

/** Writes the amounts with their 分; `unit` is what the texts are in. Blank amounts take no row. */
export const writeFunds = (db: Db, project: number, content: ProjectContent): void => {
  run(db, 'DELETE FROM funds WHERE project = ?', project);
  for (const [span, funds] of [
    ['annual', content.funds],
    ['midterm', content.midtermFunds],
  ] as const)
    for (const source of ['total', 'fiscal', 'other'] as const)
      if (funds[source] !== '')
        run(
          db,
          'INSERT INTO funds (project, span, source, fen, text) VALUES (?, ?, ?, ?, ?)',
          ...[project, span, source, parseFen(funds[source], content.amountUnit), funds[source]],
        );
};

interface FundsRow {
  readonly span: Span;
  readonly source: keyof Funds;
  readonly text: string;
}

const fundsOf = (rows: readonly FundsRow[], span: Span): Funds => {
  const text = (source: keyof Funds): string =>
    rows.find((row) => row.span === span && row.source === source)?.text ?? '';
  return { total: text('total'), fiscal: text('fiscal'), other: text('other') };
};

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index]);

const writeGoals = (db: Db, project: number, span: Span, before: readonly string[], after: readonly string[]): void => {
  if (sameTexts(before, after)) return;
  if (before.length > 0) run(db, 'DELETE FROM goals WHERE project = ? AND span = ?', project, span);
  after.forEach((text, position) =>
    run(db, 'INSERT INTO goals (project, span, position, text) VALUES (?, ?, ?, ?)', project, span, position, text),
  );
};

const writeSpendingPlan = (
  db: Db,
  project: number,
  before: ProjectContent['spendingPlan'],
  after: ProjectContent['spendingPlan'],
): void => {
  const texts = (plan: ProjectContent['spendingPlan']): string[] => plan.flatMap((step) => [step.by, step.percent]);
  if (sameTexts(texts(before), texts(after))) return;
  if (before.length > 0) run(db, 'DELETE FROM spending_plan WHERE project = ?', project);
  after.forEach((step, position) =>
    run(
      db,
      'INSERT INTO spending_plan (project, position, by_date, percent) VALUES (?, ?, ?, ?)',
      ...[project, position, step.by, step.percent],
    ),
  );
};

type ExecutionRow = ExecutionLine & { readonly source: keyof Execution };

const SOURCES = ['total', 'fiscal', 'carried', 'other'] as const satisfies readonly (keyof Execution)[];

const readExecution = (db: Readable, project: number): Execution => {
  const read = emptyExecution();
  const rows = all<ExecutionRow>(
    db,
    'SELECT source, initial, adjusted, executed FROM execution WHERE project = ?',
    project,
  );
  for (const { source, ...line } of rows) read[source] = line;
  return read;
};

/** A line without any amount takes no row. */
const writeExecution = (db: Db, project: number, before: Execution, after: Execution): void => {
  const texts = (execution: Execution): string[] =>
    SOURCES.flatMap((source) => [execution[source].initial, execution[source].adjusted, execution[source].executed]);
  if (sameTexts(texts(before), texts(after))) return;
  run(db, 'DELETE FROM execution WHERE project = ?', project);
  for (const source of SOURCES) {
    const { initial, adjusted, executed } = after[source];
    if (initial + adjusted + executed === '') continue;
    run(
      db,
      'INSERT INTO execution (project, source, initial, adjusted, executed) VALUES (?, ?, ?, ?, ?)',
      ...[project, source, initial, adjusted, executed],
    );
  }
};

const INDICATOR_COLUMNS = [
  'kind',
  'level1',
  'level2',
  'requirement',
  'level3',
  'description',
  'printed',
  'operator',
  'value',
  'unit',
  'weight',
  'basis',
  'note',
  'actual',
  'score',
  'deviation',
] as const satisfies readonly (keyof Indicator)[];

const READ_INDICATORS = `SELECT id, ${INDICATOR_COLUMNS.join(', ')} FROM indicators
WHERE project = ? AND span = ? ORDER BY position`;

const WRITE_INDICATOR = `
INSERT INTO indicators (project, id, span, position, ${INDICATOR_COLUMNS.join(', ')})
VALUES (?, ?, ?, ?${', ?'.repeat(INDICATOR_COLUMNS.length)})
ON CONFLICT (project, id) DO UPDATE SET
  span = excluded.span, position = excluded.position,
  ${INDICATOR_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** A row of the table: id, then every other column but the project. */
type IndicatorValues = readonly [id: string, ...rest: SqlValue[]];

const rowsOf = ({ indicators, midtermIndicators }: Children): IndicatorValues[] => [
  ...indicators.map((indicator, position) => valuesOf('annual', position, indicator)),
  ...midtermIndicators.map((indicator, position) => valuesOf('midterm', position, indicator)),
];

const valuesOf = (span: Span, position: number, indicator: Indicator): IndicatorValues => [
  indicator.id,
  span,
  position,
  ...INDICATOR_COLUMNS.map((column) => indicator[column]),
];

const writeIndicators = (
  db: Db,
  project: number,
  before: readonly IndicatorValues[],
  after: readonly IndicatorValues[],
): void => {
  const kept = new Set(after.map(([id]) => id));
  for (const [id] of before)
    if (!kept.has(id)) run(db, 'DELETE FROM indicators WHERE project = ? AND id = ?', project, id);
  const old = new Map(before.map((row) => [row[0], row]));
  for (const row of after) {
    const known = old.get(row[0]);
    if (known?.every((value, index) => value === row[index])) continue;
    run(db, WRITE_INDICATOR, project, ...row);
  }
};

const refuseTwins = (indicators: readonly Indicator[]): void => {
  if (new Set(indicators.map(({ id }) => id)).size < indicators.length)
    throw new ExpectedError(
      'bad-input',
      '同一个项目里有两条指标的内部编号相同，没有保存。',
      '请重新打开这个项目后再试。',
    );
};
