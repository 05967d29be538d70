import { useEffect, useRef } from 'react';
import { belongsToIme, isTyping, keyName } from './keyboard.ts';

export type KeyActions = Readonly<Record<string, (event: KeyboardEvent) => void>>;

// While a dialog or a menu is open its keys are its own.
const somethingIsOpen = (): boolean =>
  document.querySelector('[role=dialog], [role=menu], [role=alertdialog]') !== null;

/**
 * Keys that act wherever the focus is, while the component is there: `{ 'Ctrl+N': create, '/': focusSearch }`.
 * Keys without Ctrl or Alt do nothing while text is being typed; the input method's keys never act.
 */
export const useKeys = (actions: KeyActions, enabled = true): void => {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    // Asked before anything else gets the key: an Escape that closes a menu must not leave the page as well.
    let open = false;
    const look = (): void => {
      open = somethingIsOpen();
    };
    const act = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || belongsToIme(event) || open || somethingIsOpen()) return;
      const name = keyName(event);
      const action = current.current[name];
      if (!action) return;
      if (isTyping(event.target) && !/^(Ctrl|Alt)\+|^(Escape|F\d+)$/u.test(name)) return;
      // Ctrl+Z and the like in a text box undo typing there.
      if (isTyping(event.target) && /^Ctrl\+(Z|Y|A|C|V|X|Shift\+Z)$/u.test(name)) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', act);
    return () => {
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keydown', act);
    };
  }, [enabled]);
};
