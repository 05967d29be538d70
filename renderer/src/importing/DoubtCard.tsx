import { Button, Group, Text } from '@mantine/core';
import type { KeyboardEvent, ReactElement } from 'react';
import { belongsToIme } from '../lib/keyboard.ts';
import { useChecking, useDoubtsAt } from './checking-context.ts';
import classes from './Check.module.css';
import { confidenceText, type DraftDoubt, type Settled } from './draft.ts';
import type { FieldKey } from './field-keys.ts';

/** The doubts about one field, below it; nothing where there are none. */
export const DoubtsAt = ({ field }: { readonly field: FieldKey }): ReactElement | null => {
  const doubts = useDoubtsAt(field);
  return doubts.length === 0 ? null : (
    <>
      {doubts.map((doubt) => (
        <DoubtCard key={doubt.index} doubt={doubt} />
      ))}
    </>
  );
};

/** One doubt: what was seen and how it was read, how sure that is, and the ways to settle it, each one key away. */
export const DoubtCard = ({ doubt }: { readonly doubt: DraftDoubt }): ReactElement =>
  doubt.settled === null ? <OpenDoubt doubt={doubt} /> : <SettledDoubt doubt={doubt} settled={doubt.settled} />;

const OpenDoubt = ({ doubt }: { readonly doubt: DraftDoubt }): ReactElement => {
  const { accept, take, alike, acceptAlike } = useChecking();
  const { message, alternatives = [] } = doubt.doubt;
  const sure = confidenceText(doubt.doubt);
  const others = alike(doubt);
  const id = `doubt-${doubt.index}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (belongsToIme(event) || event.ctrlKey || event.altKey) return;
    const alternative = /^[1-9]$/u.test(event.key) ? alternatives[Number(event.key) - 1] : undefined;
    if (alternative === undefined) return;
    event.preventDefault();
    take(doubt.index, alternative);
  };
  return (
    <div className={classes.doubt} data-doubt={doubt.index} role="group" aria-labelledby={id} onKeyDown={onKeyDown}>
      <Text id={id} size="sm">
        <span className={classes.sign} aria-hidden>
          ⚠{' '}
        </span>
        {sure !== '' && <span className={classes.sure}>{sure}：</span>}
        {message}
      </Text>
      <Group gap={6} mt={4}>
        <Button size="compact-sm" color="orange" variant="filled" data-accept onClick={() => accept(doubt.index)}>
          ✓ 没错
        </Button>
        {alternatives.map((alternative, place) => (
          <Button
            key={alternative.label}
            size="compact-sm"
            variant="default"
            onClick={() => take(doubt.index, alternative)}
          >
            {place < 9 && (
              <span className={classes.digit} aria-hidden>
                {place + 1}
              </span>
            )}
            {alternative.label}
          </Button>
        ))}
        {others > 0 && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => acceptAlike(doubt)}>
            另外 {others} 个项目同样的地方也没错
          </Button>
        )}
      </Group>
    </div>
  );
};

const SettledDoubt = ({ doubt, settled }: { readonly doubt: DraftDoubt; readonly settled: Settled }): ReactElement => {
  const { reopen } = useChecking();
  return (
    <div className={classes.settled} data-doubt={doubt.index}>
      <Text size="sm" title={doubt.doubt.message}>
        {settledText(settled)}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={`撤销：${settledText(settled)}`}
        onClick={() => reopen(doubt.index)}
      >
        撤销
      </Button>
    </div>
  );
};

const settledText = (settled: Settled): string => {
  switch (settled.how) {
    case 'accepted':
      return '✓ 已核对，没错';
    case 'edited':
      return '✓ 已改';
    case 'alternative':
      return `✓ 已按“${settled.label}”改`;
  }
};
