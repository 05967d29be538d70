import type { ProjectState } from '../../../shared/model/project.ts';
import type { Inputs, Outputs } from '../lib/trpc.ts';

export type ListQuery = Omit<Inputs['projects']['list'], 'offset' | 'limit'>;
export type ListRow = Outputs['projects']['list']['rows'][number];
export type ListSums = Outputs['projects']['list']['sums'];
export type SortKey = ListQuery['sort'];

/** How the clerk looks at the list: what is searched, filtered, and in which order. */
export interface ListView {
  readonly search: string;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly state: ProjectState | null;
  /** Only what one import stored; null for all. */
  readonly importId: string | null;
}

export const initialView: ListView = { search: '', sort: 'position', descending: false, state: null, importId: null };

/** Where the view of a unit's year is remembered. */
export const viewKey = (unitId: string, year: number): string => `view ${unitId}/${year}`;

/** Amounts and times are mostly wanted from the largest and the newest; names and numbers from the first. */
const DESCENDING_FIRST: ReadonlySet<SortKey> = new Set<SortKey>(['total', 'updated']);

/** The view after a click on a column's head: sort by it, the other way round, and back to the order of entry. */
export const sortedBy = (view: ListView, sort: SortKey): ListView => {
  const first = DESCENDING_FIRST.has(sort);
  if (view.sort !== sort) return { ...view, sort, descending: first };
  if (view.descending === first) return { ...view, descending: !first };
  return { ...view, sort: 'position', descending: false };
};

export const STATE_LABELS: Readonly<Record<ProjectState, string>> = {
  draft: '草稿',
  finished: '已完成',
  approved: '已批复',
};
