import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'vite';

export const root = path.resolve(import.meta.dirname, '../..');

const require = createRequire(import.meta.url);
const yaml = createRequire(require.resolve('electron-builder/package.json'))('js-yaml') as {
  load: (text: string) => unknown;
};

/** Reads YAML as the packager does. */
export const parseYaml = (text: string): unknown => yaml.load(text);

/** Builds the program as it is shipped: with its own database, whatever other tests run on. */
export const buildProgram = async (): Promise<void> => {
  delete process.env['JIXIAO_TEST_SQLITE'];
  await build({ configFile: path.join(root, 'electron/vite.config.ts'), logLevel: 'warn' });
  if (!existsSync(path.join(root, 'out/renderer/index.html')))
    await build({ root: path.join(root, 'renderer'), logLevel: 'warn' });
};

// What marks the fuses inside Electron's binary: a sentinel, version 1, eight fuses, all inherited.
const FUSE_WIRE = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0811111111', 'latin1');

/** Makes a folder that looks like Electron's distribution to the packager. Nothing in it runs. */
export const makeFakeElectron = (folder: string, version: string): void => {
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  for (const name of ['electron', 'electron.exe']) writeFileSync(path.join(folder, name), FUSE_WIRE, { mode: 0o755 });
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(folder, name), 'for tests');
  writeFileSync(path.join(folder, 'version'), version);
  mkdirSync(path.join(folder, 'locales'));
  for (const name of ['zh-CN', 'en-US', 'fr']) writeFileSync(path.join(folder, 'locales', `${name}.pak`), '');
};
