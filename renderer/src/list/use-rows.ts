import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Trouble } from '../lib/errors.ts';
import { troubleOf } from '../lib/errors.ts';
import { useTRPC } from '../lib/trpc.ts';
import { PAGE_SIZE, pagesOf } from './pages.ts';
import type { ListQuery, ListRow, ListSums } from './view.ts';

export interface Rows {
  readonly count: number;
  readonly sums: ListSums | null;
  readonly loading: boolean;
  readonly trouble: Trouble | null;
  /** The row at an index, or null while it is on its way. */
  readonly rowAt: (index: number) => ListRow | null;
  /** Ids of rows `from`…`to`, fetched where they are not here yet. */
  readonly idsBetween: (from: number, to: number) => Promise<string[]>;
}

/**
 * The rows of the list, fetched page by page as they come into sight.
 * @param first first visible row
 * @param last last visible row
 */
export const useRows = (query: ListQuery, first: number, last: number): Rows => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const pageOptions = (page: number) =>
    trpc.projects.list.queryOptions({ ...query, offset: page * PAGE_SIZE, limit: PAGE_SIZE });
  // The first page also says how many there are; while a search runs the rows before it stay.
  const head = useQuery({ ...pageOptions(0), placeholderData: keepPreviousData });
  const wanted = pagesOf(first, last).filter((page) => page > 0);
  const pages = useQueries({ queries: wanted.map(pageOptions) });

  const rowAt = (index: number): ListRow | null => {
    const page = Math.floor(index / PAGE_SIZE);
    const data = page === 0 ? head.data : pages[wanted.indexOf(page)]?.data;
    return data?.rows[index % PAGE_SIZE] ?? null;
  };
  const idsBetween = async (from: number, to: number): Promise<string[]> => {
    const [start, end] = from < to ? [from, to] : [to, from];
    const found = await Promise.all(
      pagesOf(start, end).map((page) => queryClient.query({ ...pageOptions(page), staleTime: 'static' })),
    );
    const offset = Math.floor(start / PAGE_SIZE) * PAGE_SIZE;
    return found.flatMap(({ rows }) => rows.map(({ id }) => id)).slice(start - offset, end - offset + 1);
  };
  return {
    count: head.data?.count ?? 0,
    sums: head.data?.sums ?? null,
    loading: head.isPending,
    trouble: head.error ? troubleOf(head.error) : null,
    rowAt,
    idsBetween,
  };
};

/** Makes every list and count be asked for again, after something was changed. */
export const useRefreshLists = (): (() => Promise<void>) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.projects.list.pathFilter()),
      queryClient.invalidateQueries(trpc.projects.ids.pathFilter()),
    ]);
  }, [queryClient, trpc]);
};
