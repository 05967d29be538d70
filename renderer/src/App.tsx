import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { styleNonce } from './lib/nonce.ts';
import { createClient, createQueryClient, TRPCProvider } from './lib/trpc.ts';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { Pages } from './shell/Pages.tsx';
import { StartGate } from './shell/StartGate.tsx';
import { theme } from './theme.ts';

/** The whole window. */
export const App = (): ReactElement => {
  const [queryClient] = useState(createQueryClient);
  const [trpcClient] = useState(createClient);
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          <ErrorBoundary>
            <ModalsProvider labels={{ confirm: '确定', cancel: '取消' }}>
              {/* Above the list's totals. */}
              <Notifications position="bottom-center" limit={3} styles={{ root: { marginBottom: 44 } }} />
              <Router hook={useHashLocation}>
                <StartGate>
                  <Pages />
                </StartGate>
              </Router>
            </ModalsProvider>
          </ErrorBoundary>
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
};
