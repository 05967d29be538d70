import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listPackage, extractFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt, makeFakeElectron, root } from './packaging.ts';

/*
 * The packager runs for real, on a distribution of Electron that only looks like one. What would be installed on a
 * clerk's machine can so be looked at without a download.
 */
const scratch = mkdtempSync(path.join(tmpdir(), 'jixiao-package-'));
const unpacked = path.join(scratch, 'out/linux-unpacked');
const archive = path.join(unpacked, 'resources/app.asar');
let packed: string[] = [];

const electronVersion = (
  JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')) as { version: string }
).version;

beforeAll(async () => {
  await ensureBuilt();
  makeFakeElectron(path.join(scratch, 'electron'), electronVersion);
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: { electronDist: path.join(scratch, 'electron'), directories: { output: path.join(scratch, 'out') } },
    publish: 'never',
  });
  packed = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('what is packed', () => {
  test('the program, its worker and its window', () => {
    expect(packed).toEqual(
      expect.arrayContaining(['/out/desktop/main.js', '/out/desktop/worker.js', '/out/renderer/index.html']),
    );
  });

  test('of all modules only the database, and of its addons only the one for this machine', () => {
    const modules = new Set(packed.flatMap((name) => /^\/node_modules\/([^/]+)/u.exec(name)?.[1] ?? []));
    const addons = packed.filter((name) => name.endsWith('.node'));
    expect([...modules]).toEqual(['better-sqlite3']);
    expect(addons).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
  });

  test('the addon lies outside the archive, where the system can load it', () => {
    const addon = path.join(`${archive}.unpacked`, 'node_modules/better-sqlite3/prebuilds/linux-x64.node');
    expect(statSync(addon).size).toBeGreaterThan(100_000);
  });

  test('no sources, no tests, no toolchain', () => {
    const wrong = packed.filter((name) => /\.tsx?$|\.map$|^\/(tests|shared|db|electron|renderer)\//u.test(name));
    expect(wrong).toEqual([]);
    expect(statSync(archive).size).toBeLessThan(15 * 1024 * 1024);
  });

  test('every module the bundles import is there', () => {
    const imported = ['main.js', 'worker.js'].flatMap((name) => importsOf(extractFile(archive, `out/desktop/${name}`)));
    const foreign = new Set(imported.filter((name) => !name.startsWith('node:') && !name.startsWith('.')));
    foreign.delete('electron');
    expect([...foreign]).toEqual(['better-sqlite3']);
  });
});

test("Chromium's own words are kept in Chinese, and in English for it to fall back on", () => {
  expect(readdirSync(path.join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
});

test('the fuses are blown in the binary itself', async () => {
  const [name] = readdirSync(unpacked).filter((each) => each === 'jixiao');
  const wire = await getCurrentFuseWire(path.join(unpacked, name ?? ''));
  expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
  expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
});

const importsOf = (bytes: Buffer): string[] =>
  [...bytes.toString('utf8').matchAll(/^import\s(?:[^'"]*?\sfrom\s)?["']([^"']+)["']/gmu)].flatMap(
    (match) => match[1] ?? [],
  );
