import type { KeyboardEvent, RefObject } from 'react';
import type { StepId } from '../../../shared/forms/form.ts';
import { belongsToIme, focusNextField } from '../lib/keyboard.ts';
import { tell } from '../lib/notify.tsx';
import { useKeys, type KeyActions } from '../lib/use-keys.ts';
import { neighbour } from './steps.ts';

interface Ways {
  readonly pane: RefObject<HTMLElement | null>;
  readonly steps: readonly StepId[];
  readonly step: StepId;
  readonly go: (step: StepId) => void;
  readonly flush: () => Promise<boolean>;
  readonly preview: () => void;
  readonly list: () => void;
}

/**
 * The wizard's keys: Ctrl+S, Ctrl+P, Esc, Ctrl+↑/↓, Alt+1…9 anywhere.
 * @returns what Enter does inside the form
 */
export const useWizardKeys = ({
  pane,
  steps,
  step,
  go,
  flush,
  preview,
  list,
}: Ways): ((event: KeyboardEvent) => void) => {
  useKeys({
    'Ctrl+S': () => void flush().then((saved) => saved && tell('已保存')),
    'Ctrl+P': preview,
    Escape: list,
    'Ctrl+ArrowUp': () => go(neighbour(steps, step, -1)),
    'Ctrl+ArrowDown': () => go(neighbour(steps, step, 1)),
    ...stepKeys(steps, go),
  });
  return (event) => {
    if (!movesOn(event) || !pane.current) return;
    event.preventDefault();
    if (!focusNextField(pane.current, event.target)) go(neighbour(steps, step, 1));
  };
};

const stepKeys = (steps: readonly StepId[], go: (step: StepId) => void): KeyActions =>
  Object.fromEntries(steps.map((step, index) => [`Alt+${index + 1}`, () => go(step)]));

/** Enter goes to the next box; in a text of several lines Ctrl+Enter does, and Shift+Enter breaks a line elsewhere. */
const movesOn = (event: KeyboardEvent): boolean => {
  if (event.key !== 'Enter' || event.defaultPrevented || belongsToIme(event) || event.altKey) return false;
  const { target } = event;
  if (target instanceof HTMLTextAreaElement) {
    return target.dataset['lines'] === undefined ? !event.shiftKey : event.ctrlKey || event.metaKey;
  }
  return target instanceof HTMLInputElement;
};
