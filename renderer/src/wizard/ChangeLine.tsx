import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { HistoryChange } from './history.ts';

/** How one field that differs is told. */
export interface ChangeWords {
  readonly added: (label: string, after: string) => string;
  readonly cleared: (label: string, before: string) => string;
  readonly changed: (label: string, before: string, after: string) => string;
}

const EDITED: ChangeWords = {
  added: (label, after) => `${label}：填写“${after}”`,
  cleared: (label, before) => `${label}：清空（原为“${before}”）`,
  changed: (label, before, after) => `${label}：“${before}”改为“${after}”`,
};

const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** One field that differs, as a line. */
export const ChangeLine = ({
  change,
  words = EDITED,
}: {
  readonly change: HistoryChange;
  readonly words?: ChangeWords;
}): ReactElement => {
  const { label, before, after } = change;
  if (before === '') return <Text size="sm">{words.added(label, short(after))}</Text>;
  if (after === '') return <Text size="sm">{words.cleared(label, short(before))}</Text>;
  return <Text size="sm">{words.changed(label, short(before), short(after))}</Text>;
};
