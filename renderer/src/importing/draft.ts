import type { ProjectContent } from '../../../shared/model/project.ts';
import { applyAlternative } from '../../../shared/recognise/alternatives.ts';
import type { Alternative, Doubt, RecognisedProject } from '../../../shared/recognise/recognised.ts';
import { changedFields, takeBack, type Changed } from './changed.ts';
import { fieldKeyOf, indicatorIdOf, type FieldKey } from './field-keys.ts';

/** How a clerk has settled a doubt. */
export type Settled =
  | { readonly how: 'accepted' }
  /** Typed something else into its field. */
  | { readonly how: 'edited' }
  /** Took another reading; `changed` takes it back. */
  | { readonly how: 'alternative'; readonly label: string; readonly changed: Changed };

/** One thing the program is not sure of, and what became of it. */
export interface DraftDoubt {
  /** Its place among the doubts of its project. */
  readonly index: number;
  readonly doubt: Doubt;
  readonly field: FieldKey;
  /** null while it is open. */
  readonly settled: Settled | null;
}

/** What the clerk wants to become of a project, in place of what is proposed. */
export type Wanted = { readonly action: 'add' | 'skip' } | { readonly action: 'update'; readonly storedId: string };

/** One project that was read and waits for the clerk's yes. */
export interface ImportDraft {
  readonly index: number;
  readonly content: ProjectContent;
  /** The content before the clerk touched it: the very same object as long as nothing was changed. */
  readonly asRead: ProjectContent;
  /** Ids of its indicators in the order in which they were read. */
  readonly readIds: readonly string[];
  readonly doubts: readonly DraftDoubt[];
  /** null: as proposed. */
  readonly wanted: Wanted | null;
}

/** A draft as it came out of the reading. */
export const draftOf = (
  index: number,
  content: ProjectContent,
  project: RecognisedProject | undefined,
): ImportDraft => {
  const readIds = content.indicators.map(({ id }) => id);
  return {
    index,
    content,
    asRead: content,
    readIds,
    doubts: (project?.doubts ?? [])
      .map((doubt) => ({ doubt, field: fieldKeyOf(doubt.path, readIds), settled: null }))
      .toSorted((one, other) => rankOf(one.field, readIds) - rankOf(other.field, readIds))
      .map((one, place) => ({ index: place, ...one })),
    wanted: null,
  };
};

const FIELDS = [
  ...['name', 'code', 'category', 'departmentAndCode', 'implementingUnit', 'attribute', 'period', 'evaluationScore'],
  ...['funds.total', 'funds.fiscal', 'funds.other', 'amountUnit', 'usage', 'spendingPlan', 'goals', 'goalsActual'],
];

/** Where a field stands on the page: whoever goes from doubt to doubt goes down the page. What has no box stands above. */
const rankOf = (field: FieldKey, readIds: readonly string[]): number => {
  const id = indicatorIdOf(field);
  if (id === null) return field.startsWith('execution.') ? FIELDS.length : FIELDS.indexOf(field);
  const place = readIds.indexOf(id);
  return place === -1 ? -1 : FIELDS.length + 1 + place;
};

/** Doubts nobody has settled yet. */
export const openDoubts = ({ doubts }: Pick<ImportDraft, 'doubts'>): DraftDoubt[] =>
  doubts.filter(({ settled }) => settled === null);

const settle = (draft: ImportDraft, index: number, settled: Settled | null): ImportDraft => ({
  ...draft,
  doubts: draft.doubts.map((one) => (one.index === index ? { ...one, settled } : one)),
});

/** The reading is right. */
export const acceptDoubt = (draft: ImportDraft, index: number): ImportDraft =>
  settle(draft, index, { how: 'accepted' });

/** Everything that is still open is right. */
export const acceptAll = (draft: ImportDraft): ImportDraft =>
  openDoubts(draft).reduce((one, { index }) => acceptDoubt(one, index), draft);

/** Another reading instead; what the clerk did meanwhile stays. */
export const takeAlternative = (draft: ImportDraft, index: number, alternative: Alternative): ImportDraft => {
  const added = `added-${draft.index}-${index}`;
  const content = applyAlternative(draft.content, alternative, { indicators: draft.readIds, added });
  const changed = changedFields(draft.content, content);
  return settle({ ...draft, content }, index, { how: 'alternative', label: alternative.label, changed });
};

/** The doubt is open again, and what another reading had changed is as it was. */
export const reopenDoubt = (draft: ImportDraft, index: number): ImportDraft => {
  const settled = draft.doubts.find((one) => one.index === index)?.settled ?? null;
  const content = settled?.how === 'alternative' ? takeBack(draft.content, settled.changed) : draft.content;
  return settle({ ...draft, content }, index, null);
};

/** The clerk typed: the doubts about these fields are settled by it. */
export const editDraft = (draft: ImportDraft, content: ProjectContent, fields: readonly FieldKey[]): ImportDraft => ({
  ...draft,
  content,
  doubts: draft.doubts.map((one) =>
    one.settled === null && fields.includes(one.field) ? { ...one, settled: { how: 'edited' } } : one,
  ),
});

/** Confidence in words; empty where it was not estimated. */
export const confidenceText = ({ confidence }: Pick<Doubt, 'confidence'>): string => {
  if (confidence === undefined) return '';
  return confidence >= LIKELY ? '很可能对' : '不确定';
};

/** From here on a reading is called likely. */
const LIKELY = 0.7;

/** Whether two doubts say the very same, of the same field of two projects: what settles one settles the other. */
export const isAlike = (one: DraftDoubt, other: DraftDoubt): boolean =>
  one.doubt.kind === other.doubt.kind &&
  one.doubt.message === other.doubt.message &&
  one.doubt.path === other.doubt.path;
