import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../shared/model/unit.ts';
import { tellTrouble } from './notify.tsx';
import { useTRPC } from './trpc.ts';

/** Saves the settings and shows them everywhere at once; a failure is told and the old ones come back. */
export const useSaveSettings = (): ((settings: Settings) => void) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutate } = useMutation(
    trpc.settings.save.mutationOptions({
      onMutate: (settings) => {
        queryClient.setQueryData(trpc.start.state.queryKey(), (old) => (old ? { ...old, settings } : old));
      },
      onError: tellTrouble,
      onSettled: () => queryClient.invalidateQueries(trpc.start.state.queryFilter()),
    }),
  );
  return mutate;
};
