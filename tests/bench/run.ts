import { benchDb } from './db.ts';
import { benchExport } from './export.ts';
import { benchImport } from './import.ts';
import { benchRead } from './read.ts';
import { benchReview } from './review.ts';
import type { BenchRow } from './row.ts';
import { benchWindow } from './window.ts';

/*
 * `npm run bench [db|export|import|read|review|window]`: prints every measured row beside its goal. Ratios compare two things measured in
 * the same run, so that they hold on any machine; it never fails: a number is for people to read.
 */

const GROUPS: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  db: benchDb,
  export: benchExport,
  import: benchImport,
  read: benchRead,
  review: benchReview,
  window: benchWindow,
};

const print = ({ name, value, unit, goal }: BenchRow): string => {
  const shown = unit === 'ratio' ? value.toFixed(2) : `${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`;
  const verdict = goal === null ? '' : value <= goal ? `goal ≤ ${goal}` : `goal ≤ ${goal}  MISSED`;
  return `${name.padEnd(70)} ${shown.padStart(12)}  ${verdict}`.trimEnd();
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(GROUPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const row of await bench()) console.log(print(row));
}
