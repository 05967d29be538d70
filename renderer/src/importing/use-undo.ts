import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import { useRefreshLists } from '../list/use-rows.ts';
import type { Undone } from './contract.ts';

/** Takes an import back, just after it or any time later; says what stays all the same. */
export const useUndo = (): { readonly busy: boolean; readonly undo: (importId: string) => Promise<boolean> } => {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = useRefreshLists();
  const [busy, setBusy] = useState(false);
  const undo = async (importId: string): Promise<boolean> => {
    setBusy(true);
    try {
      const undone = await client.imports.undo.mutate({ importId });
      tell(undoneText(undone));
      return true;
    } catch (error) {
      tellTrouble(error);
      return false;
    } finally {
      setBusy(false);
      await Promise.all([refresh(), queryClient.invalidateQueries(trpc.imports.pathFilter())]);
    }
  };
  return { busy, undo };
};

const MOST_NAMED = 3;

/** What is said of an import that was taken back: what stays is named. */
export const undoneText = ({ kept, notes }: Pick<Undone, 'kept' | 'notes'>): string => {
  const named = kept.slice(0, MOST_NAMED).map(({ name, why }) => `“${name}”没有撤销：${why}`);
  const more = kept.length > MOST_NAMED ? [`还有 ${kept.length - MOST_NAMED} 个也没有撤销。`] : [];
  return ['已撤销这次导入。', ...named, ...more, ...notes].join('');
};
