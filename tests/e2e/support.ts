import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '../..');

/** A real Chromium: the one from npm, or the one that JIXIAO_TEST_BROWSER names. */
export const launchBrowser = async (): Promise<Browser> => {
  const own = process.env['JIXIAO_TEST_BROWSER'];
  const executablePath = own ?? (await (await import('@sparticuz/chromium')).default.executablePath());
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], headless: true });
};

/** The program as a user without Electron runs it, on a data folder of its own. */
export interface RunningProgram {
  readonly address: string;
  readonly data: string;
  readonly process: ChildProcess;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

export const temporaryFolder = (): string => mkdtempSync(path.join(tmpdir(), 'jixiao-e2e-'));

export const startProgram = async (data = temporaryFolder()): Promise<RunningProgram> => {
  const child = spawn(process.execPath, ['electron/browser/main.ts', '--data', data, '--no-open'], {
    cwd: root,
    env: { ...process.env, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await firstAddress(child);
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return { address, data, process: child, stop };
};

const firstAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the program ended with ${String(code)}: ${said}`)));
  });

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Everything the page complains about: a test that looks at it fails on the first CSP violation or thrown error. */
export const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
};

/** A window of a common office screen. */
export const openWindow = async (
  browser: Browser,
  address: string,
): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(address);
  return { context, page };
};
