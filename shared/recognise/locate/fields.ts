import type { RecognisedIndicator, RecognisedProject } from '../recognised.ts';

/** A text that was read, by its path inside the project. */
export interface Field {
  readonly path: string;
  readonly text: string;
}

/** What says of an indicator where it belongs, not what it is: printed beside several of them at once. */
const LABELS: ReadonlySet<string> = new Set(['kind', 'level1', 'level2', 'requirement']);

/** The order in which the parts of an indicator are looked for: the name is the surest. */
const FIRST = ['level3', 'printedValue', 'operator', 'value', 'unit'] as const;

/** What is no text of the source, or is looked for in another way. */
const APART: ReadonlySet<string> = new Set([
  'amountUnit',
  'indicators',
  'midterm',
  'doubts',
  'source',
  'places',
  'layout',
]);

/** The texts of a project beside its indicators: upper fields first, whatever fields forms add. */
export const projectFields = (project: RecognisedProject): Field[] =>
  Object.entries(project).flatMap(([name, value]) => (APART.has(name) ? [] : textsIn(value, name)));

/** The texts of the left half of 申报表. */
export const midtermFields = ({ midterm }: RecognisedProject): Field[] =>
  midterm === undefined
    ? []
    : Object.entries(midterm).flatMap(([name, value]) =>
        name === 'indicators' ? [] : textsIn(value, `midterm.${name}`),
      );

/** The texts of an indicator, its name first. */
export const indicatorFields = (indicator: RecognisedIndicator, path: string): Field[] => {
  const names = [...new Set<string>([...FIRST, ...Object.keys(indicator)])].filter((name) => !LABELS.has(name));
  const texts = new Map<string, unknown>(Object.entries(indicator));
  return names.flatMap((name) => textsIn(texts.get(name), `${path}.${name}`));
};

const textsIn = (value: unknown, path: string): Field[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`));
};
