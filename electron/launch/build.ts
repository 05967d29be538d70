import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** One thing Vite builds: where its result lies, and what it is made of. */
interface Target {
  readonly result: string;
  readonly config: string;
  /** Vite's root, seen from the project's. */
  readonly root: string;
  readonly sources: readonly string[];
}

const TARGETS = {
  renderer: {
    result: 'out/renderer/index.html',
    config: 'renderer/vite.config.ts',
    root: 'renderer',
    sources: ['renderer', 'shared', 'electron/app', 'package.json'],
  },
  desktop: {
    result: 'out/desktop/main.js',
    config: 'electron/vite.config.ts',
    root: '.',
    sources: ['electron', 'db', 'shared', 'package.json'],
  },
} as const satisfies Record<string, Target>;

/** Builds what is missing or older than one of its sources, and says once that this takes a moment. */
export const buildIfOlder = async (
  root: string,
  names: readonly (keyof typeof TARGETS)[],
  say: (line: string) => void,
): Promise<void> => {
  const older = names.map((name): Target => TARGETS[name]).filter((target) => isOlder(root, target));
  if (older.length === 0) return;
  say('正在准备程序（只在第一次和更新后需要）……');
  const { build } = await import('vite');
  for (const { config, root: base } of older) {
    await build({ configFile: path.join(root, config), root: path.join(root, base), logLevel: 'error' });
  }
};

const isOlder = (root: string, { result, sources }: Target): boolean => {
  const file = path.join(root, result);
  return !existsSync(file) || changedAt(file) < newest(root, sources);
};

const changedAt = (file: string): number => statSync(file).mtimeMs;

const newest = (root: string, sources: readonly string[]): number =>
  Math.max(...sources.flatMap((source) => filesIn(path.join(root, source)).map(changedAt)));

const filesIn = (place: string): string[] =>
  statSync(place).isFile()
    ? [place]
    : readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
