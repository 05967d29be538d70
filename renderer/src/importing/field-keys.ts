/*
 * One name for a field on the whole import page: what has the focus, what is lit in the source, what a doubt is about.
 * Indicators are named by their ids, for the clerk may take one out: `indicators.{id}.printed`, `funds.total`, `goals`.
 */

/** Name of a field of a draft on this page. */
export type FieldKey = string;

const AMOUNTS: ReadonlySet<string> = new Set(['total', 'fiscal', 'other']);
const VALUE_PARTS: ReadonlySet<string> = new Set(['printedValue', 'value', 'unit', 'operator', 'printed']);
const KIND_PARTS: ReadonlySet<string> = new Set(['kind', 'level1', 'level2', 'requirement', '']);

const INDICATOR = /^indicators\.(\d{1,4})(?:\.(\w+))?$/u;

/**
 * The field in which a clerk settles what a path of a recognised project is about.
 * @param readIds ids of the indicators, in the order in which they were read
 */
export const fieldKeyOf = (path: string, readIds: readonly string[]): FieldKey => {
  const [, index, part = ''] = INDICATOR.exec(path) ?? [];
  if (index !== undefined) {
    const id = readIds[Number(index)];
    return id === undefined ? path : indicatorKey(id, boxOf(part));
  }
  const [head = ''] = path.split('.');
  if (AMOUNTS.has(path)) return `funds.${path}`;
  return head === 'goals' || head === 'spendingPlan' ? head : path;
};

const boxOf = (part: string): string => {
  if (VALUE_PARTS.has(part)) return 'printed';
  return KIND_PARTS.has(part) ? 'kind' : part;
};

/** A box of one indicator. */
export const indicatorKey = (id: string, box: string): FieldKey => `indicators.${id}.${box}`;

/** Id of the indicator a field belongs to; null for any other field. */
export const indicatorIdOf = (field: FieldKey): string | null => /^indicators\.(.+)\.\w+$/u.exec(field)?.[1] ?? null;
