import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../shared/model/unit.ts';
import { tellTrouble } from './notify.tsx';
import { useTRPC } from './trpc.ts';

/**
 * Saves the settings and shows them everywhere at once; a failure is told and the old ones come back.
 * @returns whether it was saved; never rejects
 */
export const useSaveSettings = (): ((settings: Settings) => Promise<boolean>) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutateAsync } = useMutation(
    trpc.settings.save.mutationOptions({
      onMutate: (settings) => {
        queryClient.setQueryData(trpc.start.state.queryKey(), (old) => (old ? { ...old, settings } : old));
      },
      onError: tellTrouble,
      onSettled: () => queryClient.invalidateQueries(trpc.start.state.queryFilter()),
    }),
  );
  return (settings) =>
    mutateAsync(settings).then(
      () => true,
      () => false,
    );
};
