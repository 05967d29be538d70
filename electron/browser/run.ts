import { randomBytes } from 'node:crypto';
import { createApp, type App } from '../app/create-app.ts';
import type { DataFolder } from '../app/data-folder.ts';
import { createDownloads } from '../app/downloads.ts';
import { createBrowserHost } from './browser-host.ts';
import { claim } from './instance.ts';
import { openBrowser } from './open-browser.ts';
import { listen } from './server.ts';

export interface BrowserOptions {
  readonly folder: DataFolder;
  readonly port: number;
  /** Open the system's browser where there is one. */
  readonly open: boolean;
  readonly renderer: string;
  readonly version: string;
}

/** The program on a loopback port: for machines without Electron. Runs until it is told to end. */
export const runInBrowser = async (options: BrowserOptions): Promise<void> => {
  const secret = randomBytes(16).toString('base64url');
  const listening = await listen(options.port, secret);
  const url = `http://127.0.0.1:${listening.port}/`;
  const claimed = await claim(options.folder.instance, { pid: process.pid, url, secret });
  if (claimed.kind === 'theirs') {
    await listening.close();
    const address = `${claimed.instance.url}?k=${claimed.instance.secret}`;
    console.log(`绩效填报已经在运行，请在浏览器里使用：${address}`);
    if (options.open) openBrowser(address);
    return;
  }
  const downloads = createDownloads();
  const app = await createApp({ ...options, downloads, host: createBrowserHost(downloads) });
  listening.serve(app.fetch);
  endOnSignal(app, listening.close, claimed.kind === 'ours' ? claimed.release : () => undefined);
  const address = `${url}?k=${secret}`;
  console.log(`绩效填报已在浏览器中运行（仅限本机）：${address}`);
  if (options.open) openBrowser(address);
};

const endOnSignal = (app: App, closePort: () => Promise<void>, release: () => void): void => {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void closePort()
      .then(() => app.close())
      .finally(() => {
        release();
        process.exit(0);
      });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
};
