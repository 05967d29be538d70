import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { troubleOf } from '../lib/errors.ts';
import { StartContext } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';
import { BugPage } from './BugPage.tsx';

/** Asks the program for its state before anything is shown; says what is wrong where it can't work. */
export const StartGate = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const trpc = useTRPC();
  const state = useQuery(trpc.start.state.queryOptions(undefined, { staleTime: Infinity }));
  if (state.data) return <StartContext value={state.data}>{children}</StartContext>;
  if (state.error) {
    const trouble = troubleOf(state.error);
    return <BugPage title={trouble.message} nextStep={trouble.nextStep} details={trouble.details || trouble.message} />;
  }
  return (
    <Center h="100dvh">
      <Loader aria-label="正在打开" />
    </Center>
  );
};
