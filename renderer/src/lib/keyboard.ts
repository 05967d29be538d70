/*
 * Keys and the Chinese input method. An Enter that picks a candidate must never submit, move on or delete: every key
 * handler of the window asks belongsToIme first.
 */

/** Some input methods send the Enter that ended a composition as an ordinary key right after it. */
const GRACE_MS = 60;

let lastCompositionEnd = Number.NEGATIVE_INFINITY;

/**
 * Starts to remember when compositions end. Call once when the window starts.
 * @returns stops it again
 */
export const watchComposition = (target: EventTarget): (() => void) => {
  const remember = (event: Event): void => {
    lastCompositionEnd = event.timeStamp;
  };
  target.addEventListener('compositionend', remember, true);
  return () => target.removeEventListener('compositionend', remember, true);
};

/** What belongsToIme needs of a key event; native and React events both have it. */
export interface KeyLike {
  readonly key: string;
  readonly keyCode: number;
  readonly timeStamp: number;
  readonly isComposing?: boolean;
  readonly nativeEvent?: { readonly isComposing: boolean };
}

/** True where the key is the input method's: while composing, marked by key code 229, or just after a composition. */
export const belongsToIme = (event: KeyLike): boolean => {
  if (event.isComposing === true || event.nativeEvent?.isComposing === true) return true;
  if (event.keyCode === 229 || event.key === 'Process') return true;
  // Negative in a real Chromium: a key bears the time it was pressed, the end of a composition that of its handling.
  const since = event.timeStamp - lastCompositionEnd;
  return since < GRACE_MS && (event.key === 'Enter' || event.key === ' ' || event.key === 'Escape');
};

/** A key with its modifiers, always in this order: `Ctrl+Shift+Z`, `Alt+1`, `Enter`, `/`. ⌘ counts as Ctrl. */
export const keyName = (event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}): string => {
  const ctrl = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // Shift is part of the character itself for signs (`?`), not for letters and named keys.
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/iu.test(event.key));
  return `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
};

/** True where a plain letter typed there is text. */
export const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
};

const FIELDS = 'input:not([type=hidden]):not([type=file]), textarea, select, [data-enter-stop]';

/** The fields inside `root` that Enter walks through, in order. */
const fieldsOf = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(FIELDS)].filter(
    (field) => !field.matches(':disabled, [readonly], [tabindex="-1"], [aria-hidden=true] *'),
  );

/**
 * Moves from one field to the next one inside `root`, and selects what is in it.
 * @returns false at the last field; the caller then goes to the next step, or submits
 */
export const focusNextField = (root: ParentNode, from: EventTarget | null): boolean => {
  const fields = fieldsOf(root);
  const next = fields[fields.findIndex((field) => field === from) + 1];
  if (!next) return false;
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
  return true;
};
