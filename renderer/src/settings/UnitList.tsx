import { Badge, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Unit } from '../../../shared/model/unit.ts';
import { unitsByDepartment } from '../lib/departments.ts';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { useStart } from '../lib/start.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import { useSaveSettings } from '../lib/use-save-settings.ts';
import { formsOf, formWithRegion } from '../papers/papers.ts';
import { blankUnit, furtherUnit, type NewUnit } from '../start/new-unit.ts';
import { UnitForm } from '../start/UnitForm.tsx';

/** All units of this installation under their departments; the one that is worked for is marked, others are a click away. */
export const UnitList = ({ current }: { readonly current: Unit }): ReactElement => {
  const { units } = useStart();
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600}>全部单位</Text>
        <AnotherUnit current={current} />
      </Group>
      {unitsByDepartment(units).map(({ name, units: under }) => (
        <Table key={name} withTableBorder verticalSpacing={6} aria-label={`主管部门：${name}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th colSpan={3}>
                {name}
                {under.length > 1 && `（${under.length} 个单位，可以一起汇总和导出）`}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {under.map((unit) => (
              <UnitRow key={unit.id} unit={unit} isCurrent={unit.id === current.id} />
            ))}
          </Table.Tbody>
        </Table>
      ))}
    </Stack>
  );
};

const UnitRow = ({ unit, isCurrent }: { readonly unit: Unit; readonly isCurrent: boolean }): ReactElement => {
  const { settings } = useStart();
  const save = useSaveSettings();
  return (
    <Table.Tr>
      <Table.Td>{unit.name}</Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {formsOf(unit).map(formWithRegion).join('；')}
        </Text>
      </Table.Td>
      <Table.Td ta="right" w={120}>
        {isCurrent ? (
          <Badge variant="light" size="lg" radius="sm">
            正在填报
          </Badge>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`切换到${unit.name}`}
            onClick={() => void save({ ...settings, unitId: unit.id })}
          >
            切换到这里
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

/** 新增单位, mostly one more under the same department; the window goes on with the unit it works for. */
const AnotherUnit = ({ current }: { readonly current: Unit }): ReactElement => {
  const { settings } = useStart();
  const [asking, setAsking] = useState(false);
  const { busy, create } = useCreateUnit(() => setAsking(false));
  const { department, departmentCode, forms, tree, reviewer } = current;
  const blank = blankUnit(settings.year, settings.operator);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        新增单位
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="新增单位" size="lg">
        {asking && (
          <UnitForm
            initial={{ ...blank, department, departmentCode, forms, tree, reviewer }}
            further
            submitLabel="新增"
            busy={busy}
            onSubmit={create}
          />
        )}
      </Modal>
    </>
  );
};

const useCreateUnit = (onCreated: () => void): { readonly busy: boolean; readonly create: (unit: NewUnit) => void } => {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const create = async (unit: NewUnit): Promise<void> => {
    setBusy(true);
    try {
      const { name } = await client.units.create.mutate(furtherUnit(unit));
      await queryClient.invalidateQueries(trpc.start.state.queryFilter());
      tell(`已新增“${name}”。`);
      onCreated();
    } catch (error) {
      tellTrouble(error);
    }
    setBusy(false);
  };
  return { busy, create: (unit) => void create(unit) };
};
