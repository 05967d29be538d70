import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import { tellTrouble, tellWithUndo } from '../lib/notify.tsx';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import type { UnitYearKey } from '../unit-year/unsaved.ts';

/** 合计 of an imported paper, kept beside the exact sum until the clerk has done with it; nothing where there is none. */
export const PrintedTotal = ({ unitId, year }: UnitYearKey): ReactElement | null => {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const key = { unitId, year };
  const declared = useQuery(trpc.unitYears.get.queryOptions(key));
  const printed = declared.data?.content.printedTotal ?? '';
  if (isBlank(printed)) return null;

  const save = async (printedTotal: string): Promise<void> => {
    const { version, content } = await client.unitYears.get.query(key);
    await client.unitYears.save.mutate({ ...key, version, content: { ...content, printedTotal } });
    await Promise.all([
      queryClient.invalidateQueries(trpc.unitYears.pathFilter()),
      queryClient.invalidateQueries(trpc.summary.pathFilter()),
    ]);
  };
  const drop = (): void =>
    void save('').then(
      () => tellWithUndo('以后不再和导入的合计比对。', () => void save(printed).catch(tellTrouble)),
      tellTrouble,
    );
  return (
    <Group gap="sm">
      <Text size="sm">
        导入的表上印的合计：<b className="tabular">{printed}</b> 万元
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={drop}>
        不再比对
      </Button>
    </Group>
  );
};
