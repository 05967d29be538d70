import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useLocation } from 'wouter';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useLeaving } from '../lib/use-leaving.ts';
import type { Autosave } from './autosave.ts';
import { isHeavy, rememberDeparture } from './save-project.ts';
import { showUnsaved } from './unsaved-notice.tsx';

/**
 * Nothing typed is left behind: not by another page of the window, another window, nor by closing it.
 * @param collect hands the newest typing to the autosave
 */
export const useDeparture = (
  id: string,
  autosave: Autosave<ProjectContent>,
  collect: () => void,
): { readonly flush: () => Promise<boolean> } => {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const flush = useCallback((): Promise<boolean> => {
    collect();
    return autosave.flush();
  }, [autosave, collect]);
  const save = useCallback((): void => void flush(), [flush]);
  const leave = useCallback((): void => {
    collect();
    autosave.leave();
  }, [autosave, collect]);
  const heavy = useCallback((): boolean => {
    const content = autosave.newest();
    return content !== null && isHeavy(content);
  }, [autosave]);
  useLeaving({ save, leave, heavy });
  useEffect(
    () => () => {
      rememberDeparture(id, { settle: autosave.flush, end: autosave.dispose });
      void flush().then(async (saved) => {
        const unsaved = autosave.newest();
        if (!saved && unsaved)
          showUnsaved({ id, name: unsaved.name }, autosave.status(), () => navigate(`/projects/${id}`));
        await queryClient.invalidateQueries(trpc.projects.list.pathFilter());
      });
    },
    [autosave, flush, id, navigate, queryClient, trpc],
  );
  return { flush };
};
