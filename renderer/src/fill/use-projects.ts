import { useQuery } from '@tanstack/react-query';
import { useStart } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';

export interface FillProjects {
  /** In the order they are filled in. */
  readonly ids: readonly string[];
  /** Names of those of the unit, for the preview. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly label: string;
}

/** More names than these are not offered for the preview. */
const MOST_NAMES = 500;

/** The projects that go into the form: what the list handed over, else all of the unit's year. */
export const useProjects = (unitId: string, chosen: readonly string[] | null): FillProjects => {
  const trpc = useTRPC();
  const { year } = useStart().settings;
  const query = { unitId, year, search: '', state: null } as const;
  const all = useQuery(trpc.projects.ids.queryOptions(query));
  const page = useQuery(
    trpc.projects.list.queryOptions({ ...query, sort: 'position', descending: false, offset: 0, limit: MOST_NAMES }),
  );
  const own = all.data ?? [];
  const ids = chosen ?? own;
  const named = new Map((page.data?.rows ?? []).map(({ id, name }) => [id, name]));
  return {
    ids,
    names: ids.slice(0, MOST_NAMES).flatMap((id) => {
      const name = named.get(id);
      return name === undefined ? [] : [{ id, name: name.trim() === '' ? '（未命名）' : name }];
    }),
    label: ids.length === own.length ? `${year} 年度全部 ${ids.length} 个` : `所选的 ${ids.length} 个`,
  };
};
