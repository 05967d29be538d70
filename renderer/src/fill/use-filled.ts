import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { placeKey, type Corrections, type Role } from '../../../shared/fill/roles.ts';
import { tellTrouble } from '../lib/notify.tsx';
import { useTRPCClient, type Outputs } from '../lib/trpc.ts';
import type { OpenTemplate } from './use-template.ts';

type Preview = Outputs['fill']['preview'];

export interface Filled {
  /** As recognised with what the clerk said. */
  readonly template: OpenTemplate;
  readonly corrections: Corrections;
  /** One project filled in; null while it is on its way. */
  readonly preview: Preview | null;
  /** Id of the project that is shown. */
  readonly shown: string | null;
  readonly show: (id: string | null) => void;
  /** Says what a cell is; null takes the word back. */
  readonly correct: (
    cell: { readonly table: number; readonly row: number; readonly column: number },
    role: Role | null,
  ) => Promise<void>;
}

/** What is recognised in a template, what the clerk says of it, and how it looks filled in. */
export const useFilled = (opened: OpenTemplate, first: string | null): Filled => {
  const client = useTRPCClient();
  const [template, setTemplate] = useState(opened);
  const [wanted, setWanted] = useState<string | null>(null);
  const shown = wanted ?? first;
  const { templateId, corrections } = template;
  const preview = useQuery({
    queryKey: ['fill preview', templateId, shown, corrections],
    queryFn: () => client.fill.preview.mutate({ templateId, projectId: shown ?? '', corrections }),
    enabled: shown !== null,
  });
  const correct: Filled['correct'] = async ({ table, row, column }, role) => {
    const key = placeKey(table, row, column);
    const others = Object.entries(corrections).filter(([place]) => place !== key);
    const said: Corrections = Object.fromEntries(role === null ? others : [...others, [key, role]]);
    try {
      setTemplate(await client.fill.analyse.mutate({ templateId, corrections: said }));
    } catch (error) {
      tellTrouble(error);
    }
  };
  return { template, corrections, preview: preview.data ?? null, shown, show: setWanted, correct };
};
