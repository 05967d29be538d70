import { ExpectedError } from '../../shared/model/errors.ts';
import { parseFen } from '../../shared/model/money.ts';
import type { ProjectContent, ProjectState } from '../../shared/model/project.ts';
import { nameKeys } from '../../shared/model/search.ts';
import { fold } from '../../shared/model/text.ts';
import { one, run, type Db, type Readable, type SqlValue } from '../connection.ts';
import type { StoredProject } from '../types.ts';
import { readChildren } from './content.ts';

/* The row of a project itself, in the table projects. */

/** What one row of `projects` holds of a content; the rest stands in tables below it. */
export interface Head {
  readonly pk: number;
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly state: ProjectState;
  readonly version: number;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
  readonly deletedAt: string | null;
  readonly requiredDone: number;
  readonly requiredAll: number;
  readonly name: string;
  readonly code: string;
  readonly departmentAndCode: string;
  readonly implementingUnit: string;
  readonly attribute: string;
  readonly period: string;
  readonly category: string;
  readonly amountUnit: ProjectContent['amountUnit'];
  readonly usage: string;
  readonly goalsActual: string;
  readonly evaluationScore: string;
  readonly carriedFrom: string | null;
}

const READ_HEAD = `
SELECT pk, id, unit_id AS unitId, year, state, version, revision, created_at AS createdAt, updated_at AS updatedAt,
  finished_at AS finishedAt, deleted_at AS deletedAt, required_done AS requiredDone, required_all AS requiredAll,
  name, code, department_and_code AS departmentAndCode, implementing_unit AS implementingUnit, attribute, period,
  category, amount_unit AS amountUnit, usage, goals_actual AS goalsActual, evaluation_score AS evaluationScore,
  carried_from AS carriedFrom
FROM projects WHERE id = ?`;

/** The head of a project, deleted ones too; @throws ExpectedError not-found */
export const anyHead = (db: Readable, id: string): Head => {
  const head = one<Head>(db, READ_HEAD, id);
  if (head === undefined) throw new ExpectedError('not-found', '找不到这个项目。', '请回到项目一览，刷新后再试。');
  return head;
};

/** The head of a project that is not deleted; @throws ExpectedError not-found */
export const liveHead = (db: Readable, id: string): Head => {
  const head = anyHead(db, id);
  if (head.deletedAt === null) return head;
  throw new ExpectedError('not-found', `项目“${head.name}”已经删除。`, '可以在项目一览撤销删除。');
};

/** The content of the project: its head and everything below it. */
export const contentOf = (db: Readable, head: Head): ProjectContent => {
  const children = readChildren(db, head.pk);
  return {
    name: head.name,
    code: head.code,
    departmentAndCode: head.departmentAndCode,
    implementingUnit: head.implementingUnit,
    attribute: head.attribute,
    period: head.period,
    category: head.category,
    amountUnit: head.amountUnit,
    funds: children.funds,
    midtermFunds: children.midtermFunds,
    usage: head.usage,
    spendingPlan: children.spendingPlan,
    goals: children.goals,
    midtermGoals: children.midtermGoals,
    indicators: children.indicators,
    midtermIndicators: children.midtermIndicators,
    execution: children.execution,
    goalsActual: head.goalsActual,
    evaluationScore: head.evaluationScore,
  };
};

/** A project as the other rooms know it. */
export const storedProject = (head: Head, content: ProjectContent): StoredProject => ({
  id: head.id,
  unitId: head.unitId,
  year: head.year,
  state: head.state,
  version: head.version,
  revision: head.revision,
  content,
  carriedFrom: head.carriedFrom,
  createdAt: head.createdAt,
  updatedAt: head.updatedAt,
  finishedAt: head.finishedAt,
});

/** The columns of `projects` that follow from a content. */
export const headColumns = (content: ProjectContent): Record<string, SqlValue> => ({
  name: content.name,
  code: content.code,
  department_and_code: content.departmentAndCode,
  implementing_unit: content.implementingUnit,
  attribute: content.attribute,
  period: content.period,
  category: content.category,
  amount_unit: content.amountUnit,
  usage: content.usage,
  goals_actual: content.goalsActual,
  evaluation_score: content.evaluationScore,
  total_text: content.funds.total,
  total_fen: parseFen(content.funds.total, content.amountUnit),
  fiscal_fen: parseFen(content.funds.fiscal, content.amountUnit),
  other_fen: parseFen(content.funds.other, content.amountUnit),
});

/** The columns a name is found and sorted by; apart, because pinyin takes time. */
export const nameColumns = ({ name, code }: ProjectContent): Record<string, SqlValue> => {
  const keys = nameKeys(name);
  return { name_order: keys.order, search: `${keys.search}\n${fold(code)}` };
};

/** Lists ask for what changed above the number they have seen, so every write takes the next one. */
const NEXT_CHANGE = '(SELECT coalesce(max(change), 0) + 1 FROM projects)';

/** Writes the row of a new project; answers its pk. Must run inside a transaction. */
export const insertHead = (db: Db, values: Record<string, SqlValue>): number => {
  const names = Object.keys(values);
  return run(
    db,
    `INSERT INTO projects (change, ${names.join(', ')}) VALUES (${NEXT_CHANGE}${', ?'.repeat(names.length)})`,
    ...Object.values(values),
  );
};

/** Writes the columns given, and no index of the others. Must run inside a transaction. */
export const updateHead = (db: Db, pk: number, values: Record<string, SqlValue>): void => {
  const set = Object.keys(values).map((column) => `${column} = ?`);
  run(
    db,
    `UPDATE projects SET change = ${NEXT_CHANGE}, ${set.join(', ')} WHERE pk = ?`,
    ...[...Object.values(values), pk],
  );
};
