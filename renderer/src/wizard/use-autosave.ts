import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { troubleOf } from '../lib/errors.ts';
import { useTRPCClient } from '../lib/trpc.ts';
import { createAutosave, HEAVY_DELAY, SAVE_DELAY, type Autosave, type SaveStatus } from './autosave.ts';
import { isHeavy, saveWhileLeaving, type StoredProject } from './save-project.ts';
import { noticeId } from './unsaved-notice.tsx';
import { unsavedStore } from './unsaved.ts';

/** Saves one project through the program; what the program does not take stays on this machine. */
export const useAutosave = (
  project: StoredProject,
  onStatus: (status: SaveStatus) => void,
): Autosave<ProjectContent> => {
  const client = useTRPCClient();
  const [autosave] = useState(() => {
    const slot = crypto.randomUUID();
    return createAutosave<ProjectContent>({
      stored: project.content,
      version: project.version,
      save: (content, version, leaving) => {
        const input = { id: project.id, version, content };
        return leaving ? saveWhileLeaving(input) : client.projects.save.mutate(input);
      },
      explain: (error) => {
        const { code, message } = troubleOf(error);
        return { refusal: code === 'stale' || code === 'frozen' || code === 'not-found' ? code : null, message };
      },
      onStatus,
      keep: (base, mine) => void unsavedStore.keep(slot, { projectId: project.id, base, mine }),
      release: () => {
        unsavedStore.release(slot, project.id);
        notifications.hide(noticeId(project.id));
      },
      delayOf: (content) => (isHeavy(content) ? HEAVY_DELAY : SAVE_DELAY),
    });
  });
  return autosave;
};
