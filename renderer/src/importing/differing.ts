import { mergeRead, pairIndicators, paperTraits } from '../../../shared/match/index.ts';
import { diffContent } from '../../../shared/model/diff.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Layout } from '../../../shared/recognise/layout.ts';
import { describeChanges, type HistoryChange } from '../wizard/history.ts';
import type { FieldKey } from './field-keys.ts';
import { askedBy } from './parts.ts';

/** What storing a read project over a stored one would change, in words. */
export interface Compared {
  readonly changes: readonly HistoryChange[];
  /** The box of this page in which a change was read. */
  readonly fieldOf: (path: string) => FieldKey;
}

/** @param read as it stands on the page now, the clerk's corrections with it */
export const comparedWith = (stored: ProjectContent, read: ProjectContent, layout: Layout | null): Compared => {
  const merged = mergeRead(stored, read, paperTraits(layout));
  // What is taken out is named by the stored content, what comes by the merged one.
  const named = { ...merged, indicators: [...merged.indicators, ...stored.indicators] };
  const pairs = pairIndicators(stored.indicators, read.indicators);
  const readIds = new Map(pairs.flatMap(({ before, after }) => (before ? [[before.id, after.id] as const] : [])));
  return {
    changes: describeChanges(diffContent(stored, merged), askedBy(layout), named),
    fieldOf: (path) => {
      const [head = '', id = '', part = 'level3'] = path.split('.');
      if (head === 'goals' || head === 'spendingPlan') return head;
      return head === 'indicators' ? `indicators.${readIds.get(id) ?? id}.${part}` : path;
    },
  };
};
