import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '../fixtures');

/** The texts of real tables that the recognisers are tested with. */
export const TEXTS: readonly string[] = ['annex2', 'dossier'].flatMap((form) =>
  readdirSync(join(fixtures, form))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(fixtures, form, name), 'utf8')),
);
