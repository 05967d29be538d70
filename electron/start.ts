import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseDataFolder, type DataFolder } from './app/data-folder.ts';
import { parse } from './app/usage.ts';
import { runInBrowser, type BrowserOptions } from './browser/run.ts';
import { orSay, portOption, START_OPTIONS } from './browser/start-options.ts';
import { buildIfOlder } from './launch/build.ts';
import { findElectron } from './launch/electron-binary.ts';

/*
 * `npm start [-- --data DIR] [--port N] [--no-open] [--browser]`: the program in Electron's window where there can be one,
 * otherwise the same program in the browser on loopback, saying so.
 */

const USAGE = 'npm start -- [--data 文件夹] [--port 端口] [--no-open] [--browser]';
const root = path.resolve(import.meta.dirname, '..');
const say = (line: string): void => console.log(line);

/** A window that ends this soon with an error never opened. */
const TOO_SOON_MS = 4_000;

/** @returns whether a window was there and ended by itself */
const runInWindow = (binary: string, folder: DataFolder): Promise<boolean> => {
  const began = performance.now();
  const child = spawn(binary, [root, '--data', folder.root], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0 || performance.now() - began > TOO_SOON_MS));
  });
};

/** The options as the browser host takes them. @throws UsageError before anything is built */
const optionsFrom = (args: readonly string[]): BrowserOptions & { readonly browser: boolean } => {
  const { values } = parse(args, { ...START_OPTIONS, browser: { type: 'boolean', default: false } });
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    folder: chooseDataFolder(values.data),
    port: portOption(values.port),
    open: values.open,
    browser: values.browser,
    renderer: path.join(root, 'out/renderer'),
    version,
  };
};

const runWithoutWindow = (reason: string, options: BrowserOptions): Promise<void> => {
  if (reason !== '') say(`${reason}，改在浏览器中运行。`);
  return runInBrowser(options);
};

const start = async (): Promise<void> => {
  const options = optionsFrom(process.argv.slice(2));
  const found = options.browser ? { reason: '' } : await findElectron(root, say);
  await buildIfOlder(root, 'binary' in found ? ['renderer', 'desktop'] : ['renderer'], say);
  if (!('binary' in found)) return runWithoutWindow(found.reason, options);
  if (!(await runInWindow(found.binary, options.folder))) await runWithoutWindow('窗口没有打开', options);
};

await orSay(USAGE, start);
