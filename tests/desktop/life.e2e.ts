import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  buildApplication,
  closeWindow,
  electronBinary,
  environment,
  killProgram,
  removeFolder,
  root,
  startDesktop,
  SWITCHES,
  temporaryFolder,
  type Desktop,
} from './desktop.ts';
import { typeText } from './keyboard.ts';
import { call, createProject, nameOf } from './procedures.ts';

let application = '';
let data = '';
const running: Desktop[] = [];

beforeAll(async () => {
  application = await buildApplication();
});

afterEach(async () => {
  for (const desktop of running.splice(0)) await closeWindow(desktop);
  removeFolder(data);
});

const start = async (folder = temporaryFolder()): Promise<Desktop> => {
  data = folder;
  const desktop = await startDesktop(application, folder);
  running.push(desktop);
  return desktop;
};

const forget = (desktop: Desktop): void => void running.splice(running.indexOf(desktop), 1);

test('a second start shows the first window, leaves at once, and touches nothing', async () => {
  const first = await start();
  await createProject(first.page, '道路维修');
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const before = fingerprint(data);
  const second = spawn(electronBinary(), [...SWITCHES, application, '--data', data], {
    env: environment(),
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  expect(fingerprint(data)).toEqual(before);
  const shown = await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isVisible() && !window.isMinimized()),
  );
  expect(shown).toEqual([true]);
});

/** Runs the program in the browser until it says something; `said` goes on growing. */
const startInBrowser = async (folder: string): Promise<{ child: ChildProcess; said: string }> => {
  const main = path.join(root, 'electron/browser/main.ts');
  const child = spawn(process.execPath, [main, '--data', folder, '--no-open'], {
    env: { ...environment(), CI: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: said.toString() };
};

test('a start in the browser beside a window says where it is, ends well, and touches nothing', async () => {
  const first = await start();
  await createProject(first.page, '道路维修');
  const before = fingerprint(data);
  const { child, said } = await startInBrowser(data);
  expect(said).toBe('绩效填报已经在窗口里打开。\n');
  expect(child.exitCode ?? ((await once(child, 'exit')) as [number])[0]).toBe(0);
  expect(fingerprint(data)).toEqual(before);
});

test('a window beside the browser says where it is in a box of its own, and ends without touching anything', async () => {
  data = temporaryFolder();
  const { child, said } = await startInBrowser(data);
  const [address = ''] = /http:\S+/u.exec(said) ?? [];
  const before = fingerprint(data);
  // Keeps what the box would show; the clerk answers with its last button.
  const told = path.join(data, 'told.json');
  const clerk = path.join(data, 'clerk.cjs');
  writeFileSync(
    clerk,
    `require('electron').dialog.showMessageBox = (box) => {
      require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(box));
      return Promise.resolve({ response: box.buttons.length - 1 });
    };`,
  );
  const window = spawn(electronBinary(), [...SWITCHES, '-r', clerk, application, '--data', data], {
    env: environment(),
    stdio: 'ignore',
  });
  onTestFinished(() => void window.kill('SIGKILL'));
  expect(await once(window, 'exit')).toEqual([0, null]);
  const box = JSON.parse(readFileSync(told, 'utf8')) as Record<string, unknown>;
  expect(box).toMatchObject({ message: '绩效填报已经在浏览器里打开。', buttons: ['复制地址', '知道了'] });
  expect(box['detail']).toContain(address);
  expect(fingerprint(data)).toEqual(before);
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  // Once the browser's has ended, the window may open.
  await start(data);
});

test('two data folders may be open at the same time', async () => {
  const first = await start();
  const folder = temporaryFolder();
  const second = await startDesktop(application, folder);
  expect(new URL(second.page.url()).host).toBe('jixiao');
  await closeWindow(second);
  removeFolder(folder);
  expect(await first.page.evaluate(() => document.readyState)).toBe('complete');
});

test('what was stored is there after a restart, and the database was closed in good order', async () => {
  const first = await start();
  const id = await createProject(first.page, '农村公路养护');
  await closeWindow(first);
  forget(first);
  expect(readdirSync(data).filter((name) => name.endsWith('-wal'))).toEqual([]);
  const again = await start(data);
  expect(await nameOf(again.page, id)).toBe('农村公路养护');
});

test('a program killed without warning has lost nothing that was stored', async () => {
  const first = await start();
  const id = await createProject(first.page, '饮水安全工程');
  await killProgram(first);
  forget(first);
  const again = await start(data);
  expect(await nameOf(again.page, id)).toBe('饮水安全工程');
});

/** Opens a new project in the wizard and puts the clerk into the box of its name. */
const openWizard = async ({ page }: Desktop): Promise<string> => {
  const id = await createProject(page, '旧名称');
  await page.evaluate((to) => {
    location.hash = to;
    location.reload();
  }, `#/projects/${id}/basics`);
  await page.getByRole('textbox', { name: '项目名称' }).focus();
  return id;
};

test('a kill at any moment loses at most the last second of typing', async () => {
  const first = await start();
  const id = await openWizard(first);
  await typeText(first.page, '一秒以前写下的名称');
  await first.page.waitForTimeout(1_000);
  await first.page.keyboard.insertText('，刚刚写下的');
  await killProgram(first);
  forget(first);
  const again = await start(data);
  expect(await nameOf(again.page, id)).toMatch(/^一秒以前写下的名称/u);
});

test('closing the window saves what was typed a moment before', async () => {
  const first = await start();
  const id = await openWizard(first);
  await typeText(first.page, '关窗前最后写下的名称');
  await closeWindow(first);
  forget(first);
  const again = await start(data);
  expect(await nameOf(again.page, id)).toBe('关窗前最后写下的名称');
});

test('a page that dies comes back by itself', async () => {
  const { electron, page } = await start();
  await createProject(page, '文化活动');
  const back = electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.webContents.once('did-finish-load', () => resolve(window.webContents.getURL()));
        window?.webContents.forcefullyCrashRenderer();
      }),
  );
  expect(String(await back)).toMatch(/^app:\/\/jixiao\//u);
});

test('a damaged database is told in Chinese, with what to do, and is left alone', async () => {
  const folder = temporaryFolder();
  const damaged = Buffer.alloc(8_192, 'this is no database ');
  writeFileSync(path.join(folder, 'jixiao.db'), damaged);
  const { page } = await start(folder);
  const words = await page.locator('body').innerText();
  expect(words).toContain('数据');
  expect(words).toContain(folder);
  expect(words).toMatch(/请/u);
  expect(readFileSync(path.join(folder, 'jixiao.db')).equals(damaged)).toBe(true);
});

test('a data folder that cannot be one is told in a window, not in silence', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'file'), '');
  const desktop = await startDesktop(application, path.join(folder, 'file'));
  const words = await desktop.page.locator('body').innerText();
  expect(words).toContain(path.join(folder, 'file'));
  await closeWindow(desktop);
  data = folder;
});

test('a page that never answers cannot keep the window open', async () => {
  const desktop = await start();
  forget(desktop);
  void desktop.page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  const started = performance.now();
  await closeWindow(desktop);
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('the database answers the window through procedures only', async () => {
  const { page } = await start();
  const answer = await call(page, 'projects.get', 'query', { id: 'no such project' });
  expect(answer).toMatchObject({ error: { data: { expected: { code: 'not-found' } } } });
});

/** Size and time of everything that holds the clerk's data. */
const fingerprint = (folder: string): Record<string, string> =>
  Object.fromEntries(
    ['jixiao.db', 'jixiao.db-wal', 'backups', 'tmp', 'logs'].flatMap((name) => {
      try {
        const { size, mtimeMs } = statSync(path.join(folder, name));
        return [[name, `${size} ${mtimeMs}`]];
      } catch {
        return [];
      }
    }),
  );
