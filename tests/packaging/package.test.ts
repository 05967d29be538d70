import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, Platform, type Configuration } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recogniseInWorker } from '../../electron/office/recognise-in-worker.ts';
import { lattice, pdfOf, say } from '../office/pdf-made.ts';
import { buildProgram, makeFakeElectron, root } from './packaging.ts';

/*
 * The packager runs for real, on a distribution of Electron that only looks like one. What would be installed on a
 * clerk's machine can so be looked at without a download.
 */
const scratch = mkdtempSync(path.join(tmpdir(), 'jixiao-package-'));
const electron = path.join(scratch, 'electron');

interface Machine {
  readonly name: string;
  readonly platform: Platform;
  readonly arch: Arch;
  /** Where the packager puts the program. */
  readonly folder: string;
  readonly binary: string;
  readonly addon: string;
  readonly more?: Configuration;
}

const machines: readonly Machine[] = [
  {
    name: 'Linux x64',
    platform: Platform.LINUX,
    arch: Arch.x64,
    folder: 'linux-unpacked',
    binary: 'jixiao',
    addon: 'linux-x64.node',
  },
  {
    name: 'Linux arm64',
    platform: Platform.LINUX,
    arch: Arch.arm64,
    folder: 'linux-arm64-unpacked',
    binary: 'jixiao',
    addon: 'linux-arm64.node',
  },
  {
    name: 'Windows x64',
    platform: Platform.WINDOWS,
    arch: Arch.x64,
    folder: 'win-unpacked',
    binary: 'Jixiao.exe',
    addon: 'win32-x64.node',
    // Both write into the executable's resources, and the one here has none.
    more: { disableAsarIntegrity: true, win: { signAndEditExecutable: false } },
  },
];

beforeAll(async () => {
  await buildProgram();
  const about = readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8');
  makeFakeElectron(electron, (JSON.parse(about) as { version: string }).version);
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('its worker reads a PDF with Chinese characters whose font is not in it', async () => {
  const rows = [
    ['项目名称', '甲项目'],
    ['主管部门', '某局'],
    ['实施单位', '某镇人民政府'],
    ['项目属性', '一年期项目'],
    ['数量指标', '发放人数'],
    ['质量指标', '发放准确率'],
    ['时效指标', '发放及时率'],
  ];
  const ys = [700, ...rows.map((_, index) => 680 - 20 * index)];
  const words = rows.flatMap((row, index) => row.map((text, column) => say(text, 54 + column * 100, 686 - 20 * index)));
  const workerUrl = pathToFileURL(path.join(root, 'out/desktop/worker.js'));
  const bytes = pdfOf([lattice([50, 150, 350], ys) + words.join('')]);
  const { recognised } = await recogniseInWorker(bytes, '目标表.pdf', { workerUrl });
  expect(recognised.projects.map(({ name, implementingUnit }) => [name, implementingUnit])).toEqual([
    ['甲项目', '某镇人民政府'],
  ]);
});

describe.each(machines)('the package for $name', ({ name, platform, arch, folder, binary, addon, more }) => {
  const output = path.join(scratch, name);
  const archive = path.join(output, folder, 'resources/app.asar');
  let packed: string[] = [];

  beforeAll(async () => {
    const config: Configuration = { ...more, electronDist: electron, directories: { output } };
    await build({ projectDir: root, targets: platform.createTarget('dir', arch), config, publish: 'never' });
    packed = listPackage(archive, { isPack: false }).map((each) => each.replaceAll('\\', '/'));
  }, 120_000);

  test('holds the program, its worker and its window', () => {
    expect(packed).toEqual(
      expect.arrayContaining(['/out/desktop/main.js', '/out/desktop/worker.js', '/out/renderer/index.html']),
    );
  });

  test('holds the tables of Chinese character codes that the PDF reader opens', () => {
    expect(packed).toEqual(
      expect.arrayContaining(['/out/desktop/cmaps/GBK-EUC-H.bcmap', '/out/desktop/cmaps/Adobe-GB1-UCS2.bcmap']),
    );
  });

  test('holds of all modules only the database, and of its addons only the one for that machine', () => {
    const modules = new Set(packed.flatMap((each) => /^\/node_modules\/([^/]+)/u.exec(each)?.[1] ?? []));
    const addons = packed.filter((each) => each.endsWith('.node'));
    expect([...modules]).toEqual(['better-sqlite3']);
    expect(addons).toEqual([`/node_modules/better-sqlite3/prebuilds/${addon}`]);
  });

  test('keeps the addon outside the archive, where the system can load it', () => {
    const file = path.join(`${archive}.unpacked`, 'node_modules/better-sqlite3/prebuilds', addon);
    expect(statSync(file).size).toBeGreaterThan(100_000);
  });

  test('holds no sources, no tests, no toolchain, and is small', () => {
    const wrong = packed.filter((each) => /\.tsx?$|\.map$|^\/(tests|shared|db|electron|renderer)\//u.test(each));
    expect(wrong).toEqual([]);
    expect(statSync(archive).size).toBeLessThan(15 * 1024 * 1024);
  });

  test('holds every module its bundles import', () => {
    const scripts = packed.filter((each) => /^\/out\/desktop\/.*\.js$/u.test(each));
    const imported = scripts.flatMap((each) => importsOf(extractFile(archive, each.slice(1))));
    const foreign = new Set(imported.filter((each) => !isBuiltin(each) && !each.startsWith('.')));
    expect([...foreign].sort()).toEqual(['better-sqlite3', 'electron']);
  });

  test("keeps Chromium's own words in Chinese, and in English for it to fall back on", () => {
    expect(readdirSync(path.join(output, folder, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  test('has its fuses blown in the binary itself', async () => {
    const wire = await getCurrentFuseWire(path.join(output, folder, binary));
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
  });
});

/** What a script imports, statically or by require; not what its comments tell. */
const importsOf = (bytes: Buffer): string[] => {
  const code = bytes.toString('utf8').replace(/^\s*(?:\*|\/\/).*$/gmu, '');
  const statements = /^import\s(?:[^'"]*?\sfrom\s)?["']([^"']+)["']|\brequire\(["']([^"'.][^"']*)["']\)/gmu;
  return [...code.matchAll(statements)].flatMap((match) => match[1] ?? match[2] ?? []);
};
