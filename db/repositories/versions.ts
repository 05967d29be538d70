import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { all, run, type Db, type Readable } from '../connection.ts';
import type { Actor, FrozenVersion, VersionKind } from '../types.ts';
import { anyHead, type Head } from './heads.ts';

/* Frozen contents: finished by the clerk, declared to the county, approved by it. */

/** What was frozen of a project, oldest first, as it was then. */
export const listVersions = (db: Readable, id: string): FrozenVersion[] =>
  all<Omit<FrozenVersion, 'content'> & { content: string }>(
    db,
    'SELECT revision, kind, at, operator, content FROM versions WHERE project = ? ORDER BY revision',
    anyHead(db, id).pk,
  ).map((row) => ({ ...row, content: frozenContent(row.content) }));

/** Keeps a content for ever. Must run inside a transaction. */
export const freeze = (
  db: Db,
  { pk, revision }: Pick<Head, 'pk' | 'revision'>,
  kind: VersionKind,
  content: ProjectContent,
  actor: Actor,
): void => {
  run(
    db,
    'INSERT INTO versions (project, revision, kind, at, operator, content) VALUES (?, ?, ?, ?, ?, ?)',
    ...[pk, revision, kind, actor.at, actor.operator, JSON.stringify(content)],
  );
};

/** What was finished is now known to have been declared, or the other way round; the content stays. */
export const renameVersion = (db: Db, pk: number, revision: number, from: VersionKind, to: VersionKind): void => {
  run(db, 'UPDATE versions SET kind = ? WHERE project = ? AND revision = ? AND kind = ?', to, pk, revision, from);
};

/** Forgets a frozen content; only for one that an import made and that is taken back with it (its revision tells it still). */
export const dropVersion = (db: Db, pk: number, revision: number): void => {
  run(db, 'DELETE FROM versions WHERE project = ? AND revision = ?', pk, revision);
};

/** Frozen contents are never rewritten: parts that came later are empty in them. */
const frozenContent = (json: string): ProjectContent => {
  const stored = { ...emptyContent(), ...(JSON.parse(json) as Partial<ProjectContent>) };
  return {
    ...stored,
    indicators: stored.indicators.map(wholeIndicator),
    midtermIndicators: stored.midtermIndicators.map(wholeIndicator),
  };
};

const wholeIndicator = (indicator: Indicator): Indicator => ({
  ...emptyIndicator(indicator.id, indicator.kind),
  ...indicator,
});
