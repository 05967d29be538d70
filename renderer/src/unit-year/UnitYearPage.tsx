import { Center, Loader, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { troubleOf } from '../lib/errors.ts';
import { TroubleText } from '../lib/notify.tsx';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPCClient } from '../lib/trpc.ts';
import { openUnitYear } from './open-unit-year.ts';
import { UnitYearSheet } from './UnitYearSheet.tsx';
import { unitYearStore } from './unsaved.ts';

/** 部门整体绩效目标 of the unit and year that are worked on. */
export const UnitYearPage = (): ReactElement => {
  const state = useStart();
  const unit = currentUnit(state);
  if (!unit) throw new Error('a year without a unit');
  const { year } = state.settings;
  const { unitYears } = useTRPCClient();
  const opened = useQuery({
    queryKey: ['unit year', unit.id, year],
    queryFn: () => openUnitYear(unitYears, unitYearStore, { unitId: unit.id, year }),
    // Read anew whenever the page is opened, and never under the clerk's hands.
    gcTime: 0,
    staleTime: Infinity,
  });
  if (opened.data) {
    const { stored } = opened.data;
    return (
      <UnitYearSheet
        key={`${unit.id} ${year} ${opened.dataUpdatedAt}`}
        unit={unit}
        stored={stored}
        asking={opened.data.unsaved === 'asking'}
        onReread={() => void opened.refetch()}
      />
    );
  }
  return (
    <Center flex={1}>
      {opened.error ? (
        <Stack>
          <TroubleText trouble={troubleOf(opened.error)} />
        </Stack>
      ) : (
        <Loader aria-label="正在打开" />
      )}
    </Center>
  );
};
