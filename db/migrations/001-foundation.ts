import type { Migration } from './migration.ts';

/**
 * The first schema. Texts are as typed; amounts stand beside them in 分, null where blank or no number.
 * `change` grows with every write to any project: who has seen change 41 asks for what is above it.
 */
export const foundation: Migration = {
  number: 1,
  name: 'foundation',
  sql: `
CREATE TABLE units (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  department TEXT NOT NULL,
  department_code TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT;

CREATE TABLE unit_years (
  unit_id TEXT NOT NULL REFERENCES units (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  PRIMARY KEY (unit_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE projects (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'finished', 'approved')),
  version INTEGER NOT NULL CHECK (version > 0),
  revision INTEGER NOT NULL CHECK (revision > 0),
  change INTEGER NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  finished_at TEXT,
  deleted_at TEXT,
  required_done INTEGER NOT NULL,
  required_all INTEGER NOT NULL,
  total_fen INTEGER,
  fiscal_fen INTEGER,
  other_fen INTEGER,
  total_text TEXT NOT NULL,
  name TEXT NOT NULL,
  name_order TEXT NOT NULL,
  search TEXT NOT NULL,
  implementing_unit TEXT NOT NULL,
  code TEXT NOT NULL,
  department_and_code TEXT NOT NULL,
  attribute TEXT NOT NULL,
  period TEXT NOT NULL,
  category TEXT NOT NULL,
  amount_unit TEXT NOT NULL CHECK (amount_unit IN ('万元', '元')),
  usage TEXT NOT NULL,
  FOREIGN KEY (unit_id, year) REFERENCES unit_years (unit_id, year)
) STRICT;

-- One index a column the list is sorted by. Positions count from 1 without a gap: deleted projects keep theirs.
CREATE UNIQUE INDEX projects_by_position ON projects (unit_id, year, position);
CREATE INDEX projects_by_name ON projects (unit_id, year, name_order, position);
CREATE INDEX projects_by_total ON projects (unit_id, year, total_fen, position);
CREATE INDEX projects_by_progress ON projects (unit_id, year, (required_done * 1.0 / max(required_all, 1)), position);
CREATE INDEX projects_by_state ON projects (unit_id, year, state, position);
CREATE INDEX projects_by_update ON projects (unit_id, year, updated_at, position);

CREATE TABLE goals (
  project INTEGER NOT NULL REFERENCES projects (pk),
  span TEXT NOT NULL CHECK (span IN ('annual', 'midterm')),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (project, span, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE funds (
  project INTEGER NOT NULL REFERENCES projects (pk),
  span TEXT NOT NULL CHECK (span IN ('annual', 'midterm')),
  source TEXT NOT NULL CHECK (source IN ('total', 'fiscal', 'other')),
  fen INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (project, span, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicators (
  project INTEGER NOT NULL REFERENCES projects (pk),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level1 TEXT NOT NULL,
  level2 TEXT NOT NULL,
  requirement TEXT CHECK (requirement IN ('hard', 'required')),
  level3 TEXT NOT NULL,
  description TEXT NOT NULL,
  printed TEXT NOT NULL,
  operator TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  weight TEXT NOT NULL,
  basis TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (project, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE spending_plan (
  project INTEGER NOT NULL REFERENCES projects (pk),
  position INTEGER NOT NULL,
  by_date TEXT NOT NULL,
  percent TEXT NOT NULL,
  PRIMARY KEY (project, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES projects (pk),
  version INTEGER NOT NULL,
  since TEXT NOT NULL,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  action TEXT NOT NULL
    CHECK (action IN ('create', 'edit', 'copy', 'import', 'finish', 'reopen', 'delete', 'restore')),
  changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;
CREATE INDEX revisions_by_project ON revisions (project, id);

-- What was finished, as it was finished. Never changed afterwards.
CREATE TABLE versions (
  project INTEGER NOT NULL REFERENCES projects (pk),
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (project, revision)
) STRICT;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- Revisions of what is no project: units, their years, settings.
CREATE TABLE office_revisions (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('unit', 'year', 'settings')),
  subject_id TEXT NOT NULL,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;
`,
};
