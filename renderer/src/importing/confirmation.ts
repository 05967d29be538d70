import type { ProjectContent } from '../../../shared/model/project.ts';
import type { ImportDraft } from './draft.ts';
import { outcomeOf } from './outcome.ts';
import type { ReadySource } from './sources.ts';
import type { Matches } from './use-matches.ts';

/** What is sent of one file. */
export interface ConfirmFile {
  readonly key: string;
  readonly importId: string;
  readonly projects: readonly {
    readonly index: number;
    readonly action: 'add' | 'update' | 'skip';
    readonly storedId: string | null;
    readonly storedVersion: number | null;
    /** Left out where it is as it was read. */
    readonly content?: ProjectContent;
  }[];
  /** Projects that leave the page by it. */
  readonly done: ReadonlySet<number>;
}

/**
 * What the clerk's yes says of every project: stored or skipped. What is left for later is not named at all.
 * @param which is stored now
 */
export const confirmation = (
  sources: readonly ReadySource[],
  matches: Pick<Matches, 'of'>,
  which: (draft: ImportDraft) => boolean,
): ConfirmFile[] =>
  sources.flatMap((source) => {
    const now = source.drafts.filter(which);
    if (now.length === 0) return [];
    return [
      {
        key: source.key,
        importId: source.preview.importId,
        projects: now.map((draft) => sent(draft, matches.of(source.key, draft.index))),
        done: new Set(now.map(({ index }) => index)),
      },
    ];
  });

const sent = (draft: ImportDraft, match: ReturnType<Matches['of']>): ConfirmFile['projects'][number] => {
  const outcome = outcomeOf(draft, match);
  const { index } = draft;
  const content = draft.content === draft.asRead ? {} : { content: draft.content };
  switch (outcome.kind) {
    case 'add':
    case 'skip':
      return { index, action: outcome.kind, storedId: null, storedVersion: null, ...content };
    case 'update':
    case 'same':
      return {
        index,
        action: 'update',
        storedId: outcome.stored.id,
        storedVersion: outcome.stored.version,
        ...content,
      };
  }
};
