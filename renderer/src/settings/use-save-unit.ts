import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Unit } from '../../../shared/model/unit.ts';
import { tellTrouble } from '../lib/notify.tsx';
import { useTRPC } from '../lib/trpc.ts';

/**
 * Saves a unit and shows it everywhere; a failure is told.
 * @returns whether it was saved; never rejects
 */
export const useSaveUnit = (): ((unit: Unit) => Promise<boolean>) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutateAsync } = useMutation(
    trpc.units.save.mutationOptions({
      onError: tellTrouble,
      onSettled: () => queryClient.invalidateQueries(trpc.start.state.queryFilter()),
    }),
  );
  return (unit) =>
    mutateAsync(unit).then(
      () => true,
      () => false,
    );
};
