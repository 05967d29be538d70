import { app, type WebContents } from 'electron';
import { isOurs } from './origin.ts';

/** Keeps every page that is ever made inside our origin: no navigation out, no second window, no embedded browser. */
export const guardPages = (): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents));
};

const guard = (contents: WebContents): void => {
  const stay = (event: { preventDefault: () => void; url: string }): void => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};
