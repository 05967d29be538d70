import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Year } from '../../../shared/model/unit.ts';
import { useTRPC } from '../lib/trpc.ts';
import { CarryDialog } from './CarryDialog.tsx';

/** In a year without projects: takes over those of the year before, where there are some. */
export const CarryFromLastYear = ({
  unitId,
  year,
}: {
  readonly unitId: string;
  readonly year: Year;
}): ReactElement | null => {
  const trpc = useTRPC();
  const [opened, setOpened] = useState(false);
  const last = useQuery(trpc.projects.ids.queryOptions({ unitId, year: year - 1, search: '', state: null }));
  const ids = last.data ?? [];
  if (ids.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        从 {year - 1} 年度结转（{ids.length}）
      </Button>
      <CarryDialog ids={ids} toYear={year} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
};
