import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tellTrouble } from '../lib/notify.tsx';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';

interface Deed {
  readonly busy: boolean;
  readonly run: () => void;
}

/** One deed on the project at a time: failures are told, the list is fresh afterwards. */
const useDeed = (deed: () => Promise<void>): Deed => {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      await deed();
      await queryClient.invalidateQueries(trpc.projects.list.pathFilter());
    } catch (error) {
      tellTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, run: () => void run() };
};

/**
 * 完成: everything typed is saved first. Where the form's schema refuses it here, or the program itself does (somebody else
 * may have changed the project), `onGaps` goes to the first gap.
 */
export const useFinish = (
  id: string,
  flush: () => Promise<boolean>,
  complete: () => Promise<boolean>,
  onFinished: () => void,
  onGaps: () => void,
): Deed => {
  const client = useTRPCClient();
  return useDeed(async () => {
    if (!(await flush())) return;
    if (!(await complete())) return onGaps();
    const { finished } = await client.projects.finish.mutate({ id });
    if (!finished) return onGaps();
    onFinished();
  });
};

/** 修改: a finished project can be changed again. */
export const useReopen = (id: string, onReopened: () => void): Deed => {
  const client = useTRPCClient();
  return useDeed(async () => {
    await client.projects.reopen.mutate({ id });
    onReopened();
  });
};
