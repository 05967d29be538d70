import { Alert, Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { TroubleText } from '../lib/notify.tsx';
import { currentUnit, useStart } from '../lib/start.ts';
import { useSaveSettings } from '../lib/use-save-settings.ts';
import { YearBox } from '../lib/WholeNumber.tsx';
import { addresseeOf, targetKey, targetLabel, type Addressee, type Target } from './addressee.ts';
import { hasPaperOfSeveral, sharesOf, sharesText } from './by-unit.ts';
import classes from './Import.module.css';
import { NewUnitDialog } from './NewUnitDialog.tsx';
import { printedYear, readySources, takenCount, type Source } from './sources.ts';
import { useConfirm, type Stored } from './use-confirm.ts';
import { useStoreApart } from './use-store-apart.ts';

export interface ConfirmBarProps {
  readonly sources: readonly Source[];
  readonly onStored: (stored: Stored) => void;
}

/** The last click: whose, into which year, and how many. Where there is no unit yet, the papers propose one. */
export const ConfirmBar = ({ sources, onStored }: ConfirmBarProps): ReactElement | null => {
  const state = useStart();
  const confirm = useConfirm();
  const saveSettings = useSaveSettings();
  const [chosenYear, setYear] = useState<number | null>(null);
  const [chosenKey, setKey] = useState<string | null>(null);
  const [chosenApart, setApart] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const storeApart = useStoreApart(confirm, onStored);
  const ready = readySources(sources);
  if (ready.length === 0) return null;

  const unit = currentUnit(state);
  const addressee = unit && addresseeOf(ready, unit, state.units);
  const target = addressee && (addressee.targets.find((one) => targetKey(one) === chosenKey) ?? addressee.proposed);
  const printed = printedYear(sources);
  const year = chosenYear ?? (state.empty ? (printed ?? state.settings.year) : state.settings.year);
  const count = takenCount(sources);
  const shares = sharesOf(ready);
  const apart = shares.length > 1 && (chosenApart ?? hasPaperOfSeveral(ready));

  const store = async (): Promise<void> => {
    if (apart) {
      await storeApart(ready, year);
      return;
    }
    if (target?.kind !== 'unit') {
      setAsking(true);
      return;
    }
    const stored = await confirm.confirm(ready, { unitId: target.unit.id, year });
    if (!stored) return;
    // The clerk wants to see what was stored.
    const shown = { unitId: target.unit.id, year };
    if (year !== state.settings.year || target.unit.id !== unit?.id) {
      await saveSettings({ ...state.settings, ...shown });
    }
    onStored(stored);
  };
  return (
    <div className={classes.bar}>
      {confirm.trouble && !asking && (
        <Alert color="red" mb="xs">
          <TroubleText trouble={confirm.trouble} />
        </Alert>
      )}
      {shares.length > 1 && (
        <Checkbox
          mb="xs"
          label={`按表上的单位分别存入（${shares.length} 个单位）`}
          description={sharesText(shares)}
          checked={apart}
          onChange={(event) => setApart(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" gap="sm">
        <Text size="sm" c="orange.9" ta="right" role="status">
          {!apart && addressee?.warning}
          {printed !== null && printed !== year && `文件上印的是 ${printed} 年度。`}
        </Text>
        <Group gap="sm" wrap="nowrap" flex="none">
          <Text size="sm">存入</Text>
          {!apart && addressee && target && <TargetSelect addressee={addressee} target={target} onChange={setKey} />}
          <YearBox aria-label="存入的年度" w={96} value={year} onChange={setYear} />
          <Text size="sm">年度</Text>
          <Button onClick={() => void store()} disabled={count === 0} loading={confirm.busy}>
            存入 {count} 个项目
          </Button>
        </Group>
      </Group>
      <NewUnitDialog sources={sources} year={year} confirm={confirm} opened={asking} onClose={() => setAsking(false)} />
    </div>
  );
};

/** Which unit, where there is more than one to choose from. */
const TargetSelect = ({
  addressee,
  target,
  onChange,
}: {
  readonly addressee: Addressee;
  readonly target: Target;
  readonly onChange: (key: string) => void;
}): ReactElement | null =>
  addressee.targets.length < 2 ? null : (
    <NativeSelect
      aria-label="存入的单位"
      w={260}
      value={targetKey(target)}
      data={addressee.targets.map((one) => ({ value: targetKey(one), label: targetLabel(one) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
