import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { troubleOf, type Trouble } from '../lib/errors.ts';
import { useTRPCClient } from '../lib/trpc.ts';
import type { ImportPreview, ProjectMatch } from './contract.ts';
import type { ReadySource } from './sources.ts';
import type { ImportTarget } from './use-target.ts';

/** What fits each project among what is stored. */
export interface Matches {
  /** Still being looked up: nothing may be stored before it is known. */
  readonly pending: boolean;
  /** Why it could not be found out; nothing may be stored then either. */
  readonly trouble: Trouble | null;
  readonly of: (sourceKey: string, index: number) => ProjectMatch | undefined;
}

const MATCH = 'import-match';

const versions = new WeakMap<ImportPreview, string>();

/** Tells readings of one file apart: mapped by hand it has other projects under the same id. */
const versionOf = (preview: ImportPreview): string => {
  const version = versions.get(preview) ?? crypto.randomUUID();
  versions.set(preview, version);
  return version;
};

/** Makes what is still on the page be compared again; what was stored as a whole is no longer there to be. */
export const useRefreshMatches = (): ((gone: ReadonlySet<string>) => Promise<void>) => {
  const queryClient = useQueryClient();
  return (gone) =>
    queryClient.invalidateQueries({
      queryKey: [MATCH],
      predicate: ({ queryKey: [, importId] }) => typeof importId === 'string' && !gone.has(importId),
    });
};

/** Compares everything that was read with what is stored where it would go. */
export const useMatches = (sources: readonly ReadySource[], target: ImportTarget): Matches => {
  const client = useTRPCClient();
  const { unitId, year, apart } = target;
  // A unit that is made for it has nothing stored yet.
  const wanted = apart || unitId !== '' ? sources : [];
  const found = useQueries({
    queries: wanted.map(({ preview }) =>
      queryOptions({
        queryKey: [MATCH, preview.importId, unitId, year, apart, versionOf(preview)],
        queryFn: () => client.imports.match.mutate({ readingId: preview.importId, unitId, year, byUnit: apart }),
      }),
    ),
    combine: (results) => ({
      pending: results.some(({ isPending, isError }) => isPending && !isError),
      failure: results.find(({ error }) => error !== null)?.error ?? null,
      answers: results.map(({ data }) => data),
    }),
  });
  return useMemo(() => {
    const byKey = new Map(
      wanted.map(({ key }, place) => [key, new Map((found.answers[place] ?? []).map((one) => [one.index, one]))]),
    );
    const trouble = found.failure && troubleOf(found.failure);
    return { pending: found.pending, trouble, of: (key, index) => byKey.get(key)?.get(index) };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the answers say when something changed
  }, [found]);
};
