import { ActionIcon, Button, NativeSelect, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import classes from './Check.module.css';
import type { CheckViewProps } from './CheckView.tsx';
import type { ImportDraft } from './draft.ts';
import { optionOf, outcomeOf, outcomeOptions, wantedOf } from './outcome.ts';

/** Which project is being checked, what will become of it, and the way to its neighbours and back. */
export const CheckBar = ({
  draft,
  match,
  shown,
  position,
  onMove,
  onBack,
  change,
}: CheckViewProps & {
  readonly position: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly change: (into: (draft: ImportDraft) => ImportDraft) => void;
}): ReactElement => {
  const { name } = draft.content;
  return (
    <div className={classes.bar}>
      <Button variant="default" size="compact-md" flex="none" onClick={onBack}>
        ← 全部项目
      </Button>
      <h2 className={classes.name} title={name}>
        {isBlank(name) ? '（没有读到项目名称）' : name}
      </h2>
      <NativeSelect
        aria-label="怎么存"
        flex="none"
        maw={260}
        value={optionOf(outcomeOf(draft, match))}
        data={outcomeOptions(match)}
        onChange={(event) => {
          const wanted = wantedOf(event.currentTarget.value);
          change((old) => ({ ...old, wanted }));
        }}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="上一个项目"
        disabled={position <= 0}
        onClick={() => onMove(-1)}
      >
        ‹
      </ActionIcon>
      <Text size="sm" className="tabular" style={{ whiteSpace: 'nowrap' }}>
        {position + 1} / {shown.length}
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="下一个项目"
        disabled={position >= shown.length - 1}
        onClick={() => onMove(1)}
      >
        ›
      </ActionIcon>
    </div>
  );
};
