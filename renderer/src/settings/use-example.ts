import { useQuery } from '@tanstack/react-query';
import { paperById } from '../../../shared/forms/index.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';
import { mainForm } from '../papers/papers.ts';
import type { ExampleFacts } from './examples.ts';

/** What the examples in the settings are made of: the current unit and its projects of the year; null without a unit. */
export const useExample = (): ExampleFacts | null => {
  const state = useStart();
  const trpc = useTRPC();
  const unit = currentUnit(state);
  const query = { unitId: unit?.id ?? '', year: state.settings.year, search: '', state: null };
  const { data } = useQuery(trpc.projects.ids.queryOptions(query, { enabled: unit !== null }));
  return unit && { unit, count: data?.length ?? 0, now: new Date(), paper: paperById(mainForm(unit)).name };
};
