import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SourceMerge, SourceRow } from '../../../shared/grid/table.ts';
import type { Trouble } from '../lib/errors.ts';
import { troubleOf } from '../lib/errors.ts';
import { useTRPC } from '../lib/trpc.ts';

/** Rows that are fetched together. */
export const BLOCK = 200;

export interface SourceRows {
  /** The row with this `at`; null while it is on its way, or where the source has none. */
  readonly rowAt: (at: number) => SourceRow | null;
  /** All rows that are here, in their order. */
  readonly rows: readonly SourceRow[];
  readonly merges: readonly SourceMerge[];
  readonly loading: boolean;
  readonly trouble: Trouble | null;
}

/**
 * The rows of one table of a reading, fetched block by block as they come into sight.
 * @param first first `at` in sight, from 1
 * @param last last `at` in sight
 */
export const useSourceRows = (readingId: string, table: number, first: number, last: number): SourceRows => {
  const trpc = useTRPC();
  const blocks = useMemo(() => {
    const from = Math.floor((Math.max(1, first) - 1) / BLOCK);
    const to = Math.floor((Math.max(1, last) - 1) / BLOCK);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }, [first, last]);
  return useQueries({
    queries: blocks.map((block) => ({
      ...trpc.imports.source.queryOptions({
        readingId,
        table,
        from: block * BLOCK + 1,
        to: (block + 1) * BLOCK,
      }),
      // What was read never changes.
      staleTime: Infinity,
    })),
    combine: (answers): SourceRows => {
      const slices = answers.flatMap(({ data }) => data ?? []);
      const rows = slices.flatMap((slice) => slice.rows);
      const byAt = new Map(rows.map((row) => [row.at, row]));
      const failed = answers.find(({ error }) => error !== null)?.error;
      return {
        rowAt: (at) => byAt.get(at) ?? null,
        rows,
        // A merge over two blocks comes with both.
        merges: [
          ...new Map(
            slices.flatMap(({ merges = [] }) => merges).map((one) => [`${one.at} ${one.column}`, one]),
          ).values(),
        ],
        loading: answers.some(({ isPending }) => isPending),
        trouble: failed ? troubleOf(failed) : null,
      };
    },
  });
};
