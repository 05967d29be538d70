import { Alert, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { tellTrouble, TroubleText } from '../lib/notify.tsx';
import { currentUnit, useStart, type StartState } from '../lib/start.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import { completed, type NewUnit } from '../start/new-unit.ts';
import { UnitForm } from '../start/UnitForm.tsx';
import type { ImportDraft } from './draft.ts';
import { allDrafts, type ReadySource } from './sources.ts';
import { unitOfSources } from './unit-of.ts';
import type { Store } from './use-store.ts';
import type { ImportTarget } from './use-target.ts';

export interface NewUnitDialogProps {
  readonly sources: readonly ReadySource[];
  /** What is to be stored in it; null where the dialog is closed. */
  readonly which: ((draft: ImportDraft) => boolean) | null;
  readonly target: ImportTarget;
  readonly store: Store;
  readonly onClose: () => void;
}

/** The papers are of a unit that is not there yet: make it, and store its projects. */
export const NewUnitDialog = ({ which, ...rest }: NewUnitDialogProps): ReactElement => (
  <Modal opened={which !== null} onClose={rest.onClose} title="这些项目是哪个单位的？" size="lg">
    {which && <NewUnitOfPapers which={which} {...rest} />}
  </Modal>
);

const NewUnitOfPapers = ({
  sources,
  which,
  target,
  store,
  onClose,
}: NewUnitDialogProps & { readonly which: (draft: ImportDraft) => boolean }): ReactElement => {
  const { settings } = useStart();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [created, setCreated] = useState<StartState | null>(null);
  const [busy, setBusy] = useState(false);
  const count = allDrafts(sources).filter(({ draft }) => which(draft) && draft.wanted?.action !== 'skip').length;

  const begin = async (unit: NewUnit): Promise<void> => {
    // A second try after a failed import must not make the unit twice.
    const state = created ?? (await client.start.createUnit.mutate(completed(unit)));
    setCreated(state);
    if ((await store.store(which, currentUnit(state)?.id ?? '')) === null) return;
    queryClient.setQueryData(trpc.start.state.queryKey(), state);
    onClose();
  };
  const submit = (unit: NewUnit): void => {
    setBusy(true);
    begin(unit)
      .catch(tellTrouble)
      .finally(() => setBusy(false));
  };
  return (
    <>
      {store.trouble && (
        <Alert color="red" mb="md">
          <TroubleText trouble={store.trouble} />
        </Alert>
      )}
      <UnitForm
        initial={{ ...unitOfSources(sources, target.year), operator: settings.operator }}
        submitLabel={`存入 ${count} 个项目`}
        busy={busy}
        onSubmit={submit}
      />
    </>
  );
};
