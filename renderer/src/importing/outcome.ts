import type { ProjectMatch } from './contract.ts';
import type { ImportDraft } from './draft.ts';

/** What becomes of one project when it is stored. */
export type Outcome =
  | { readonly kind: 'add' }
  | { readonly kind: 'update' | 'same'; readonly stored: StoredTwin }
  | { readonly kind: 'skip' };

/** A stored project that a read one is, or might be. */
export interface StoredTwin {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** Storing the read one over it would change nothing. */
  readonly same: boolean;
  /** How many fields would change. */
  readonly differences: number;
}

/** The stored projects a read one may be, the likeliest first. */
export const twinsOf = (match: ProjectMatch | undefined): StoredTwin[] => {
  if (!match) return [];
  const first = match.stored && { ...match.stored, differences: match.differences };
  return [...(first ? [first] : []), ...match.others].map(({ id, name, version, differences }) => ({
    id,
    name,
    version,
    same: differences.length === 0,
    differences: differences.length,
  }));
};

/** A stored project has a name like this one and nothing more: a person must say whether it is the same. */
export const isUnsure = (draft: Pick<ImportDraft, 'wanted'>, match: ProjectMatch | undefined): boolean =>
  draft.wanted === null &&
  match !== undefined &&
  (match.by === 'similar' || (match.stored === null && match.others.length > 0));

/** What becomes of a draft: what the clerk wants, else what fits what is stored. What is only alike is stored beside it. */
export const outcomeOf = (draft: Pick<ImportDraft, 'wanted'>, match: ProjectMatch | undefined): Outcome => {
  const { wanted } = draft;
  const twins = twinsOf(match);
  if (wanted !== null && wanted.action !== 'update') return { kind: wanted.action };
  if (wanted === null && (match?.stored == null || isUnsure(draft, match))) return { kind: 'add' };
  const stored = wanted === null ? twins[0] : twins.find(({ id }) => id === wanted.storedId);
  if (!stored) return { kind: 'add' };
  return { kind: stored.same ? 'same' : 'update', stored };
};

/** Badge and, in the bar, the sum of each outcome. */
export const OUTCOME_LABELS: Readonly<Record<Outcome['kind'], string>> = {
  add: '新增',
  update: '更新',
  same: '相同',
  skip: '跳过',
};

/** How many projects there are of each outcome. */
export type OutcomeCounts = Readonly<Record<Outcome['kind'], number>>;

export const countOutcomes = (outcomes: readonly Outcome[]): OutcomeCounts => {
  const counts = { add: 0, update: 0, same: 0, skip: 0 };
  for (const { kind } of outcomes) counts[kind] += 1;
  return counts;
};

/** `新增 12 个，更新 3 个，相同 2 个`; what is nought is left out. */
export const countsText = (counts: OutcomeCounts): string =>
  (['add', 'update', 'same', 'skip'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${OUTCOME_LABELS[kind]} ${counts[kind]} 个`)
    .join('，');

/** One line of the list in which a clerk says what becomes of a project. */
export interface OutcomeOption {
  readonly value: string;
  readonly label: string;
}

/** Every stored project it may be, a new one, or none. */
export const outcomeOptions = (match: ProjectMatch | undefined): OutcomeOption[] => {
  const twins = twinsOf(match);
  return [
    ...twins.map(({ id, name, same }) => ({ value: `update ${id}`, label: `${same ? '相同' : '更新'}：${name}` })),
    { value: 'add', label: twins.length > 0 ? '新增（另存一个）' : '新增' },
    { value: 'skip', label: '跳过，不存' },
  ];
};

/** The option an outcome is. */
export const optionOf = (outcome: Outcome): string =>
  outcome.kind === 'update' || outcome.kind === 'same' ? `update ${outcome.stored.id}` : outcome.kind;

/** What a clerk wants who chooses an option. */
export const wantedOf = (option: string): ImportDraft['wanted'] => {
  if (option === 'add' || option === 'skip') return { action: option };
  return { action: 'update', storedId: option.slice('update '.length) };
};
