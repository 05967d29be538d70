import type { Migration } from './migration.ts';

/**
 * The county's own forms, kept to be filled in again next year: the file as it came, and what the clerk said of its cells.
 * Bytes are bounded, so that a backup stays small.
 */
export const templates: Migration = {
  number: 4,
  name: 'templates',
  sql: `
CREATE TABLE templates (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  file TEXT NOT NULL,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  corrections TEXT NOT NULL CHECK (json_valid(corrections)),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 10485760)
) STRICT;
`,
};
