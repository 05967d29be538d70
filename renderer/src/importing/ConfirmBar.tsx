import { Alert, Button, Checkbox, Group, NativeSelect, Switch, Text } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { TroubleText } from '../lib/notify.tsx';
import { YearBox } from '../lib/WholeNumber.tsx';
import { targetKey, targetLabel, type Addressee, type Target } from './addressee.ts';
import { sharesText } from './by-unit.ts';
import type { ImportDraft } from './draft.ts';
import classes from './Import.module.css';
import { countOutcomes, countsText, outcomeOf, type OutcomeCounts } from './outcome.ts';
import { allDrafts, isOpen, type ReadySource } from './sources.ts';
import type { Matches } from './use-matches.ts';
import type { Store } from './use-store.ts';
import type { ImportTarget } from './use-target.ts';

export interface ConfirmBarProps {
  readonly sources: readonly ReadySource[];
  readonly target: ImportTarget;
  readonly matches: Matches;
  readonly store: Store;
  /** Still reading: the clerk may wait for the rest. */
  readonly reading: boolean;
  /** Opens the first project with something to check. */
  readonly onCheck: () => void;
  /** Stores these; asks for the unit first where there is none. */
  readonly onStore: (which: (draft: ImportDraft) => boolean) => void;
}

/** The last click: whose, into which year, what becomes of how many. Plain ones can go at once, the rest after checking. */
export const ConfirmBar = (props: ConfirmBarProps): ReactElement => {
  const { sources, target, matches, store, reading, onCheck, onStore } = props;
  const all = useMemo(() => countsOf(sources, matches, () => true), [sources, matches]);
  const plain = useMemo(() => countsOf(sources, matches, (draft) => !isOpen(draft)), [sources, matches]);
  const [taken, sure] = [takenOf(all), takenOf(plain)];
  const unknown = matches.pending || matches.trouble !== null;
  return (
    <div className={classes.bar}>
      {[store.trouble, matches.trouble].map(
        (trouble, place) =>
          trouble && (
            <Alert key={place} color="red" mb="xs" p="xs">
              <TroubleText trouble={trouble} />
            </Alert>
          ),
      )}
      <Choices target={target} known={all.update + all.same > 0} />
      <Group gap="sm" className={classes.last}>
        <Group gap={6} wrap="nowrap" flex="none">
          <Text size="sm">存入</Text>
          {!target.apart && target.addressee && target.target && (
            <TargetSelect addressee={target.addressee} target={target.target} onChange={target.setTarget} />
          )}
          <YearBox aria-label="存入的年度" w={84} value={target.year} onChange={target.setYear} />
          <Text size="sm">年度</Text>
        </Group>
        <Text size="sm" c="dimmed" role="status" mr="auto">
          {countsText(all)}
          {reading && '（还有文件在读）'}
        </Text>
        <Group gap="sm" wrap="nowrap" flex="none">
          {sure < taken && (
            <Button variant="default" onClick={onCheck}>
              开始核对
            </Button>
          )}
          {sure < taken && sure > 0 && (
            <Button variant="light" disabled={unknown || store.busy} onClick={() => onStore((draft) => !isOpen(draft))}>
              先存没有疑问的 {sure} 个
            </Button>
          )}
          <Button
            variant={sure < taken && sure > 0 ? 'default' : 'filled'}
            disabled={taken === 0 || unknown}
            loading={store.busy}
            onClick={() => onStore(() => true)}
          >
            存入 {taken} 个项目
          </Button>
        </Group>
      </Group>
    </div>
  );
};

const countsOf = (
  sources: readonly ReadySource[],
  matches: Matches,
  which: (draft: ImportDraft) => boolean,
): OutcomeCounts =>
  countOutcomes(
    allDrafts(sources)
      .filter(({ draft }) => which(draft))
      .map(({ source, draft }) => outcomeOf(draft, matches.of(source.key, draft.index))),
  );

const takenOf = ({ add, update, same }: OutcomeCounts): number => add + update + same;

/** Tables of the office's own beside a 批复表 are not what the county approved. */
const MIXED = '其中的批复表是县里的批复，存入后标为已批复';

/** What is asked only where the papers give reason to: an approval, several units, another unit or year. */
const Choices = ({
  target,
  known,
}: {
  readonly target: ImportTarget;
  /** Some of the projects are stored already: what came back may be the county's answer in any form. */
  readonly known: boolean;
}): ReactElement | null => {
  const asked = target.isApproval || known;
  const { isApproval, others, approve, setApprove, shares, apart, setApart, addressee, otherYear } = target;
  const warning = !apart && addressee ? addressee.warning : '';
  if (!asked && shares.length < 2 && warning === '' && otherYear === null) return null;
  return (
    <Group gap="lg" mb={6}>
      {asked && (
        <Switch
          label={isApproval && others ? MIXED : '这是县里的批复，存入后标为已批复'}
          checked={approve}
          onChange={(event) => setApprove(event.currentTarget.checked)}
        />
      )}
      {shares.length > 1 && (
        <Checkbox
          label={`按表上的单位分别存入（${shares.length} 个单位）`}
          description={sharesText(shares)}
          checked={apart}
          onChange={(event) => setApart(event.currentTarget.checked)}
        />
      )}
      {warning !== '' && (
        <Text size="sm" c="orange.9" role="status">
          ⚠ {warning}
        </Text>
      )}
      {otherYear !== null && (
        <Group gap={6}>
          <Text size="sm" c="orange.9" role="status">
            ⚠ 文件上印的是 {otherYear} 年度。
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => target.setYear(otherYear)}>
            存入 {otherYear} 年度
          </Button>
        </Group>
      )}
    </Group>
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
      maw={240}
      value={targetKey(target)}
      data={addressee.targets.map((one) => ({ value: targetKey(one), label: targetLabel(one) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
