import { useCallbackRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { useKeys } from '../lib/use-keys.ts';
import { CheckBar } from './CheckBar.tsx';
import { CheckFoot } from './CheckFoot.tsx';
import { CheckingContext, type Checking } from './checking-context.ts';
import classes from './Check.module.css';
import type { ProjectMatch } from './contract.ts';
import { Draft } from './Draft.tsx';
import {
  acceptAll,
  acceptDoubt,
  isAlike,
  openDoubts,
  reopenDoubt,
  takeAlternative,
  type ImportDraft,
} from './draft.ts';
import type { FieldKey } from './field-keys.ts';
import { focusAccept, focusField } from './focus.ts';
import { useImporting } from './importing-context.ts';
import { LeftPane } from './LeftPane.tsx';
import type { Focus } from './lit.ts';
import { allDrafts, draftKey, type ReadySource } from './sources.ts';
import { neighbour, nextDoubt, nextOpenDraft, type DoubtAt } from './walk.ts';

export interface CheckViewProps {
  readonly sources: readonly ReadySource[];
  readonly source: ReadySource;
  readonly draft: ImportDraft;
  /** Keys of the projects the overview shows, in its order. */
  readonly shown: readonly string[];
  readonly match: ProjectMatch | undefined;
  readonly approve: boolean;
  /** The doubt to begin with; null: at the top. */
  readonly begin: number | null;
  readonly onOpen: (draft: string, doubt: number | null) => void;
  readonly onBack: () => void;
}

/** One project beside its source: the focused field is lit there, and every doubt is one key away. */
export const CheckView = (props: CheckViewProps): ReactElement => {
  const { sources, source, draft, shown, match, begin, onOpen, onBack } = props;
  const { dispatch } = useImporting();
  const key = draftKey(source, draft);
  const [focus, setFocus] = useState<Focus>({ field: null, doubt: null });
  const here = useRef<DoubtAt>({ draft: key, doubt: begin ?? -1 });
  const next = useRef<HTMLButtonElement>(null);
  const change = useCallbackRef((into: (draft: ImportDraft) => ImportDraft) =>
    dispatch({ type: 'draft', key: source.key, index: draft.index, change: into }),
  );
  // Drawn before the keyboard moves on: a key pressed at once would else meet a button that is gone.
  const settle = useCallbackRef((into: (draft: ImportDraft) => ImportDraft) => flushSync(() => change(into)));
  useEffect(() => {
    if (begin !== null) focusAccept(begin);
    else focusField('name');
  }, [begin]);

  const goOn = useCallbackRef((by: 1 | -1) => {
    const found = nextDoubt(sources, here.current, by);
    if (!found) return;
    here.current = found;
    if (found.draft === key) focusAccept(found.doubt);
    else onOpen(found.draft, found.doubt);
  });
  // Settled: on to the next one here, else to the button that leads on.
  const after = useCallbackRef((doubt: number) => {
    const rest = openDoubts(draft).filter(({ index }) => index !== doubt);
    const following = rest.find(({ index }) => index > doubt) ?? rest[0];
    here.current = { draft: key, doubt: following?.index ?? doubt };
    if (following) focusAccept(following.index);
    else next.current?.focus();
  });
  const checking = useMemo<Checking>(
    () => ({
      draft,
      accept: (doubt) => {
        settle((old) => acceptDoubt(old, doubt));
        after(doubt);
      },
      take: (doubt, alternative) => {
        settle((old) => takeAlternative(old, doubt, alternative));
        after(doubt);
      },
      reopen: (doubt) => {
        settle((old) => reopenDoubt(old, doubt));
        focusAccept(doubt);
      },
      alike: (doubt) =>
        allDrafts(sources).filter(
          ({ draft: other, source: of }) =>
            draftKey(of, other) !== key && openDoubts(other).some((one) => isAlike(one, doubt)),
        ).length,
      acceptAlike: (doubt) => {
        const acceptIn = (old: ImportDraft): ImportDraft =>
          openDoubts(old)
            .filter((one) => isAlike(one, doubt))
            .reduce((all, { index }) => acceptDoubt(all, index), old);
        flushSync(() => dispatch({ type: 'every', change: acceptIn }));
        after(doubt.index);
      },
    }),
    [draft, sources, key, settle, after, dispatch],
  );
  const forward = (): void => {
    change(acceptAll);
    const open = nextOpenDraft(sources, key);
    if (open === null) onBack();
    else onOpen(open, 0);
  };
  useKeys({
    F8: () => goOn(1),
    'Shift+F8': () => goOn(-1),
    'Alt+ArrowDown': () => goOn(1),
    'Alt+ArrowUp': () => goOn(-1),
    'Ctrl+Enter': forward,
    'Alt+PageDown': () => move(1),
    'Alt+PageUp': () => move(-1),
    Escape: onBack,
  });
  const move = (by: 1 | -1): void => {
    const to = neighbour(shown, key, by);
    if (to !== null) onOpen(to, null);
  };
  const onField = useCallbackRef((field: FieldKey) => {
    setFocus({ field, doubt: null });
    focusField(field);
  });
  return (
    <div className={classes.page}>
      <CheckBar {...props} position={shown.indexOf(key)} onMove={move} change={change} />
      <div className={classes.panes}>
        <LeftPane
          source={source}
          draft={draft}
          match={match}
          approve={props.approve}
          focus={focus}
          onField={onField}
          onDoubt={focusAccept}
        />
        <CheckingContext value={checking}>
          <Draft
            key={key}
            draft={draft}
            layout={source.preview.recognised.document.layout}
            change={change}
            onFocus={(field, doubt) => {
              if (field !== null || doubt !== null) setFocus({ field, doubt });
              if (doubt !== null) here.current = { draft: key, doubt };
            }}
            onAccept={checking.accept}
          />
        </CheckingContext>
      </div>
      <CheckFoot
        draft={draft}
        sources={sources}
        draftKeyHere={key}
        next={next}
        onNextDoubt={() => goOn(1)}
        onForward={forward}
      />
    </div>
  );
};
