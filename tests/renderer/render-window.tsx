import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { StartContext, type StartState } from '../../renderer/src/lib/start.ts';
import { createClient, createQueryClient, TRPCProvider } from '../../renderer/src/lib/trpc.ts';
import { startState } from './fake-program.ts';

/**
 * Draws a part of the window with everything that stands around it.
 * @param path the address it is opened at
 * @returns the addresses it went to, newest last
 */
export const renderWindow = (
  part: ReactElement,
  state: StartState = startState(),
  path = '/',
): { readonly history: string[] } => {
  const { hook, history } = memoryLocation({ path, record: true });
  const queryClient = createQueryClient();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={createClient()} queryClient={queryClient}>
          <ModalsProvider labels={{ confirm: '确定', cancel: '取消' }}>
            <Notifications />
            <Router hook={hook}>
              <StartContext value={state}>{part}</StartContext>
            </Router>
          </ModalsProvider>
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { history };
};
