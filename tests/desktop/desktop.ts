import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, errors, type ElectronApplication, type Page } from 'playwright-core';
import { build } from 'vite';

export const root = path.resolve(import.meta.dirname, '../..');

/** Electron's binary, as tests/run.ts looks for it. */
export const electronBinary = (): string => {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(root, 'node_modules/electron/dist');
  return path.join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
};

/** Root has no sandbox of its own; the pages' sandbox option acts all the same. */
export const SWITCHES = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'];

export const temporaryFolder = (): string => mkdtempSync(path.join(tmpdir(), 'jixiao-desktop-'));
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/**
 * Builds the desktop program into a folder of its own, as out/ would be, and makes it something Electron can start.
 * Apart from out/, because the database may be another build here (JIXIAO_TEST_SQLITE).
 */
export const buildApplication = async (): Promise<string> => {
  const folder = path.join(root, 'test-results/desktop/application');
  removeFolder(folder);
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: path.join(root, 'electron/vite.config.ts'),
    build: { outDir: path.join(folder, 'out/desktop') },
    logLevel: 'warn',
  });
  await build({
    root: path.join(root, 'renderer'),
    build: { outDir: path.join(folder, 'out/renderer'), emptyOutDir: true },
    logLevel: 'warn',
  });
  const about = {
    name: 'jixiao',
    productName: '绩效填报',
    version: '0.0.1',
    type: 'module',
    main: 'out/desktop/main.js',
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(about));
  return folder;
};

/** The program as a clerk runs it, in a real window. */
export interface Desktop {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly data: string;
  /** What the page complained about: CSP violations, thrown errors. */
  readonly complaints: readonly string[];
}

const LAUNCHES = 3;

/**
 * Now and then Playwright connects to both ends of a starting Electron and then waits forever (some 2 in 60 launches on a
 * busy machine; by hand the program starts every time). It ends such a process itself; it is started again.
 */
const launch = async (args: readonly string[]): Promise<ElectronApplication> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await _electron.launch({
        executablePath: electronBinary(),
        args: [...args],
        env: environment(),
        timeout: 20_000,
      });
    } catch (error) {
      if (attempt === LAUNCHES || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
};

export const startDesktop = async (application: string, data: string): Promise<Desktop> => {
  const electron = await launch([...SWITCHES, application, '--data', data]);
  const page = await electron.firstWindow({ timeout: 60_000 });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.waitForLoadState('load');
  return { electron, page, data, complaints };
};

export const environment = (): Record<string, string> => {
  const unwanted = ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE'];
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      value === undefined || unwanted.includes(key) ? [] : [[key, value]],
    ),
  );
};

/** Closes as the clerk does, by the window's cross, and waits until the program is gone. */
export const closeWindow = async ({ electron }: Desktop): Promise<void> => {
  const gone = new Promise((resolve) => electron.process().once('exit', resolve));
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await gone;
};

/** Ends the program as a power cut would: nothing of it runs on, nothing is said. */
export const killProgram = async ({ electron }: Desktop): Promise<void> => {
  const program = electron.process();
  const gone = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGKILL');
  await gone;
};

/** Lets the system's save dialog answer with a target from now on, as if the clerk had chosen it. */
export const answerSaveDialog = (electron: ElectronApplication, target: string): Promise<void> =>
  electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
