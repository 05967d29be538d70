import type { Migration } from './migration.ts';

/**
 * What bringing in files needs: 自评 values (实际完成值, 得分, 偏差原因, 预算执行), what was approved beside what was declared, the
 * project of last year one goes back to, what every import did so that it can be taken back after a restart, and kept
 * mappings of unknown tables. `revisions` and `versions` are made anew, as a CHECK and a key can't be altered; no table refers
 * to them.
 */
export const importsAndApproval: Migration = {
  number: 3,
  name: 'imports-and-approval',
  sql: `
ALTER TABLE projects ADD COLUMN goals_actual TEXT NOT NULL DEFAULT '';
ALTER TABLE projects ADD COLUMN evaluation_score TEXT NOT NULL DEFAULT '';
ALTER TABLE projects ADD COLUMN carried_from TEXT REFERENCES projects (id);
CREATE INDEX projects_by_origin ON projects (carried_from) WHERE carried_from IS NOT NULL;

ALTER TABLE indicators ADD COLUMN actual TEXT NOT NULL DEFAULT '';
ALTER TABLE indicators ADD COLUMN score TEXT NOT NULL DEFAULT '';
ALTER TABLE indicators ADD COLUMN deviation TEXT NOT NULL DEFAULT '';

CREATE TABLE execution (
  project INTEGER NOT NULL REFERENCES projects (pk),
  source TEXT NOT NULL CHECK (source IN ('total', 'fiscal', 'carried', 'other')),
  initial TEXT NOT NULL,
  adjusted TEXT NOT NULL,
  executed TEXT NOT NULL,
  PRIMARY KEY (project, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions_new (
  id INTEGER PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES projects (pk),
  version INTEGER NOT NULL,
  since TEXT NOT NULL,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'edit', 'copy', 'import', 'finish', 'reopen', 'delete', 'restore',
    'approve', 'carry', 'update', 'undo')),
  changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;
INSERT INTO revisions_new (id, project, version, since, at, operator, action, changes)
  SELECT id, project, version, since, at, operator, action, changes FROM revisions;
DROP TABLE revisions;
ALTER TABLE revisions_new RENAME TO revisions;
CREATE INDEX revisions_by_project ON revisions (project, id);

-- What was frozen, as it was then: finished by the clerk, declared to the county, or approved by it. Contents never change.
CREATE TABLE versions_new (
  project INTEGER NOT NULL REFERENCES projects (pk),
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('finished', 'declared', 'approved')),
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (project, revision)
) STRICT;
INSERT INTO versions_new (project, revision, kind, at, operator, content)
  SELECT project, revision, 'finished', at, operator, content FROM versions;
DROP TABLE versions;
ALTER TABLE versions_new RENAME TO versions;

-- One run of an import: what it did, to be told and taken back.
CREATE TABLE imports (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  year INTEGER NOT NULL,
  files TEXT NOT NULL CHECK (json_valid(files)),
  outcome TEXT NOT NULL CHECK (json_valid(outcome)),
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  undone_at TEXT
) STRICT;

-- The projects it stored. Before: null where it made the project. After: another version means somebody changed it since.
CREATE TABLE import_projects (
  import INTEGER NOT NULL REFERENCES imports (pk),
  project INTEGER NOT NULL REFERENCES projects (pk),
  version_before INTEGER,
  state_before TEXT CHECK (state_before IN ('draft', 'finished', 'approved')),
  version_after INTEGER NOT NULL,
  PRIMARY KEY (import, project)
) STRICT, WITHOUT ROWID;

-- How a table of no known form is read: column by column as a clerk said once. \`signature\` finds it for the next file.
CREATE TABLE mappings (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  signature TEXT NOT NULL,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping))
) STRICT;
CREATE INDEX mappings_by_signature ON mappings (signature);
`,
};
