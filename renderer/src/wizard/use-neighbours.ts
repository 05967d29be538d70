import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useTRPC } from '../lib/trpc.ts';
import type { StoredProject } from './save-project.ts';

/** The ways to the project before and after in the list; undefined at either end. */
export const useNeighbours = ({
  id,
  unitId,
  year,
}: StoredProject): { readonly previous: (() => void) | undefined; readonly next: (() => void) | undefined } => {
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const { data: ids = [] } = useQuery(trpc.projects.ids.queryOptions({ unitId, year, search: '', state: null }));
  const here = ids.indexOf(id);
  const wayTo = (other: string | undefined): (() => void) | undefined =>
    here === -1 || other === undefined ? undefined : () => navigate(`/projects/${other}`, { replace: true });
  return { previous: wayTo(ids[here - 1]), next: wayTo(ids[here + 1]) };
};
