import { ExpectedError } from '../../shared/model/errors.ts';
import { one, run, write, type Db, type SqlValue } from '../connection.ts';
import type { Actor, NewProject, StoredProject } from '../types.ts';
import { wellFormed } from '../well-formed.ts';
import { writeChildren, writeFunds } from './content.ts';
import { headColumns, insertHead, nameColumns } from './heads.ts';
import { addRevision } from './revisions.ts';

/** Stores new projects behind the last one of their unit and year: all of them or none. */
export const createProjects = (db: Db, projects: readonly NewProject[], actor: Actor): StoredProject[] =>
  write(db, () => {
    const nextPosition = positions(db);
    return projects.map((project) => create(db, project, nextPosition(project), actor));
  });

/** Next free position a unit and year, asked of the database once a transaction. */
const positions = (db: Db): ((of: Pick<NewProject, 'unitId' | 'year'>) => number) => {
  const last = new Map<string, number>();
  return ({ unitId, year }) => {
    const key = `${year} ${unitId}`;
    const known = last.get(key) ?? lastPosition(db, unitId, year);
    last.set(key, known + 1);
    return known + 1;
  };
};

const lastPosition = (db: Db, unitId: string, year: number): number => {
  if (one(db, 'SELECT 1 FROM units WHERE id = ?', unitId) === undefined)
    throw new ExpectedError('not-found', '找不到这个单位，项目没有保存。', '请先在设置里新建单位。');
  run(db, 'INSERT INTO unit_years (unit_id, year) VALUES (?, ?) ON CONFLICT DO NOTHING', unitId, year);
  const last = one<{ position: number | null }>(
    db,
    'SELECT max(position) AS position FROM projects WHERE unit_id = ? AND year = ?',
    unitId,
    year,
  );
  return last?.position ?? 0;
};

const create = (db: Db, project: NewProject, position: number, actor: Actor): StoredProject => {
  const content = wellFormed(project.content);
  const values: Record<string, SqlValue> = {
    id: project.id,
    unit_id: project.unitId,
    year: project.year,
    position,
    state: 'draft',
    version: 1,
    revision: 1,
    created_at: actor.at,
    updated_at: actor.at,
    required_done: project.progress.requiredDone,
    required_all: project.progress.requiredAll,
    carried_from: project.carriedFrom ?? null,
    ...headColumns(content),
    ...nameColumns(content),
  };
  const pk = insertHead(db, values);
  writeChildren(db, pk, null, content);
  writeFunds(db, pk, content);
  addRevision(db, { pk, version: 1 }, project.action, [{ path: 'name', before: null, after: content.name }], actor);
  const { id, unitId, year, carriedFrom = null } = project;
  const times = { createdAt: actor.at, updatedAt: actor.at, finishedAt: null };
  return { id, unitId, year, state: 'draft', version: 1, revision: 1, content, carriedFrom, ...times };
};
