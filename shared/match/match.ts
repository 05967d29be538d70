import { diffContent, type FieldChange } from '../model/diff.ts';
import { parseFen } from '../model/money.ts';
import type { ProjectContent, ProjectState } from '../model/project.ts';
import { fold } from '../model/text.ts';
import { mergeRead, type PaperTraits } from './merge.ts';
import { distinctionOf, looseKey, mayBeSame, strictKey, type Distinction } from './names.ts';
import { bigrams, similarity } from './similarity.ts';

/** A stored project as it is compared. All of one unit and year. */
export interface StoredCandidate {
  readonly id: string;
  readonly content: ProjectContent;
  readonly state: ProjectState;
}

/** What a project that was read is beside what is stored. */
export interface ProjectMatch {
  /** `same`: storing it over the stored one would change nothing. */
  readonly kind: 'new' | 'same' | 'changed';
  readonly storedId: string | null;
  /** How it was found. What is only similar is for a person to say. */
  readonly by: 'code' | 'name' | 'similar' | null;
  /** Of the names, 0 to 1. */
  readonly similarity: number;
  /** Other stored projects it might be, the likeliest first; free ones only. */
  readonly candidates: readonly string[];
  /** What storing it over the stored one would change; paths of diffContent, indicators by their stored ids. */
  readonly differences: readonly FieldChange[];
}

/** From here on a similar name is proposed as the same project; set on made names, see tests/shared/match.test.ts. */
export const LIKELY = 0.72;
/** … and from here on it is offered as a candidate. */
export const POSSIBLE = 0.45;
/** A second one this near makes both mere candidates. */
const CLEAR_LEAD = 0.08;
/** The same amount speaks for the same project. */
const SAME_AMOUNT = 0.08;
const MOST_CANDIDATES = 5;

/**
 * Finds for each project that was read the stored one it is: by code, by name, by similarity. A stored project is found at
 * most once. Both lists are of one unit and year.
 */
export const matchProjects = (
  read: readonly ProjectContent[],
  stored: readonly StoredCandidate[],
  paper?: PaperTraits,
): ProjectMatch[] => {
  const found = assign(
    read.map(keysOf),
    stored.map(({ content }) => keysOf(content)),
  );
  return found.map(({ at, by, likeness, others }, index) => {
    const candidates = others.flatMap((other) => stored[other]?.id ?? []);
    const twin = at === null ? undefined : stored[at];
    const content = read[index];
    if (!twin || !content)
      return { kind: 'new', storedId: null, by: null, similarity: likeness, candidates, differences: [] };
    const differences = differencesOf(twin.content, content, paper);
    const kind = differences.length === 0 ? 'same' : 'changed';
    return { kind, storedId: twin.id, by, similarity: likeness, candidates, differences };
  });
};

/** What storing a paper over a project would change. */
export const differencesOf = (stored: ProjectContent, read: ProjectContent, paper?: PaperTraits): FieldChange[] =>
  diffContent(stored, mergeRead(stored, read, paper));

interface Keys {
  readonly code: string;
  readonly strict: string;
  readonly loose: string;
  readonly distinction: Distinction;
  /** 分; null where it is no number. */
  readonly total: number | null;
}

const keysOf = ({ code, name, funds, amountUnit }: ProjectContent): Keys => ({
  code: fold(code),
  strict: strictKey(name),
  loose: looseKey(name),
  distinction: distinctionOf(name),
  total: parseFen(funds.total, amountUnit),
});

interface Found {
  readonly at: number | null;
  readonly by: ProjectMatch['by'];
  readonly likeness: number;
  readonly others: readonly number[];
}

const NOTHING: Found = { at: null, by: null, likeness: 0, others: [] };

const assign = (read: readonly Keys[], stored: readonly Keys[]): Found[] => {
  const found = read.map(() => NOTHING);
  const free = new Set(stored.keys());
  const take = (index: number, at: number, by: ProjectMatch['by'], likeness: number): void => {
    found[index] = { at, by, likeness, others: [] };
    free.delete(at);
  };
  takeEqual(
    read,
    stored,
    free,
    found,
    ({ code }) => code,
    (index, at) => {
      take(index, at, 'code', similarity(read[index]?.loose ?? '', stored[at]?.loose ?? ''));
    },
  );
  takeEqual(
    read,
    stored,
    free,
    found,
    ({ strict }) => strict,
    (index, at) => take(index, at, 'name', 1),
  );
  takeEqual(
    read,
    stored,
    free,
    found,
    ({ loose }) => loose,
    (index, at) => take(index, at, 'name', 1),
  );
  const pairs = similarPairs(read, stored, free, found);
  takeSimilar(pairs, free, found, take);
  return addCandidates(pairs, free, found);
};

/**
 * Takes those whose key is the same. Of several with one key those with the same strict name and the same amount go together
 * first, the rest in order; a key that stands for several on one side and one on the other is taken by the likeliest.
 */
const takeEqual = (
  read: readonly Keys[],
  stored: readonly Keys[],
  free: ReadonlySet<number>,
  found: readonly Found[],
  keyOf: (keys: Keys) => string,
  take: (index: number, at: number) => void,
): void => {
  const there = groups([...free], (at) => keyOf(stored[at] ?? NO_KEYS));
  const open = [...read.keys()].filter((index) => found[index]?.at === null);
  for (const [key, indexes] of groups(open, (index) => keyOf(read[index] ?? NO_KEYS))) {
    const ats = there.get(key) ?? [];
    const pairs = indexes.flatMap((index) =>
      ats.map((at) => ({ index, at, weight: closeness(read[index] ?? NO_KEYS, stored[at] ?? NO_KEYS) })),
    );
    for (const { index, at } of pairs.sort((one, other) => other.weight - one.weight)) {
      if (free.has(at) && found[index]?.at === null) take(index, at);
    }
  }
};

const NO_KEYS: Keys = { code: '', strict: '', loose: '', distinction: distinctionOf(''), total: null };

const groups = (items: readonly number[], keyOf: (item: number) => string): Map<string, number[]> => {
  const byKey = new Map<string, number[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === '') continue;
    const group = byKey.get(key);
    if (group) group.push(item);
    else byKey.set(key, [item]);
  }
  return byKey;
};

const closeness = (one: Keys, other: Keys): number =>
  (one.code !== '' && one.code === other.code ? 4 : 0) +
  (one.strict === other.strict ? 2 : similarity(one.loose, other.loose)) +
  (one.total !== null && one.total === other.total ? 1 : 0);

interface SimilarPair {
  readonly index: number;
  readonly at: number;
  readonly likeness: number;
  /** Likeness with what else speaks for it. */
  readonly weight: number;
}

/** Pairs of what is left over whose names share something, the likeliest first. */
const similarPairs = (
  read: readonly Keys[],
  stored: readonly Keys[],
  free: ReadonlySet<number>,
  found: readonly Found[],
): SimilarPair[] => {
  const shelf = new Map<string, number[]>();
  for (const at of free) for (const pair of new Set(bigrams(stored[at]?.loose ?? ''))) shelve(shelf, pair, at);
  return [...read.entries()]
    .filter(([index]) => found[index]?.at === null)
    .flatMap(([index, keys]) =>
      nearest(keys, shelf)
        .map((at) => pairOf(index, keys, at, stored[at] ?? NO_KEYS))
        .filter(({ weight }) => weight >= POSSIBLE),
    )
    .sort((one, other) => other.weight - one.weight);
};

const shelve = <Key>(shelf: Map<Key, number[]>, key: Key, at: number): void => {
  const known = shelf.get(key);
  if (known) known.push(at);
  else shelf.set(key, [at]);
};

/** Only these are compared letter by letter: a thousand names that all end in 建设项目 share much and mean little. */
const MOST_COMPARED = 20;

const nearest = ({ loose }: Keys, shelf: ReadonlyMap<string, readonly number[]>): number[] => {
  const shared = new Map<number, number>();
  for (const pair of new Set(bigrams(loose))) {
    for (const at of shelf.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  return [...shared]
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, MOST_COMPARED)
    .map(([at]) => at);
};

const pairOf = (index: number, keys: Keys, at: number, other: Keys): SimilarPair => {
  const likeness = similarity(keys.loose, other.loose);
  const weight = likeness + (keys.total !== null && keys.total === other.total ? SAME_AMOUNT : 0);
  const most = mayBeSame(keys.distinction, other.distinction) ? 1 : LIKELY - 0.01;
  return { index, at, likeness, weight: Math.min(most, weight) };
};

const takeSimilar = (
  pairs: readonly SimilarPair[],
  free: ReadonlySet<number>,
  found: readonly Found[],
  take: (index: number, at: number, by: ProjectMatch['by'], likeness: number) => void,
): void => {
  const rivals = rivalsIn(pairs);
  for (const pair of pairs) {
    if (pair.weight < LIKELY) break;
    const { index, at, likeness } = pair;
    if (!free.has(at) || found[index]?.at !== null) continue;
    const open = rivals(pair).filter((other) => free.has(other.at) && found[other.index]?.at === null);
    // Another one, on either side, that is nearly as likely: a person must say which.
    if (!open.some((other) => pair.weight - other.weight < CLEAR_LEAD)) take(index, at, 'similar', likeness);
  }
};

/** The other pairs of the same two projects. */
const rivalsIn = (pairs: readonly SimilarPair[]): ((pair: SimilarPair) => SimilarPair[]) => {
  const byIndex = groupedBy(pairs, ({ index }) => index);
  const byStored = groupedBy(pairs, ({ at }) => at);
  return (pair) =>
    [...(byIndex.get(pair.index) ?? []), ...(byStored.get(pair.at) ?? [])].filter((other) => other !== pair);
};

const groupedBy = <Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> => {
  const byKey = new Map<number, Item[]>();
  for (const item of items) byKey.set(keyOf(item), [...(byKey.get(keyOf(item)) ?? []), item]);
  return byKey;
};

const addCandidates = (pairs: readonly SimilarPair[], free: ReadonlySet<number>, found: readonly Found[]): Found[] => {
  const byIndex = groupedBy(pairs, ({ index }) => index);
  return found.map((one, index) => {
    const own = (byIndex.get(index) ?? []).filter(({ at }) => at !== one.at && free.has(at));
    const others = own.slice(0, MOST_CANDIDATES).map(({ at }) => at);
    return { ...one, likeness: one.at === null ? (own[0]?.likeness ?? 0) : one.likeness, others };
  });
};
