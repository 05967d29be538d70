import { Center, Loader, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { troubleOf } from '../lib/errors.ts';
import { tell, TroubleText } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { KeptText } from './KeptText.tsx';
import { openProject } from './open-project.ts';
import { departed } from './save-project.ts';
import { noticeId } from './unsaved-notice.tsx';
import { unsavedStore } from './unsaved.ts';
import { Wizard } from './Wizard.tsx';

/** The wizard of the project in the address, with its step. */
export const WizardPage = (): ReactElement => {
  const { id, step } = useParams<{ id: string; step?: string }>();
  // Counts the times the project was read anew: after finishing, after reopening.
  const [reading, setReading] = useState(0);
  const client = useTRPCClient();
  const project = useQuery({
    queryKey: ['wizard', id, reading],
    queryFn: async () => {
      await departed(id);
      notifications.hide(noticeId(id));
      const opened = await openProject(client.projects, unsavedStore, id);
      if (opened.unsaved === 'back') tell('上次没有保存上的内容已放回。');
      return opened;
    },
    // The form starts from what is stored now, never from an older answer.
    gcTime: 0,
    staleTime: Infinity,
  });
  const reread = (): void => setReading((count) => count + 1);
  if (project.error) {
    const trouble = troubleOf(project.error);
    return (
      <Center flex={1}>
        <Stack>
          <TroubleText trouble={trouble} />
          {trouble.code === 'not-found' && unsavedStore.of(id).length > 0 && (
            <KeptText id={id} state="deleted" onDone={reread} />
          )}
          <Link href="/">回到项目一览</Link>
        </Stack>
      </Center>
    );
  }
  if (!project.data) {
    return (
      <Center flex={1}>
        <Loader aria-label="正在打开项目" />
      </Center>
    );
  }
  return (
    <Wizard
      key={`${id} ${reading}`}
      project={project.data.project}
      hasKeptText={project.data.unsaved === 'asking'}
      step={step}
      onReread={reread}
    />
  );
};
