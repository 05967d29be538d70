import { Text } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Indicator } from '../../../shared/model/project.ts';
import type { Layout } from '../../../shared/recognise/layout.ts';
import { belongsToIme, focusNextField } from '../lib/keyboard.ts';
import classes from './Check.module.css';
import { useChecking } from './checking-context.ts';
import { DoubtCard } from './DoubtCard.tsx';
import { DraftFields, type DraftFieldsProps } from './DraftFields.tsx';
import { DraftIndicators } from './DraftIndicators.tsx';
import { editDraft, openDoubts, type DraftDoubt, type ImportDraft } from './draft.ts';
import { indicatorIdOf, type FieldKey } from './field-keys.ts';
import { doubtOf, fieldOf } from './focus.ts';
import { rowsOf, shownParts, type ShownParts } from './parts.ts';

export interface DraftProps {
  readonly draft: ImportDraft;
  /** Which table the file is; null where it was not recognised. */
  readonly layout: Layout | null;
  readonly change: (into: (draft: ImportDraft) => ImportDraft) => void;
  /** Where the keyboard is: a field, a doubt, or both. */
  readonly onFocus: (field: FieldKey | null, doubt: number | null) => void;
  readonly onAccept: (doubt: number) => void;
}

/** Everything that was read of one project, to check and correct. */
export const Draft = ({ draft, layout, change, onFocus, onAccept }: DraftProps): ReactElement => {
  const { content } = draft;
  const [parts] = useState(() => shownParts(content, layout));
  const [kinds] = useState(() => rowsOf(layout, content.indicators));
  // Stable, so that typing into one indicator redraws one row.
  const changeFields: DraftFieldsProps['onChange'] = useCallbackRef((part, field) =>
    change((old) => editDraft(old, { ...old.content, ...part }, [field])),
  );
  const changeIndicator = useCallbackRef((now: Indicator, field: FieldKey) =>
    change((old) => {
      const indicators = old.content.indicators.map((one) => (one.id === now.id ? now : one));
      return editDraft(old, { ...old.content, indicators }, [field]);
    }),
  );
  return (
    <section
      className={classes.draft}
      aria-label="读到的内容"
      onFocus={({ target }) => onFocus(fieldOf(target), doubtOf(target))}
      onKeyDown={(event) => onEnter(event, draft, onAccept)}
    >
      <OtherDoubts draft={draft} parts={parts} />
      <DraftFields content={content} parts={parts} onChange={changeFields} />
      <DraftIndicators
        indicators={content.indicators}
        kinds={kinds}
        parts={parts.indicator}
        onChange={changeIndicator}
      />
      {parts.midterm > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          还读到中期目标和 {parts.midterm} 条中期指标，会一起存入，可以在填写时核对。
        </Text>
      )}
    </section>
  );
};

// Enter says yes to the doubt about the box it is pressed in; where there is none it goes on to the next box, as everywhere.
const onEnter = (event: KeyboardEvent<HTMLElement>, draft: ImportDraft, onAccept: (doubt: number) => void): void => {
  const { target } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey || belongsToIme(event)) return;
  if (!(target instanceof HTMLElement) || !target.matches('input, select, textarea')) return;
  const field = fieldOf(target);
  // Goals and the like are texts of several lines.
  if (target.matches('textarea') && (field === null || indicatorIdOf(field) === null)) return;
  event.preventDefault();
  const doubt = openDoubts(draft).find((one) => one.field === field);
  if (doubt) onAccept(doubt.index);
  else focusNextField(event.currentTarget, target);
};

/** Doubts about what has no box here, told all the same. */
const OtherDoubts = ({
  draft,
  parts,
}: {
  readonly draft: ImportDraft;
  readonly parts: ShownParts;
}): ReactElement | null => {
  const { draft: checked } = useChecking();
  const others = otherDoubts(checked, parts);
  return others.length === 0 ? null : (
    <div data-field={others[0]?.field} key={draft.index}>
      {others.map((doubt) => (
        <DoubtCard key={doubt.index} doubt={doubt} />
      ))}
    </div>
  );
};

const ALWAYS_SHOWN: ReadonlySet<string> = new Set([
  ...['amountUnit', 'funds.total', 'funds.fiscal', 'funds.other', 'goals'],
]);

/** Doubts whose field has no box of its own on this page. */
export const otherDoubts = ({ doubts, content }: ImportDraft, parts: ShownParts): DraftDoubt[] => {
  const shown: ReadonlySet<string> = new Set<string>(parts.fields);
  const ids = new Set(content.indicators.map(({ id }) => id));
  const boxes: ReadonlySet<string> = new Set(['kind', 'level3', 'printed', ...parts.indicator]);
  return doubts.filter(({ field }) => {
    const id = indicatorIdOf(field);
    if (id !== null && ids.has(id)) return !boxes.has(field.slice(field.lastIndexOf('.') + 1));
    return !ALWAYS_SHOWN.has(field) && !shown.has(field) && !(field.startsWith('execution.') && shown.has('execution'));
  });
};
