import type { SourceTable } from '../../../shared/grid/table.ts';
import { fold as foldText } from '../../../shared/model/text.ts';
import type { RecognisedIndicator, RecognisedProject } from '../../../shared/recognise/recognised.ts';

/*
 * How well a paper was read: cell by cell against what was drawn. Texts are compared without blanks and with Chinese and Latin
 * punctuation alike, amounts as numbers.
 */

/** A paper as it was drawn, and what stands on it. */
export interface CountyPaper {
  readonly truth: readonly RecognisedProject[];
  readonly tables: readonly SourceTable[];
}

export interface Score {
  readonly equal: number;
  readonly all: number;
  readonly misses: readonly string[];
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
  'goalsActual',
  'evaluationScore',
  'execution',
] as const satisfies readonly (keyof RecognisedProject)[];

const CELLS = [
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
  'actual',
  'score',
  'deviation',
] as const satisfies readonly (keyof RecognisedIndicator)[];

const NUMBERS: ReadonlySet<string> = new Set(['total', 'fiscal', 'other', 'weight', 'value', 'score']);

const plain = (field: string, value: unknown): string => {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? value.map((one) => plain('', one)).join('|') : '';
  const folded = foldText(text === '' ? (typeof value === 'string' ? value : JSON.stringify(value)) : text);
  const number = Number(folded.replaceAll(',', ''));
  return NUMBERS.has(field) && folded !== '' && Number.isFinite(number) ? String(number) : folded;
};

/** Compares what was drawn with what was read, projects by name, indicators by their level-3 names in order. */
export const score = (drawn: readonly RecognisedProject[], read: readonly RecognisedProject[]): Score => {
  const left = [...read];
  const misses: string[] = [];
  let equal = 0;
  let all = 0;
  const count = (field: string, one: unknown, other: unknown, where: string): void => {
    const [expected, found] = [plain(field, one), plain(field, other)];
    if (expected === '' && found === '') return;
    all += 1;
    if (expected === found) equal += 1;
    else misses.push(`${where} ${field}: ${expected} <> ${found}`);
  };
  for (const project of drawn) {
    const at = left.findIndex((one) => plain('', one.name) === plain('', project.name));
    const [match] = at < 0 ? [undefined] : left.splice(at, 1);
    const name = project.name ?? '';
    for (const field of FIELDS) count(field, project[field], match?.[field], name);
    for (const [one, other] of pairs(project.indicators, match?.indicators ?? []))
      for (const field of CELLS) count(field, one?.[field], other?.[field], `${name}/${(one ?? other)?.level3 ?? ''}`);
  }
  for (const extra of left) count('name', null, extra.name ?? '?', 'not drawn');
  return { equal, all, misses };
};

type Pair = readonly [RecognisedIndicator | null, RecognisedIndicator | null];

/** The longest run of like names; what stands between two of them is paired as it comes. */
const pairs = (drawn: readonly RecognisedIndicator[], read: readonly RecognisedIndicator[]): Pair[] => {
  const same = (i: number, j: number): boolean => plain('', drawn[i]?.level3) === plain('', read[j]?.level3);
  const table = Array.from({ length: drawn.length + 1 }, () => new Array<number>(read.length + 1).fill(0));
  const length = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = drawn.length - 1; i >= 0; i -= 1)
    for (let j = read.length - 1; j >= 0; j -= 1)
      (table[i] ?? [])[j] = same(i, j) ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
  const found: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < drawn.length || j < read.length) {
    const both = i < drawn.length && j < read.length;
    if (both && (same(i, j) || length(i + 1, j + 1) === length(i, j)))
      found.push([drawn[i++] ?? null, read[j++] ?? null]);
    else if (j >= read.length || (i < drawn.length && length(i + 1, j) >= length(i, j + 1)))
      found.push([drawn[i++] ?? null, null]);
    else found.push([null, read[j++] ?? null]);
  }
  return found;
};
