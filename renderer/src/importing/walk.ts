import { openDoubts, type ImportDraft } from './draft.ts';
import { allDrafts, draftKey, type ReadySource } from './sources.ts';

/** One open doubt on the page. */
export interface DoubtAt {
  /** Of its draft, see draftKey. */
  readonly draft: string;
  /** Its place among the doubts of its project. */
  readonly doubt: number;
}

/** All open doubts in the order of the page. */
const openOnPage = (sources: readonly ReadySource[]): DoubtAt[] =>
  allDrafts(sources).flatMap(({ source, draft }) =>
    openDoubts(draft).map(({ index }) => ({ draft: draftKey(source, draft), doubt: index })),
  );

/**
 * The open doubt after (or before) where the clerk is, round and round.
 * @param here a doubt, settled or not; or a draft as a whole (`doubt` -1 before its first); null: at the beginning
 */
export const nextDoubt = (sources: readonly ReadySource[], here: DoubtAt | null, by: 1 | -1): DoubtAt | null => {
  const open = openOnPage(sources);
  if (here === null) return (by === 1 ? open[0] : open.at(-1)) ?? null;
  const order = new Map(allDrafts(sources).map(({ source, draft }, place) => [draftKey(source, draft), place]));
  const rank = (one: DoubtAt): readonly [number, number] => [order.get(one.draft) ?? 0, one.doubt];
  const compare = (one: DoubtAt, other: DoubtAt): number => {
    const [[draft, doubt], [otherDraft, otherDoubt]] = [rank(one), rank(other)];
    return draft - otherDraft || doubt - otherDoubt;
  };
  const found = by === 1 ? open.find((one) => compare(one, here) > 0) : open.findLast((one) => compare(one, here) < 0);
  return found ?? (by === 1 ? open[0] : open.at(-1)) ?? null;
};

/** The draft after (or before) one, as the page shows them; null at the end. */
export const neighbour = (keys: readonly string[], here: string, by: 1 | -1): string | null =>
  keys[keys.indexOf(here) + by] ?? null;

/** The next draft with something to check, after one and round from the start; null where nothing is left. */
export const nextOpenDraft = (sources: readonly ReadySource[], here: string): string | null => {
  const all = allDrafts(sources).map(({ source, draft }) => ({ key: draftKey(source, draft), draft }));
  const at = all.findIndex(({ key }) => key === here);
  const round = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  return round.find(({ draft }) => openDoubts(draft).length > 0)?.key ?? null;
};

/** How many projects and doubts are still to be checked. */
export const toCheck = (drafts: readonly ImportDraft[]): { readonly projects: number; readonly doubts: number } => {
  const open = drafts.map((draft) => openDoubts(draft).length).filter((count) => count > 0);
  return { projects: open.length, doubts: open.reduce((sum, count) => sum + count, 0) };
};
