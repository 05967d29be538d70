import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Year } from '../../../shared/model/unit.ts';
import { troubleOf, type Trouble } from '../lib/errors.ts';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPCClient } from '../lib/trpc.ts';
import { useSaveSettings } from '../lib/use-save-settings.ts';
import { useRefreshLists } from '../list/use-rows.ts';
import { lastCarried } from './carried.ts';
import { firstTicks, runInput, type CarryPlan, type Ticks } from './ticks.ts';

/** What is taken over: read anew for every target year. */
export const useCarryPlan = (
  ids: readonly string[],
  toYear: Year,
): { readonly plan: CarryPlan | null; readonly stale: boolean; readonly trouble: Trouble | null } => {
  const client = useTRPCClient();
  const plan = useQuery({
    queryKey: ['carry', ids, toYear],
    queryFn: () => client.carry.prepare.mutate({ ids: [...ids], toYear }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
  });
  return {
    plan: plan.data ?? null,
    stale: plan.isPlaceholderData,
    trouble: plan.error ? troubleOf(plan.error) : null,
  };
};

/** The ticks of a plan; another plan begins with its own. */
export const useTicks = (plan: CarryPlan): readonly [Ticks, (change: (old: Ticks) => Ticks) => void] => {
  const [kept, setKept] = useState(() => ({ plan, ticks: firstTicks(plan) }));
  const now = kept.plan === plan ? kept : { plan, ticks: firstTicks(plan) };
  if (now !== kept) setKept(now);
  return [now.ticks, (change) => setKept((old) => ({ ...old, ticks: change(old.ticks) }))];
};

/** Stores what is ticked and shows the new year; its list offers to take it back. */
export const useRunCarry = (
  onDone: () => void,
): { readonly busy: boolean; readonly run: (plan: CarryPlan, ticks: Ticks) => void } => {
  const client = useTRPCClient();
  const refresh = useRefreshLists();
  const save = useSaveSettings();
  const state = useStart();
  const { settings } = state;
  const unitId = currentUnit(state)?.id ?? '';
  const [busy, setBusy] = useState(false);

  const run = async (plan: CarryPlan, ticks: Ticks): Promise<void> => {
    setBusy(true);
    try {
      const { ids } = await client.carry.run.mutate(runInput(plan, ticks));
      if (settings.year !== plan.toYear) await save({ ...settings, year: plan.toYear });
      await refresh();
      lastCarried.set({ unitId, fromYear: plan.fromYear, year: plan.toYear, ids });
      tell(`已把 ${ids.length} 个项目结转到 ${plan.toYear} 年度。`);
      onDone();
    } catch (error) {
      tellTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, run: (plan, ticks) => void run(plan, ticks) };
};
