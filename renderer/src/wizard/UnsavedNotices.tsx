import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { troubleOf } from '../lib/errors.ts';
import { tell } from '../lib/notify.tsx';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import { openProject } from './open-project.ts';
import { showUnsaved } from './unsaved-notice.tsx';
import { unsavedStore } from './unsaved.ts';

/**
 * When the window opens: text that could not be saved before the program or the window went away is saved now; where
 * that takes the clerk's word, a note says so. The project that is open looks after itself.
 */
export const UnsavedNotices = (): null => {
  const { projects } = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [location, navigate] = useLocation();
  useEffect(() => {
    const saveOrTell = async (id: string): Promise<void> => {
      const opening = (): void => navigate(`/projects/${id}`);
      const name = unsavedStore.of(id)[0]?.mine.name ?? '';
      try {
        const { unsaved } = await openProject(projects, unsavedStore, id);
        if (unsaved === 'back') {
          tell(`“${name}”上次没有保存上的内容，现在已保存。`);
          await queryClient.invalidateQueries(trpc.projects.list.pathFilter());
        }
        if (unsaved === 'asking') showUnsaved({ id, name }, null, opening);
      } catch (error) {
        if (troubleOf(error).code === 'not-found') showUnsaved({ id, name }, null, opening);
      }
    };
    for (const id of unsavedStore.projects()) {
      if (!location.startsWith(`/projects/${id}`) && unsavedStore.of(id).length > 0) void saveOrTell(id);
    }
    // Once, as the window opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return null;
};
