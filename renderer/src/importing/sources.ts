import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Trouble } from '../lib/errors.ts';
import type { Outputs } from '../lib/trpc.ts';
import { placeDoubts, type PlacedDoubts } from './doubts.ts';

export type ImportPreview = Outputs['imports']['preview'];

/** One project that was read and waits for the clerk's yes. */
export interface ImportDraft {
  readonly index: number;
  readonly take: boolean;
  readonly content: ProjectContent;
  readonly doubts: PlacedDoubts;
  /** Name of the stored project it would double; empty where new. */
  readonly alreadyThere: string;
}

/** One file or pasted text on its way into the program. */
export type Source =
  | { readonly key: string; readonly name: string; readonly state: 'reading' }
  | { readonly key: string; readonly name: string; readonly state: 'failed'; readonly trouble: Trouble }
  | {
      readonly key: string;
      readonly name: string;
      readonly state: 'ready';
      readonly preview: ImportPreview;
      readonly drafts: readonly ImportDraft[];
    };

export type ReadySource = Extract<Source, { state: 'ready' }>;

export type SourcesAction =
  | { readonly type: 'reading'; readonly key: string; readonly name: string }
  | { readonly type: 'failed'; readonly key: string; readonly trouble: Trouble }
  | { readonly type: 'read'; readonly key: string; readonly preview: ImportPreview }
  | { readonly type: 'change'; readonly key: string; readonly index: number; readonly change: Partial<ImportDraft> }
  | { readonly type: 'takeAll'; readonly take: boolean }
  | { readonly type: 'remove'; readonly key: string }
  | { readonly type: 'clear' };

/** What happens to the files on the import page. Drafts that did not change keep their identity, so they are not redrawn. */
export const sourcesReducer = (sources: readonly Source[], action: SourcesAction): readonly Source[] => {
  switch (action.type) {
    case 'reading':
      return [...sources, { key: action.key, name: action.name, state: 'reading' }];
    case 'failed':
      return replace(sources, action.key, ({ key, name }) => ({ key, name, state: 'failed', trouble: action.trouble }));
    case 'read':
      return replace(sources, action.key, ({ key, name }) => ready(key, name, action.preview));
    case 'change':
      return replace(sources, action.key, (source) =>
        withDrafts(source, (draft) => (draft.index === action.index ? { ...draft, ...action.change } : draft)),
      );
    case 'takeAll':
      return sources.map((source) =>
        withDrafts(source, (draft) => (draft.take === action.take ? draft : { ...draft, take: action.take })),
      );
    case 'remove':
      return sources.filter(({ key }) => key !== action.key);
    case 'clear':
      return [];
  }
};

const replace = (sources: readonly Source[], key: string, change: (source: Source) => Source): readonly Source[] =>
  sources.map((source) => (source.key === key ? change(source) : source));

const withDrafts = (source: Source, change: (draft: ImportDraft) => ImportDraft): Source =>
  source.state === 'ready' ? { ...source, drafts: source.drafts.map(change) } : source;

// What is there already is not taken unless the clerk says so: nothing doubles by accident.
const ready = (key: string, name: string, preview: ImportPreview): Source => ({
  key,
  name,
  state: 'ready',
  preview,
  drafts: preview.contents.map((content, index) => {
    const alreadyThere = preview.alreadyThere[index] ?? '';
    const doubts = placeDoubts(preview.recognised.projects[index]?.doubts ?? []);
    return { index, take: alreadyThere === '', content, doubts, alreadyThere };
  }),
});

/** The sources that were read, in the order in which they came. */
export const readySources = (sources: readonly Source[]): ReadySource[] =>
  sources.filter((source) => source.state === 'ready');

/** How many projects would be stored. */
export const takenCount = (sources: readonly Source[]): number =>
  readySources(sources).reduce((sum, { drafts }) => sum + drafts.filter(({ take }) => take).length, 0);

/** The year printed on the first paper that says one; null where none does. */
export const printedYear = (sources: readonly Source[]): number | null => {
  for (const { preview } of readySources(sources)) {
    const year = Number(/\d{4}/u.exec(preview.recognised.document.year ?? '')?.[0]);
    if (year >= 1990 && year <= 2100) return year;
  }
  return null;
};
