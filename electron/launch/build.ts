import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** One thing Vite builds: where its result lies, and what it is made of. */
interface Target {
  readonly result: string;
  readonly config: string;
  readonly sources: readonly string[];
}

const TARGETS = {
  renderer: {
    result: 'out/renderer/index.html',
    config: 'renderer/vite.config.ts',
    sources: ['renderer', 'shared', 'electron/app', 'package.json'],
  },
  desktop: {
    result: 'out/desktop/main.js',
    config: 'electron/vite.config.ts',
    sources: ['electron', 'db', 'shared', 'package.json'],
  },
} as const satisfies Record<string, Target>;

/** Builds the window or the desktop program where its result is missing or older than a source. */
export const buildIfOlder = async (
  root: string,
  name: keyof typeof TARGETS,
  say: (line: string) => void,
): Promise<void> => {
  const target: Target = TARGETS[name];
  const result = path.join(root, target.result);
  if (existsSync(result) && changedAt(result) >= newest(root, target.sources)) return;
  say('正在准备程序（只在第一次和更新后需要）……');
  const { build } = await import('vite');
  const config = path.join(root, target.config);
  await build({ configFile: config, root: name === 'renderer' ? path.dirname(config) : root, logLevel: 'error' });
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
