import { Alert, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { tellTrouble, TroubleText } from '../lib/notify.tsx';
import { currentUnit, useStart, type StartState } from '../lib/start.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import { completed, type NewUnit } from '../start/new-unit.ts';
import { UnitForm } from '../start/UnitForm.tsx';
import { tellStored } from './ResultNote.tsx';
import { readySources, takenCount, type Source } from './sources.ts';
import { unitOfSources } from './unit-of.ts';
import type { Confirm } from './use-confirm.ts';

export interface NewUnitDialogProps {
  readonly sources: readonly Source[];
  readonly year: number;
  readonly confirm: Confirm;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The papers are of a unit that is not there yet: make it, store its projects, and only then show the list. */
export const NewUnitDialog = ({ opened, onClose, ...rest }: NewUnitDialogProps): ReactElement => (
  <Modal opened={opened} onClose={onClose} title="这些项目是哪个单位的？" size="lg">
    {opened && <NewUnitOfPapers {...rest} />}
  </Modal>
);

const NewUnitOfPapers = ({
  sources,
  year,
  confirm,
}: Pick<NewUnitDialogProps, 'sources' | 'year' | 'confirm'>): ReactElement => {
  const { settings } = useStart();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const [created, setCreated] = useState<StartState | null>(null);
  const [busy, setBusy] = useState(false);

  const begin = async (unit: NewUnit): Promise<void> => {
    // A second try after a failed import must not make the unit twice.
    const state = created ?? (await client.start.createUnit.mutate(completed(unit)));
    setCreated(state);
    const stored = await confirm.confirm(readySources(sources), {
      unitId: currentUnit(state)?.id ?? '',
      year: state.settings.year,
    });
    if (!stored) return;
    queryClient.setQueryData(trpc.start.state.queryKey(), state);
    navigate('/');
    tellStored(stored, confirm);
  };
  const submit = (unit: NewUnit): void => {
    setBusy(true);
    begin(unit)
      .catch(tellTrouble)
      .finally(() => setBusy(false));
  };
  return (
    <>
      {confirm.trouble && (
        <Alert color="red" mb="md">
          <TroubleText trouble={confirm.trouble} />
        </Alert>
      )}
      <UnitForm
        initial={{ ...unitOfSources(readySources(sources), year), operator: settings.operator }}
        submitLabel={`存入 ${takenCount(sources)} 个项目`}
        busy={busy}
        onSubmit={submit}
      />
    </>
  );
};
