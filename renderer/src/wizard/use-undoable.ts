import { useCallbackRef } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { tellWithUndo } from '../lib/notify.tsx';
import { useKeys } from '../lib/use-keys.ts';

/** Says what was done to many boxes at once, and offers to take it back. */
export type TellDone = (message: string, undo: () => void) => void;

/**
 * The last deed on many boxes at once can be taken back: with 撤销 in its note, or Ctrl+Z outside of a text box.
 * The note goes with the page: it would act on a form that is gone.
 */
export const useUndoable = (): TellDone => {
  const last = useRef<{ readonly undo: () => void; readonly hide: () => void } | null>(null);
  const takeBack = (): void => {
    const deed = last.current;
    last.current = null;
    deed?.hide();
    deed?.undo();
  };
  useKeys({ 'Ctrl+Z': takeBack });
  useEffect(() => () => last.current?.hide(), []);
  return useCallbackRef((message: string, undo: () => void) => {
    last.current?.hide();
    last.current = { undo, hide: tellWithUndo(message, takeBack) };
  });
};
