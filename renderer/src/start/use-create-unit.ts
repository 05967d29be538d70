import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tellTrouble } from '../lib/notify.tsx';
import type { StartState } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';

/** The two ways to fill an empty data folder; either way the window goes on with the state that comes back. */
export const useBegin = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const goOn = (state: StartState): void => {
    queryClient.setQueryData(trpc.start.state.queryKey(), state);
  };
  const options = { onSuccess: goOn, onError: tellTrouble };
  return {
    createUnit: useMutation(trpc.start.createUnit.mutationOptions(options)),
    loadSample: useMutation(trpc.start.loadSample.mutationOptions(options)),
  };
};
