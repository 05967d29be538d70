import { createHash, randomBytes } from 'node:crypto';
import { ExpectedError } from '../../shared/model/errors.ts';
import { sentence } from '../../shared/model/text.ts';
import { createApp, type App } from '../app/create-app.ts';
import type { DataFolder } from '../app/data-folder.ts';
import { createDownloads } from '../app/downloads.ts';
import { addressOf, claimFolder, type Holder } from '../app/instance.ts';
import { createBrowserHost } from './browser-host.ts';
import { openBrowser } from './open-browser.ts';
import { listen, type Listening } from './server.ts';

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
  const claim = await claimFolder(options.folder);
  if (claim.kind === 'theirs') return showFirst(claim.holder, options.open);
  const release = claim.kind === 'ours' ? claim.release : () => undefined;
  const secret = randomBytes(16).toString('base64url');
  const listening = await listenOn(options.port, secret, options.folder.root);
  const own = { host: 'browser', pid: process.pid, url: `http://127.0.0.1:${listening.port}/`, secret } as const;
  if (claim.kind === 'ours') claim.announce(own);
  const downloads = createDownloads();
  const app = await createApp({ ...options, downloads, host: createBrowserHost(downloads) });
  listening.serve(app.fetch);
  endOnSignal(app, listening.close, release);
  // It holds no data then, only the page that says why: once that is put right, the next start must not be sent there.
  if (app.failure) release();
  console.log(`${greeting(app)}：${addressOf(own)}`);
  if (options.open) openBrowser(addressOf(own));
};

const greeting = ({ failure }: App): string =>
  failure ? `绩效填报没有能够启动。${sentence(failure.message)}怎样处理请看` : '绩效填报已在浏览器中运行（仅限本机）';

/**
 * A data folder keeps its port from start to start: what the window could not save (it keeps it in the browser, under this
 * origin) is found again. Where another program has the port, any free one does.
 */
export const homePort = (folder: string): number =>
  49_152 + (createHash('sha256').update(folder).digest().readUInt16BE() % 16_000);

const listenOn = (port: number, secret: string, folder: string): Promise<Listening> => {
  if (port === 0) return listen(homePort(folder), secret).catch(() => listen(0, secret));
  return listen(port, secret).catch((cause: unknown) => {
    throw new ExpectedError('bad-input', `端口 ${port} 不能用，可能正被别的程序占用。`, '请换一个 --port，或者不写。', {
      cause,
    });
  });
};

/** A second start says where the first one is and leaves; the folder is the first one's. */
const showFirst = (holder: Holder | null, open: boolean): void => {
  if (holder === null) return console.log('绩效填报已经在运行，这次没有再启动。');
  if (holder.host === 'desktop') return console.log('绩效填报已经在窗口里打开。');
  console.log(`绩效填报已经在运行，请在浏览器里使用：${addressOf(holder)}`);
  if (open) openBrowser(addressOf(holder));
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
