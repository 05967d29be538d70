import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../lib/trpc.ts';
import { useWizard } from './wizard-context.ts';

/** 项目类别 that other projects of the unit have; none until the program answered. @param wanted asks at all */
export const useUsedCategories = (wanted: boolean): string[] => {
  const { where } = useWizard();
  const trpc = useTRPC();
  const summary = useQuery(
    trpc.summary.get.queryOptions({ ...where, scope: 'unit' }, { enabled: wanted, retry: false }),
  );
  // Projects without a class are summed up by their attribute.
  return (summary.data?.byCategory ?? []).map(({ label }) => label).filter((label) => label.endsWith('类'));
};
