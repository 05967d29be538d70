import { parseFen, printFen, type Fen } from '../model/money.ts';
import { emptyIndicator, type Indicator, type ProjectContent } from '../model/project.ts';
import { searchKey, searchWords, wordForms } from '../model/search.ts';
import { readValue } from '../model/value.ts';
import type { LibraryIndicator, LibraryKind } from './kind.ts';
import { ENVIRONMENT_KINDS } from './kinds/environment.ts';
import { ORGANISATION_KINDS } from './kinds/organisations.ts';
import { PEOPLE_KINDS } from './kinds/people.ts';
import { SERVICE_KINDS } from './kinds/services.ts';

/** Every kind of township project the program knows, in the order they are offered. */
export const LIBRARY: readonly LibraryKind[] = [
  ...PEOPLE_KINDS,
  ...ORGANISATION_KINDS,
  ...ENVIRONMENT_KINDS,
  ...SERVICE_KINDS,
];

/** By what each kind is found: its name and its other words, their pinyin and initials. Worked out once it is first needed. */
let keys: ReadonlyMap<LibraryKind, string> | null = null;

/**
 * The kinds a typed text finds, in the order of the library: by name, other words, pinyin or initials; all of them for a blank one.
 */
export const findKinds = (typed: string): LibraryKind[] => {
  const known = (keys ??= new Map(LIBRARY.map((kind) => [kind, [kind.name, ...kind.words].map(searchKey).join('\n')])));
  const words = searchWords(typed);
  return LIBRARY.filter((kind) =>
    words.every((word) => wordForms(word).some((form) => known.get(kind)?.includes(form))),
  );
};

/** Years, numbers and words any project has, which say nothing of its kind. */
const ANY = /(?:19|20)\d{2}\s*年?度?|专项|项目|资金|经费|费用|工作|补助|[\s（）()“”]/gu;

/** The kind a project's name says, by the kind's name or another word of it; null where none or several do. */
export const kindNamed = (name: string): LibraryKind | null => {
  const bare = name.replace(ANY, '');
  const says = (word: string): boolean => name.includes(word) || (bare.length >= 2 && word.includes(bare));
  const named = LIBRARY.filter((kind) => [kind.name, ...kind.words].some(says));
  return named.length === 1 ? (named[0] ?? null) : null;
};

/** What the clerk gave for the numbers of a kind, as typed, by their keys. */
export type KindNumbers = Readonly<Record<string, string>>;

/** The total of a project of a kind, 分; null while a number is missing or none. */
export const kindTotal = ({ product, numbers }: LibraryKind, given: KindNumbers): Fen | null => {
  if (numbers.some(({ key }) => numberOf(given[key]) === null)) return null;
  if (product.length === 0) return parseFen(given['total'] ?? '', '万元');
  const yuan = product.reduce((result, key) => result * (numberOf(given[key]) ?? 0), 1);
  return Math.round(yuan * 100);
};

const numberOf = (typed: string | undefined): number | null => {
  const number = Number((typed ?? '').trim().replaceAll(',', '') || Number.NaN);
  return Number.isFinite(number) && number > 0 ? number : null;
};

/** How the total comes about: `31 人 × 2556 元 × 12 个月 = 95.0832 万元`; empty where it is given as it is. */
export const kindArithmetic = (kind: LibraryKind, given: KindNumbers): string => {
  const total = kindTotal(kind, given);
  if (total === null || kind.product.length === 0) return '';
  const factors = kind.product.map(
    (key) => `${given[key]?.trim() ?? ''} ${kind.numbers.find((one) => one.key === key)?.unit ?? ''}`,
  );
  return `${factors.join(' × ')} = ${printFen(total, '万元')} 万元`;
};

/** What a kind fills in of a project. */
export type KindContent = Pick<ProjectContent, 'usage' | 'goals' | 'funds' | 'amountUnit' | 'indicators'>;

/** What the forms of the unit ask of an indicator beside name and value. */
export interface KindParts {
  /** The usual weights, which add up to 90 under the tree with 成本 below 产出. */
  readonly weights: boolean;
  /** A number needs a sign: = where it has none. */
  readonly operators: boolean;
}

/** The typical content of a kind with this project's numbers in it; null while a number is missing. */
export const fillKind = (
  kind: LibraryKind,
  given: KindNumbers,
  parts: KindParts,
  newId: () => string,
): KindContent | null => {
  const total = kindTotal(kind, given);
  if (total === null) return null;
  const amount = printFen(total, '万元');
  const text = (pattern: string): string =>
    pattern.replace(/\{(\w+)\}/gu, (_, key: string) => (key === 'total' ? amount : (given[key]?.trim() ?? '')));
  return {
    usage: text(kind.usage),
    goals: [text(kind.goal)],
    amountUnit: '万元',
    funds: { total: amount, fiscal: amount, other: '0' },
    indicators: kind.indicators.map((indicator) => filled(indicator, text, parts, newId())),
  };
};

const filled = (
  { kind, name, value, weight, description, basis }: LibraryIndicator,
  text: (pattern: string) => string,
  { weights, operators }: KindParts,
  id: string,
): Indicator => {
  const plain = text(value);
  const bare = readValue(plain);
  const printed = operators && bare.kind === 'number' && bare.operator === '' ? `=${plain}` : plain;
  const { operator, value: number, unit } = readValue(printed);
  const parts = { level3: name, printed, operator, value: number, unit, description, basis };
  return { ...emptyIndicator(id, kind), ...parts, weight: weights ? String(weight) : '' };
};
