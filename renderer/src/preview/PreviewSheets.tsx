import type { ReactElement, RefObject } from 'react';
import { belongsToIme, keyName } from '../lib/keyboard.ts';
import classes from './Preview.module.css';

/** The sheets in a frame of their own: what is printed is this page and nothing of the window. */
export const PreviewSheets = ({
  frame,
  href,
  keys,
}: {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly href: string;
  readonly keys: Readonly<Record<string, () => void>>;
}): ReactElement => (
  <iframe
    ref={frame}
    className={classes.frame}
    title="打印预览"
    src={href}
    sandbox="allow-same-origin allow-modals"
    onLoad={() => frame.current && forwardKeys(frame.current, keys)}
  />
);

// Once the sheets are clicked their frame has the keyboard; Ctrl+P there would print the whole window.
const forwardKeys = (frame: HTMLIFrameElement, keys: Readonly<Record<string, () => void>>): void => {
  frame.contentWindow?.addEventListener('keydown', (event) => {
    const action = keys[keyName(event)];
    if (!action || belongsToIme(event)) return;
    event.preventDefault();
    action();
  });
};
