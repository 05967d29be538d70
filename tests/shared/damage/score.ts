import { fold } from '../../../shared/model/text.ts';
import { parseFen } from '../../../shared/model/money.ts';
import type {
  Doubt,
  RecognisedDocument,
  RecognisedIndicator,
  RecognisedProject,
} from '../../../shared/recognise/recognised.ts';

/** What a reading is worth beside the truth: its cells, the wrong ones, and how many of either its doubts point at. */
export interface Score {
  readonly cells: number;
  readonly wrong: number;
  /** Wrong cells whose field, or whose row where a row is missing or too much, is in doubt. */
  readonly covered: number;
  /** Cells of the reading that any doubt points at. */
  readonly doubted: number;
  /** Wrong cells without doubt, for looking at. */
  readonly missed: readonly string[];
}

const FIELDS = [
  'name',
  'code',
  'departmentAndCode',
  'implementingUnit',
  'attribute',
  'period',
  'category',
  'amountUnit',
  'total',
  'fiscal',
  'other',
  'usage',
  'spendingPlan',
  'goals',
] as const;
const PARTS = [
  'level1',
  'level2',
  'requirement',
  'level3',
  'description',
  'printedValue',
  'operator',
  'value',
  'unit',
  'weight',
  'basis',
] as const;

type Part = (typeof PARTS)[number];

/** Fields that one glance settles together. */
const TOGETHER: readonly (readonly string[])[] = [
  ['level1', 'level2', 'requirement', 'kind'],
  ['printedValue', 'operator', 'value', 'unit'],
  ['total', 'fiscal', 'other', 'amountUnit'],
];

const norm = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(norm).join('|');
  if (typeof value === 'object') return Object.values(value).map(norm).join(':');
  const text = fold(typeof value === 'string' ? value : JSON.stringify(value)).replace(/^(\d+)%$/u, '$1');
  const amount = /^[\d,.]+$/u.test(text) ? parseFen(text, '万元') : null;
  return amount === null ? text : String(amount);
};

/** Indicators of both readings side by side, by name; null where one has none. */
const pairs = (
  truth: readonly RecognisedIndicator[],
  read: readonly RecognisedIndicator[],
): [RecognisedIndicator | null, RecognisedIndicator | null][] => {
  const same = (i: number, j: number): boolean => norm(truth[i]?.level3) === norm(read[j]?.level3);
  const table = Array.from({ length: truth.length + 1 }, () => new Array<number>(read.length + 1).fill(0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = truth.length - 1; i >= 0; i -= 1)
    for (let j = read.length - 1; j >= 0; j -= 1)
      (table[i] ?? [])[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: [RecognisedIndicator | null, RecognisedIndicator | null][] = [];
  let [i, j] = [0, 0];
  while (i < truth.length || j < read.length) {
    const both = i < truth.length && j < read.length;
    if (both && (same(i, j) || at(i + 1, j + 1) === at(i, j))) found.push([truth[i++] ?? null, read[j++] ?? null]);
    else if (j >= read.length || (i < truth.length && at(i + 1, j) >= at(i, j + 1)))
      found.push([truth[i++] ?? null, null]);
    else found.push([null, read[j++] ?? null]);
  }
  return found;
};

interface Counted {
  cells: number;
  wrong: number;
  covered: number;
  doubted: number;
  readonly missed: string[];
}

/** Compares a reading with the truth, cell by cell. */
export const scoreOf = (truth: RecognisedDocument, read: RecognisedDocument): Score => {
  const counted: Counted = { cells: 0, wrong: 0, covered: 0, doubted: 0, missed: [] };
  const left = [...read.projects];
  const none = read.projects.some(({ doubts }) => doubts.some(({ path }) => path === 'projects'));
  for (const project of truth.projects) {
    const at = left.findIndex(({ name }) => norm(name) === norm(project.name));
    // A name read wrongly is still the project of its place.
    const match = left.splice(at === -1 ? nextLike(project, left) : at, 1)[0] ?? null;
    compare(counted, project, match, none);
  }
  for (const extra of left) compare(counted, null, extra, none);
  return counted;
};

const nextLike = (project: RecognisedProject, left: readonly RecognisedProject[]): number => {
  const names = new Set(project.indicators.map(({ level3 }) => norm(level3)));
  const alike = left.findIndex(
    ({ indicators }) => indicators.filter(({ level3 }) => names.has(norm(level3))).length * 2 > names.size,
  );
  return alike === -1 ? left.length : alike;
};

const compare = (
  counted: Counted,
  truth: RecognisedProject | null,
  read: RecognisedProject | null,
  none: boolean,
): void => {
  const paths = new Set(read?.doubts.flatMap(pathsOf) ?? []);
  const doubts = (path: string): boolean => isDoubted(paths, path);
  const name = truth?.name ?? read?.name ?? '';
  for (const field of FIELDS)
    count(counted, truth?.[field], read?.[field], read === null ? none : doubts(field), `${name} ${field}`);
  const indexes = new Map(read?.indicators.map((one, index) => [one, index]));
  let last = -1;
  for (const [wanted, got] of pairs(truth?.indicators ?? [], read?.indicators ?? [])) {
    const index = got === null ? -1 : (indexes.get(got) ?? -1);
    for (const part of PARTS) {
      const there =
        got === null ? missingSeen(paths, last) || (read === null && none) : doubts(`indicators.${index}.${part}`);
      count(counted, wanted?.[part], got?.[part], there, `${name} / ${wanted?.level3 ?? got?.level3 ?? ''} ${part}`);
    }
    if (got !== null) last = index;
  }
};

/** Where name and value were parted is one question about both. */
const pathsOf = ({ path, kind }: Doubt): string[] =>
  kind === 'cell-split' && /\.(?:level3|printedValue)$/u.test(path)
    ? ['level3', 'printedValue'].map((field) => path.replace(/\w+$/u, field))
    : [path];

/** A row that is nowhere is told at the list, at its neighbours, or with a text that was left out. */
const missingSeen = (paths: ReadonlySet<string>, last: number): boolean =>
  paths.has('indicators') ||
  [last, last + 1].some((index) =>
    [...paths].some((path) => path.startsWith(`indicators.${index}.`) || path === `indicators.${index}`),
  );

const isDoubted = (paths: ReadonlySet<string>, path: string): boolean => {
  // The whole reading is in doubt.
  if (paths.has('projects')) return true;
  const [head = '', index, part] = path.split('.');
  if (part === undefined)
    return (
      [...together(head)].some((one) => paths.has(one)) ||
      [...paths].some((one) => one.startsWith(`${head}.`) && head !== 'indicators')
    );
  if (paths.has(`indicators.${index ?? ''}`)) return true;
  return together(part).some((one) => paths.has(`indicators.${index ?? ''}.${one}`));
};

const together = (part: string): readonly string[] => TOGETHER.find((group) => group.includes(part)) ?? [part];

const count = (counted: Counted, wanted: unknown, got: unknown, doubted: boolean, where: string): void => {
  const [expected, actual] = [norm(wanted), norm(got)];
  if (expected === '' && actual === '') return;
  counted.cells += 1;
  if (doubted) counted.doubted += 1;
  if (expected === actual) return;
  counted.wrong += 1;
  if (doubted) counted.covered += 1;
  else counted.missed.push(`${where}: ${expected} → ${actual}`);
};

/** Scores of several readings together. */
export const sumOf = (scores: readonly Score[]): Score =>
  scores.reduce((one, other) => ({
    cells: one.cells + other.cells,
    wrong: one.wrong + other.wrong,
    covered: one.covered + other.covered,
    doubted: one.doubted + other.doubted,
    missed: [...one.missed, ...other.missed],
  }));

export type { Part };
