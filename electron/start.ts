import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseDataFolder } from './app/data-folder.ts';
import { runInBrowser } from './browser/run.ts';
import { orSay, portOption } from './browser/start-options.ts';
import { buildIfOlder } from './launch/build.ts';
import { findElectron } from './launch/electron-binary.ts';

/*
 * `npm start [-- --data DIR] [--port N] [--no-open] [--browser]`: the program in Electron's window where there can be one,
 * otherwise the same program in the browser on loopback, saying so.
 */

const root = path.resolve(import.meta.dirname, '..');
const say = (line: string): void => console.log(line);

/** A window that ends this soon with an error never opened. */
const TOO_SOON_MS = 4_000;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    open: { type: 'boolean', default: true },
    browser: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

/** @returns whether a window was there and ended by itself */
const runInWindow = (binary: string): Promise<boolean> => {
  const began = performance.now();
  const folder = chooseDataFolder(values.data);
  const child = spawn(binary, [root, '--data', folder.root], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0 || performance.now() - began > TOO_SOON_MS));
  });
};

const runWithoutWindow = (reason: string): Promise<void> => {
  if (reason !== '') say(`${reason}，改在浏览器中运行。`);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return runInBrowser({
    folder: chooseDataFolder(values.data),
    port: portOption(values.port),
    open: values.open,
    renderer: path.join(root, 'out/renderer'),
    version,
  });
};

const start = async (): Promise<void> => {
  const found = values.browser ? { reason: '' } : await findElectron(root, say);
  await buildIfOlder(root, 'binary' in found ? ['renderer', 'desktop'] : ['renderer'], say);
  if (!('binary' in found)) return runWithoutWindow(found.reason);
  if (!(await runInWindow(found.binary))) await runWithoutWindow('窗口没有打开');
};

await orSay(start);
