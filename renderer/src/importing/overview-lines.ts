import type { ImportDraft } from './draft.ts';
import { draftKey, isOpen, type ReadySource } from './sources.ts';

/** One line of the overview: the head of a file, or one of its projects. */
export type OverviewLine =
  | { readonly kind: 'source'; readonly key: string; readonly source: ReadySource }
  | { readonly kind: 'draft'; readonly key: string; readonly source: ReadySource; readonly draft: ImportDraft };

/** @param onlyOpen only projects with something to check; a file that has none is left out */
export const overviewLines = (sources: readonly ReadySource[], onlyOpen: boolean): OverviewLine[] =>
  sources.flatMap((source) => {
    const drafts = onlyOpen ? source.drafts.filter(isOpen) : source.drafts;
    if (drafts.length === 0 && onlyOpen) return [];
    const rows = drafts.map((draft) => ({ kind: 'draft', key: draftKey(source, draft), source, draft }) as const);
    return [{ kind: 'source', key: source.key, source } as const, ...rows];
  });
