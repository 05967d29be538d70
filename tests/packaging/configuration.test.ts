import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { chooseDataFolder } from '../../electron/app/data-folder.ts';
import { parseYaml, root } from './packaging.ts';

type Validate = (configuration: unknown, log: { isEnabled: boolean; add: () => void }) => Promise<void>;
// Not part of the packager's public interface; the version is pinned.
const { validateConfiguration } = createRequire(import.meta.url)('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration: Validate;
};
const validate = (configuration: unknown): Promise<void> =>
  validateConfiguration(configuration, { isEnabled: false, add: () => undefined });

const target = z.object({ target: z.string(), arch: z.array(z.string()) });
const configurationSchema = z.looseObject({
  appId: z.string(),
  artifactName: z.string(),
  extraMetadata: z.object({ name: z.string() }),
  npmRebuild: z.boolean(),
  publish: z.null(),
  electronFuses: z.record(z.string(), z.boolean()),
  win: z.looseObject({ target: z.array(target), requestedExecutionLevel: z.string() }),
  nsis: z.looseObject({}),
  linux: z.looseObject({ target: z.array(target), desktop: z.object({ entry: z.record(z.string(), z.string()) }) }),
});
const text = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');
const configuration = configurationSchema.parse(parseYaml(text));

test("the configuration satisfies the packager's own schema", async () => {
  await expect(validate(parseYaml(text))).resolves.toBeUndefined();
});

test.each(['oneClick', 'electronFuses', 'asarUnpack'])('that schema notices a misspelt %s', async (word) => {
  const misspelt: unknown = parseYaml(text.replace(`${word}:`, `${word}x:`));
  await expect(validate(misspelt)).rejects.toThrow('does not match the API schema');
});

test('every fuse is set, and set to the strict side', () => {
  expect(configuration.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  });
});

test('Windows gets a Chinese installer for one user, who needs no administrator', () => {
  expect(configuration.win.target).toEqual([{ target: 'nsis', arch: ['x64'] }]);
  expect(configuration.win.requestedExecutionLevel).toBe('asInvoker');
  expect(configuration.nsis).toMatchObject({
    perMachine: false,
    allowElevation: false,
    language: '2052',
    installerLanguages: ['zh_CN'],
    shortcutName: '绩效填报',
  });
});

test('Linux gets deb and AppImage for both kinds of processor, with a Chinese entry', () => {
  expect(configuration.linux.target).toEqual([
    { target: 'deb', arch: ['x64', 'arm64'] },
    { target: 'AppImage', arch: ['x64', 'arm64'] },
  ]);
  expect(configuration.linux.desktop.entry['Name']).toBe('绩效填报');
});

test('removing the program removes no data', () => {
  expect(configuration.nsis).toMatchObject({ deleteAppDataOnUninstall: false });
});

test('the folder the installer makes is never the data folder, wherever the clerk puts it', () => {
  const installed = configuration.extraMetadata.name;
  const data = path.win32.basename(chooseDataFolder(undefined, { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' }).root);
  expect(installed.toLowerCase()).not.toBe(data.toLowerCase());
});

test('file names are plain ASCII, and nothing is published or compiled', () => {
  expect(configuration.artifactName).toMatch(/^[\x21-\x7e]+$/u);
  expect(configuration.publish).toBeNull();
  expect(configuration.npmRebuild).toBe(false);
});
