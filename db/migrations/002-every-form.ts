import type { Migration } from './migration.ts';

/**
 * What the further official forms need: which forms a unit hands in and by which tree of indicators, the 中期 half of 申报表,
 * and what a unit declares for a year beside its projects (绩效文本). Ids of indicators stay unique within their project,
 * over both spans.
 */
export const everyForm: Migration = {
  number: 2,
  name: 'every-form',
  sql: `
ALTER TABLE units ADD COLUMN forms TEXT NOT NULL DEFAULT '["annex2"]' CHECK (json_valid(forms));
ALTER TABLE units ADD COLUMN tree TEXT NOT NULL DEFAULT '88' CHECK (tree IN ('88', '101'));
ALTER TABLE units ADD COLUMN reviewer TEXT NOT NULL DEFAULT '';

ALTER TABLE indicators ADD COLUMN span TEXT NOT NULL DEFAULT 'annual' CHECK (span IN ('annual', 'midterm'));

CREATE TABLE unit_year_contents (
  unit_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  updated_at TEXT NOT NULL,
  overall_goals TEXT NOT NULL,
  sub_goals TEXT NOT NULL,
  safeguards TEXT NOT NULL,
  printed_total TEXT NOT NULL,
  PRIMARY KEY (unit_id, year),
  FOREIGN KEY (unit_id, year) REFERENCES unit_years (unit_id, year)
) STRICT, WITHOUT ROWID;
`,
};
