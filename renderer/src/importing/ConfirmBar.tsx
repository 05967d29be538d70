import { Alert, Button, Group, Modal, NumberInput, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { tellTrouble, tellWithUndo, TroubleText } from '../lib/notify.tsx';
import { currentUnit, useStart, type StartState } from '../lib/start.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import { useSaveSettings } from '../lib/use-save-settings.ts';
import { completed, type NewUnit } from '../start/new-unit.ts';
import { UnitForm } from '../start/UnitForm.tsx';
import classes from './Import.module.css';
import { storedText } from './ResultNote.tsx';
import { printedYear, readySources, takenCount, type Source } from './sources.ts';
import { unitOfSources } from './unit-of.ts';
import { useConfirm, type Confirm, type Stored } from './use-confirm.ts';

export interface ConfirmBarProps {
  readonly sources: readonly Source[];
  readonly onStored: (stored: Stored) => void;
}

/** The last click: into which year, and how many. Where there is no unit yet, the papers propose one. */
export const ConfirmBar = ({ sources, onStored }: ConfirmBarProps): ReactElement | null => {
  const state = useStart();
  const confirm = useConfirm();
  const saveSettings = useSaveSettings();
  const [chosen, setChosen] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const printed = printedYear(sources);
  const year = chosen ?? (state.empty ? (printed ?? state.settings.year) : state.settings.year);
  const count = takenCount(sources);
  if (readySources(sources).length === 0) return null;

  const store = async (): Promise<void> => {
    const unit = currentUnit(state);
    if (!unit) {
      setAsking(true);
      return;
    }
    const stored = await confirm.confirm(readySources(sources), unit.id, year);
    if (!stored) return;
    // The clerk wants to see what was stored.
    if (year !== state.settings.year) await saveSettings({ ...state.settings, year });
    onStored(stored);
  };
  return (
    <div className={classes.bar}>
      {confirm.trouble && !asking && (
        <Alert color="red" mb="xs">
          <TroubleText trouble={confirm.trouble} />
        </Alert>
      )}
      <Group justify="flex-end">
        {printed !== null && printed !== year && (
          <Text size="sm" c="orange.9">
            文件上印的是 {printed} 年度
          </Text>
        )}
        <Text size="sm">存入</Text>
        <NumberInput
          aria-label="存入的年度"
          w={96}
          value={year}
          onChange={(value) => setChosen(Number(value))}
          min={1990}
          max={2100}
          clampBehavior="blur"
          allowDecimal={false}
        />
        <Text size="sm">年度</Text>
        <Button onClick={() => void store()} disabled={count === 0} loading={confirm.busy}>
          存入 {count} 个项目
        </Button>
      </Group>
      <Modal opened={asking} onClose={() => setAsking(false)} title="这些项目是哪个单位的？" size="lg">
        {asking && <FirstUnit sources={sources} year={year} confirm={confirm} />}
      </Modal>
    </div>
  );
};

/** First run through a file: make the unit, store its projects, and only then show the list. */
const FirstUnit = ({
  sources,
  year,
  confirm,
}: {
  readonly sources: readonly Source[];
  readonly year: number;
  readonly confirm: Confirm;
}): ReactElement => {
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
    const stored = await confirm.confirm(readySources(sources), currentUnit(state)?.id ?? '', state.settings.year);
    if (!stored) return;
    queryClient.setQueryData(trpc.start.state.queryKey(), state);
    navigate('/');
    tellWithUndo(storedText(stored), () => void confirm.undo(stored));
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
        initial={unitOfSources(readySources(sources), year)}
        submitLabel={`存入 ${takenCount(sources)} 个项目`}
        busy={busy}
        onSubmit={submit}
      />
    </>
  );
};
