import type { Doubt } from '../../../shared/recognise/recognised.ts';

/** Where the doubts of one project are shown. Keys of `fields` are content paths: `name`, `funds.total`, `goals.0`. */
export interface PlacedDoubts {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Per indicator: beside its name, beside its value, or under the whole row. */
  readonly indicators: ReadonlyMap<number, IndicatorDoubts>;
  readonly count: number;
}

export interface IndicatorDoubts {
  readonly level3: readonly string[];
  readonly printed: readonly string[];
  readonly row: readonly string[];
}

const AMOUNTS: ReadonlySet<string> = new Set(['total', 'fiscal', 'other']);
const VALUE_PARTS: ReadonlySet<string> = new Set(['printedValue', 'value', 'unit', 'operator']);

/** Puts every doubt of a recognised project beside the field in which the clerk can settle it. */
export const placeDoubts = (doubts: readonly Pick<Doubt, 'path' | 'message'>[]): PlacedDoubts => {
  const fields = new Map<string, string[]>();
  const indicators = new Map<number, { level3: string[]; printed: string[]; row: string[] }>();
  for (const { path, message } of doubts) {
    const [head = '', index = '', part = ''] = path.split('.');
    if (head === 'indicators' && /^\d+$/u.test(index)) {
      const place = indicators.get(Number(index)) ?? { level3: [], printed: [], row: [] };
      indicators.set(Number(index), place);
      place[indicatorColumn(part)].push(message);
    } else {
      const field = fieldOf(head, path);
      fields.set(field, [...(fields.get(field) ?? []), message]);
    }
  }
  return { fields, indicators, count: doubts.length };
};

const indicatorColumn = (part: string): keyof IndicatorDoubts => {
  if (part === 'level3') return 'level3';
  return VALUE_PARTS.has(part) ? 'printed' : 'row';
};

const fieldOf = (head: string, path: string): string => {
  if (AMOUNTS.has(head)) return `funds.${head}`;
  if (head === 'spendingPlan') return 'spendingPlan';
  return head === 'goals' ? 'goals.0' : path;
};

/** Fields that always have an input of their own on the import page. */
const ALWAYS_SHOWN: ReadonlySet<string> = new Set([
  'amountUnit',
  'funds.total',
  'funds.fiscal',
  'funds.other',
  'goals.0',
]);

/** Doubts about what the page does not let one edit, to be told all the same. @param shown inputs of this project beside those */
export const otherDoubts = (placed: PlacedDoubts, shown: ReadonlySet<string>): string[] =>
  [...placed.fields]
    .filter(([field]) => !ALWAYS_SHOWN.has(field) && !shown.has(field))
    .flatMap(([, messages]) => messages);
