import { useQuery } from '@tanstack/react-query';
import { siblingsOf } from '../lib/departments.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';

/** given: what the list handed over; unit, department: everything of the year. */
export type ScopeId = 'given' | 'unit' | 'department';

/** Some projects that can be saved together. */
export interface Scope {
  readonly id: ScopeId;
  readonly label: string;
  readonly ids: readonly string[];
  readonly drafts: number;
}

interface Offered {
  readonly scopes: readonly Scope[];
  /** A wider scope is still on its way. */
  readonly loading: boolean;
}

/**
 * How wide an export may reach, the given projects first; wider ones are offered only where they hold more.
 * @param ids the projects the list handed over
 */
export const useScopes = (ids: readonly string[]): Offered => {
  const trpc = useTRPC();
  const state = useStart();
  const unit = currentUnit(state);
  const siblings = unit ? siblingsOf(unit, state.units) : [];
  const where = { unitId: unit?.id ?? '', year: state.settings.year };
  const own = useQuery(trpc.projects.ids.queryOptions({ ...where, search: '', state: null }));
  const draft = useQuery(trpc.projects.ids.queryOptions({ ...where, search: '', state: 'draft' }));
  const whole = useQuery(
    trpc.summary.get.queryOptions({ ...where, scope: 'department' }, { enabled: siblings.length > 1 }),
  );
  const drafts = new Set(draft.data ?? []);
  const all = own.data ?? ids;
  const count = (some: readonly string[]): number =>
    some.length > all.length && whole.data ? whole.data.drafts : some.filter((id) => drafts.has(id)).length;
  return {
    scopes: [
      { id: 'given', label: givenLabel(ids, all), ids, drafts: count(ids) },
      ...(all.length > ids.length
        ? [{ id: 'unit', label: `本单位全部 ${all.length} 个项目`, ids: all, drafts: count(all) } as const]
        : []),
      ...(whole.data && whole.data.ids.length > all.length
        ? [
            {
              id: 'department',
              label: `主管部门下 ${siblings.length} 个单位的全部 ${whole.data.ids.length} 个项目`,
              ids: whole.data.ids,
              drafts: whole.data.drafts,
            } as const,
          ]
        : []),
    ],
    loading: own.isLoading || whole.isLoading,
  };
};

const givenLabel = (ids: readonly string[], all: readonly string[]): string =>
  ids.length === all.length ? `本单位全部 ${ids.length} 个项目` : `所选的 ${ids.length} 个项目`;
