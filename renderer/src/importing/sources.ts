import type { Trouble } from '../lib/errors.ts';
import type { ImportPreview } from './contract.ts';
import { draftOf, openDoubts, type ImportDraft } from './draft.ts';

/** What the clerk gave: a file, or what was on the clipboard. */
export type Given =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'pasted'; readonly html: string; readonly text: string };

/** Hidden sheets that wait for an answer, and what the clerk said of them. */
export type HiddenAnswer = 'asked' | 'left' | 'read';

interface Start {
  readonly key: string;
  readonly name: string;
  readonly given: Given;
}

/** One file or pasted table on its way into the program. */
export type Source = Start &
  (
    | { readonly state: 'queued' }
    /** `readingId` is empty until the program has the whole file. */
    | {
        readonly state: 'reading';
        readonly readingId: string;
        readonly phase: string;
        readonly done: number;
        readonly all: number;
      }
    | { readonly state: 'failed'; readonly trouble: Trouble }
    | { readonly state: 'cancelled' }
    /** Read, but of a form nobody knows: its columns can be named by hand. */
    | { readonly state: 'unknown'; readonly readingId: string; readonly trouble: Trouble }
    | ReadyState
  );

interface ReadyState {
  readonly state: 'ready';
  readonly preview: ImportPreview;
  readonly hidden: HiddenAnswer;
  /** What is not stored yet. */
  readonly drafts: readonly ImportDraft[];
}

export type ReadySource = Start & ReadyState;

export type SourcesAction =
  | { readonly type: 'add'; readonly key: string; readonly name: string; readonly given: Given }
  | {
      readonly type: 'reading';
      readonly key: string;
      readonly readingId: string;
      readonly phase: string;
      readonly done: number;
      readonly all: number;
    }
  | { readonly type: 'failed'; readonly key: string; readonly trouble: Trouble }
  | { readonly type: 'cancelled'; readonly key: string }
  | { readonly type: 'unknown'; readonly key: string; readonly readingId: string; readonly trouble: Trouble }
  | { readonly type: 'ready'; readonly key: string; readonly preview: ImportPreview; readonly hidden?: HiddenAnswer }
  | { readonly type: 'hidden'; readonly key: string; readonly answer: HiddenAnswer }
  | {
      readonly type: 'draft';
      readonly key: string;
      readonly index: number;
      readonly change: (draft: ImportDraft) => ImportDraft;
    }
  /** Changes every draft of every file; one that comes back the same is not drawn again. */
  | { readonly type: 'every'; readonly change: (draft: ImportDraft, key: string) => ImportDraft }
  /** These are stored, or skipped for good: the rest stays. */
  | { readonly type: 'stored'; readonly done: ReadonlyMap<string, ReadonlySet<number>> }
  | { readonly type: 'remove'; readonly key: string }
  | { readonly type: 'clear' };

/** What happens to the files on the import page. Drafts that did not change keep their identity, so they are not redrawn. */
export const sourcesReducer = (sources: readonly Source[], action: SourcesAction): readonly Source[] => {
  switch (action.type) {
    case 'add':
      return [...sources, { key: action.key, name: action.name, given: action.given, state: 'queued' }];
    case 'reading': {
      const { readingId, phase, done, all } = action;
      return sources.map((source) =>
        // What the clerk stopped meanwhile is not shown as running again.
        source.key === action.key && source.state !== 'cancelled'
          ? { ...startOf(source), state: 'reading', readingId, phase, done, all }
          : source,
      );
    }
    case 'failed':
      return replace(sources, action.key, (start) => ({ ...start, state: 'failed', trouble: action.trouble }));
    case 'cancelled':
      return replace(sources, action.key, (start) => ({ ...start, state: 'cancelled' }));
    case 'unknown': {
      const { readingId, trouble } = action;
      return replace(sources, action.key, (start) => ({ ...start, state: 'unknown', readingId, trouble }));
    }
    case 'ready':
      return replace(sources, action.key, (start) => readyOf(start, action.preview, action.hidden));
    case 'hidden':
      return change(sources, action.key, (source) => ({ ...source, hidden: action.answer }));
    case 'draft':
      return change(sources, action.key, (source) =>
        withDrafts(source, (draft) => (draft.index === action.index ? action.change(draft) : draft)),
      );
    case 'every':
      return sources.map((source) =>
        source.state === 'ready' ? withDrafts(source, (draft) => action.change(draft, source.key)) : source,
      );
    case 'stored':
      return sources.flatMap((source) => without(source, action.done.get(source.key)));
    case 'remove':
      return sources.filter(({ key }) => key !== action.key);
    case 'clear':
      return [];
  }
};

const replace = (sources: readonly Source[], key: string, into: (start: Start) => Source): readonly Source[] =>
  sources.map((source) => (source.key === key ? into(startOf(source)) : source));

const startOf = ({ key, name, given }: Source): Start => ({ key, name, given });

const change = (
  sources: readonly Source[],
  key: string,
  into: (source: ReadySource) => ReadySource,
): readonly Source[] =>
  sources.map((source) => (source.key === key && source.state === 'ready' ? into(source) : source));

const withDrafts = (source: ReadySource, into: (draft: ImportDraft) => ImportDraft): ReadySource => {
  const drafts = source.drafts.map(into);
  return drafts.every((draft, place) => draft === source.drafts[place]) ? source : { ...source, drafts };
};

const without = (source: Source, done: ReadonlySet<number> | undefined): Source[] => {
  if (source.state !== 'ready' || done === undefined) return [source];
  const drafts = source.drafts.filter(({ index }) => !done.has(index));
  return drafts.length === 0 ? [] : [{ ...source, drafts }];
};

const readyOf = (start: Start, preview: ImportPreview, hidden?: HiddenAnswer): ReadySource => ({
  ...start,
  state: 'ready',
  preview,
  hidden: hidden ?? (preview.hiddenSheets.length > 0 ? 'asked' : 'left'),
  drafts: preview.contents.map((content, index) => draftOf(index, content, preview.recognised.projects[index])),
});

/** The sources that were read, in the order in which they came. */
export const readySources = (sources: readonly Source[]): ReadySource[] =>
  sources.filter((source) => source.state === 'ready');

/** Whether something is still being read, or waits for it. */
export const isBusy = ({ state }: Source): boolean => state === 'queued' || state === 'reading';

/** All drafts with the file they are of, in the order of the page. */
export const allDrafts = (
  sources: readonly ReadySource[],
): { readonly source: ReadySource; readonly draft: ImportDraft }[] =>
  sources.flatMap((source) => source.drafts.map((draft) => ({ source, draft })));

/** Tells drafts of all files apart. */
export const draftKey = (source: Pick<Source, 'key'>, { index }: Pick<ImportDraft, 'index'>): string =>
  `${source.key}/${index}`;

/** Whether something of a draft is still to be checked. */
export const isOpen = (draft: ImportDraft): boolean => openDoubts(draft).length > 0;

/** The year printed on the first paper that says one; null where none does. */
export const printedYear = (sources: readonly Source[]): number | null => {
  for (const { preview } of readySources(sources)) {
    const year = Number(/\d{4}/u.exec(preview.recognised.document.year ?? '')?.[0]);
    if (year >= 1990 && year <= 2100) return year;
  }
  return null;
};
