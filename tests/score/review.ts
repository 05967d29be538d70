import { readFileSync } from 'node:fs';
import { z } from 'zod';

/*
 * `node tests/score/review.ts DEFECTS.json FINDINGS.json`: how many of the faults that people found by hand in some papers the
 * review finds too (recall), and how many of its errors and warnings people found as well (precision), kind by kind. FINDINGS is
 * what `review --json` prints of the same papers; DEFECTS is a list of { project, kind, severity, machineCheckable }.
 */

const line = z.object({
  project: z.string().nullable(),
  kind: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
});
const defects = z.array(line.extend({ machineCheckable: z.boolean() }));
const findings = z.array(line);

type Line = z.infer<typeof line>;

const fold = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s+/gu, '');
const keyOf = ({ project, kind }: Line): string => `${fold(project)}#${kind}`;
const read = (file: string | undefined): unknown => JSON.parse(readFileSync(file ?? '/dev/null', 'utf8'));

const known = defects.parse(read(process.argv[2]));
const found = findings.parse(read(process.argv[3]));

const open = Map.groupBy(known, keyOf);
const hit = new Set<Line>();
let unexpected = 0;
for (const finding of found) {
  const candidates = open.get(keyOf(finding)) ?? [];
  const next = candidates.find((defect) => !hit.has(defect));
  if (next) hit.add(next);
  else if (candidates.length === 0 && finding.severity !== 'hint') unexpected += 1;
}

const share = (list: readonly Line[]): string => {
  const hits = list.filter((defect) => hit.has(defect)).length;
  return list.length === 0 ? '-' : `${(hits / list.length).toFixed(3)} (${hits} of ${list.length})`;
};

const checkable = known.filter(({ machineCheckable }) => machineCheckable);
for (const [kind, list] of [...Map.groupBy(checkable, ({ kind }) => kind)].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`${kind.padEnd(40)} ${share(list)}`);
}
const strong = found.filter(({ severity }) => severity !== 'hint').length;
console.log(`recall of errors          ${share(checkable.filter(({ severity }) => severity === 'error'))}`);
console.log(`recall of all             ${share(checkable)}`);
console.log(
  `precision                 ${strong === 0 ? '-' : (1 - unexpected / strong).toFixed(3)} (${unexpected} of ${strong} unexpected)`,
);
