import { Center, Loader, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { troubleOf } from '../lib/errors.ts';
import { TroubleText } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { departed } from './save-project.ts';
import { stepOf } from './steps.ts';
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
      return client.projects.get.query({ id });
    },
    // The form starts from what is stored now, never from an older answer.
    gcTime: 0,
    staleTime: Infinity,
  });
  if (project.error) {
    return (
      <Center flex={1}>
        <Stack>
          <TroubleText trouble={troubleOf(project.error)} />
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
      project={project.data}
      step={stepOf(step)}
      onReread={() => setReading((count) => count + 1)}
    />
  );
};
