import type { FieldPath, Indicator, ProjectContent } from '../model/project.ts';
import { isBlank } from '../model/text.ts';
import { readValue } from '../model/value.ts';
import { marksOf, type CarryMark } from './carry.ts';
import type { Years } from './mark.ts';
import { pairIndicators, saysTheSame } from './pairs.ts';
import type { IndicatorListName } from './places.ts';

/** What stood in a field last year. */
export interface LastField {
  /** As it stood; empty where nothing did. */
  readonly text: string;
  /** This year's box says the same, and is not blank. */
  readonly same: boolean;
}

/** An indicator of last year that this year's list no longer has. */
export interface GoneIndicator {
  readonly list: IndicatorListName;
  readonly indicator: Indicator;
}

/** This year beside last year. */
export interface LastYearComparison {
  /** By this year's path; a field that this year has and last year had not is missing. */
  readonly fields: ReadonlyMap<FieldPath, LastField>;
  readonly gone: readonly GoneIndicator[];
  /** Where the old year still stands; `sure` where it can be nothing else. */
  readonly oldYear: readonly CarryMark[];
  /** Amounts and values with a number that are as they were: to be looked at. */
  readonly sameNumbers: readonly FieldPath[];
}

const LINES = [
  'name',
  'code',
  'departmentAndCode',
  'implementingUnit',
  'attribute',
  'period',
  'category',
  'usage',
] as const satisfies readonly (keyof ProjectContent)[];
const FUNDS = ['funds', 'midtermFunds'] as const;
const SOURCES = ['total', 'fiscal', 'other'] as const;
const GOALS = ['goals', 'midtermGoals'] as const;
const INDICATORS = ['indicators', 'midtermIndicators'] as const;
const PARTS = [
  'level3',
  'printed',
  'weight',
  'description',
  'basis',
  'note',
] as const satisfies readonly (keyof Indicator)[];

/** The old year itself, however it is meant, and what was forgotten before; no document numbers, no spans, no words. */
const isStill = ({ kind, proposed }: CarryMark): boolean => {
  switch (kind) {
    case 'year':
    case 'older':
      return true;
    case 'history':
    case 'funds':
    case 'base':
      // Of years before the old one it is right as it stands.
      return proposed !== null;
    case 'document':
    case 'range':
    case 'number':
    case 'later':
    case 'relative':
    case 'period':
      return false;
  }
};

/**
 * Lays a project beside the same project of last year. Quick enough for every pause in typing.
 * @param now this year's content
 * @param last last year's
 */
export const compareWithLastYear = (now: ProjectContent, last: ProjectContent, years: Years): LastYearComparison => {
  const lists = INDICATORS.map((list) => ({ list, pairs: pairIndicators(now[list], last[list]) }));
  const fields = new Map<FieldPath, LastField>([
    ...headFields(now, last),
    ...lists.flatMap(({ list, pairs }) => indicatorFields(list, now, last, pairs.lastOf)),
  ]);
  return {
    fields,
    gone: lists.flatMap(({ list, pairs }) =>
      pairs.gone.flatMap((index) => {
        const indicator = last[list][index];
        return indicator === undefined ? [] : [{ list, indicator }];
      }),
    ),
    oldYear: stillOldYear(now, years),
    sameNumbers: [...fields].flatMap(([path, { same, text }]) => (same && isNumber(path, text) ? [path] : [])),
  };
};

/** Where a project still speaks of the old year, also where nothing of last year is known. */
export const stillOldYear = (now: ProjectContent, years: Years): CarryMark[] => marksOf(now, years).filter(isStill);

const headFields = (now: ProjectContent, last: ProjectContent): [FieldPath, LastField][] => [
  ...LINES.map((key) => field(key, now[key], last[key])),
  ...FUNDS.flatMap((span) =>
    SOURCES.map((source) => field(`${span}.${source}`, now[span][source], last[span][source])),
  ),
  ...GOALS.flatMap((list) =>
    Array.from({ length: Math.max(now[list].length, last[list].length) }, (_, index) =>
      field(`${list}.${index}`, now[list][index] ?? '', last[list][index] ?? ''),
    ),
  ),
  ...now.spendingPlan.flatMap((step, index): [FieldPath, LastField][] => [
    field(`spendingPlan.${index}.by`, step.by, last.spendingPlan[index]?.by ?? ''),
    field(`spendingPlan.${index}.percent`, step.percent, last.spendingPlan[index]?.percent ?? ''),
  ]),
];

const indicatorFields = (
  list: IndicatorListName,
  now: ProjectContent,
  last: ProjectContent,
  lastOf: readonly (number | null)[],
): [FieldPath, LastField][] =>
  now[list].flatMap((indicator, index) => {
    const place = lastOf[index] ?? null;
    const before = place === null ? undefined : last[list][place];
    if (before === undefined) return [];
    return PARTS.map((part) => field(`${list}.${index}.${part}`, indicator[part], before[part]));
  });

const field = (path: FieldPath, now: string, last: string): [FieldPath, LastField] => [
  path,
  { text: last, same: !isBlank(now) && saysTheSame(now, last) },
];

/** Amounts of the year, and values with a number; 100% and 12月底前 hardly ever change. */
const isNumber = (path: FieldPath, text: string): boolean => {
  if (path.startsWith('funds.')) return !/^[0.\s]*$/u.test(text);
  if (!path.startsWith('indicators.') || !path.endsWith('.printed')) return false;
  return /\d/u.test(text) && !/[%％]|百分比/u.test(text) && readValue(text).kind !== 'time';
};
