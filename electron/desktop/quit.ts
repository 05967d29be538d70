import { app } from 'electron';

/** The longest the program may take to close its database, in milliseconds. */
const PATIENCE = 5_000;

/** With its window the program ends; before that it closes its database, but never hangs on it. */
export const endAfterClosing = (program: { close: () => Promise<void> }): void => {
  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    void Promise.race([program.close(), late]).finally(() => app.exit(0));
  });
};
