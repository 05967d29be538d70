import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { compareWithLastYear, stillOldYear, type LastYearComparison } from '../../../shared/carry/compare.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { useTRPC, type Outputs } from '../lib/trpc.ts';
import { useKept } from '../lib/use-kept.ts';
import { createLastYear, linesOf, whenOf, type LastYearStore } from './last-year.ts';
import type { StoredProject } from './save-project.ts';

/** This year beside last year, for one open project. */
export interface LastYearSide {
  readonly store: LastYearStore;
  /** The project of last year; null where there is none, or while it is looked for. */
  readonly last: NonNullable<Outputs['carry']['lastYear']> | null;
  /** What it was in relation to now, for 核对与完成; also without a project of last year. */
  readonly compared: Pick<LastYearComparison, 'oldYear' | 'sameNumbers'>;
  /** Whether the lines below the boxes are shown. */
  readonly shown: boolean;
  readonly show: (shown: boolean) => void;
}

/** Finds last year's project and compares it with what stands in the form, a moment after it was typed. */
export const useLastYear = (project: StoredProject, live: ProjectContent): LastYearSide => {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.carry.lastYear.queryOptions({ id: project.id }, { gcTime: 0, staleTime: Infinity }));
  const last = data ?? null;
  const [store] = useState(createLastYear);
  const [first, keep] = useKept('jixiao last year', z.boolean(), true);
  const [shown, setShown] = useState(first);
  const { year } = project;
  const compared = useMemo(
    (): LastYearComparison =>
      last === null
        ? { fields: new Map(), gone: [], oldYear: stillOldYear(live, { from: year - 1, to: year }), sameNumbers: [] }
        : compareWithLastYear(live, last.content, { from: last.year, to: year }),
    [last, live, year],
  );
  useEffect(() => {
    if (last === null || !shown) store.set(new Map(), []);
    else store.set(linesOf(compared, whenOf(last.year, year)), compared.gone);
  }, [store, compared, last, shown, year]);
  return {
    store,
    last,
    compared,
    shown,
    show: (next) => {
      setShown(next);
      keep(next);
    },
  };
};
