import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Electron's program, or why there is none, in Chinese. */
export type FoundElectron = { readonly binary: string } | { readonly reason: string };

const PROBE_MS = 4_000;
const DOWNLOAD_MS = 120_000;

/**
 * Looks for Electron's binary where a window could be shown; where it is missing, tries once to have it downloaded by
 * Electron's own installer (ELECTRON_MIRROR is honoured), and not for long.
 */
export const findElectron = async (root: string, say: (line: string) => void): Promise<FoundElectron> => {
  const obstacle = noWindowHere(process.env);
  if (obstacle !== null) return { reason: obstacle };
  const binary = installedBinary(root);
  if (binary !== null) return { binary };
  if (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return { reason: '没有安装窗口组件 Electron' };
  if (!(await reachable(process.env['ELECTRON_MIRROR'] ?? 'https://github.com/'))) {
    return { reason: '没有窗口组件 Electron，也连不上下载它的地址' };
  }
  say('正在下载窗口组件 Electron（只需一次，最多两分钟）……');
  await download(root);
  const fetched = installedBinary(root);
  return fetched === null ? { reason: '窗口组件 Electron 没有下载成功' } : { binary: fetched };
};

const noWindowHere = (environment: NodeJS.ProcessEnv): string | null => {
  if (process.platform !== 'linux') return null;
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return '这台电脑没有图形界面';
  // As root Chromium runs only without its sandbox: that is no way to open files from elsewhere.
  return process.getuid?.() === 0 ? '当前是 root 用户，窗口的安全隔离不能启用' : null;
};

/** As the electron package itself finds it: `path.txt` names the program inside `dist`. */
const installedBinary = (root: string): string | null => {
  const folder = path.join(root, 'node_modules', 'electron');
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist');
  const named = path.join(folder, 'path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : defaultName();
  const binary = path.join(dist, name);
  return existsSync(binary) ? binary : null;
};

const defaultName = (): string => {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
};

const reachable = async (address: string): Promise<boolean> => {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch {
    return false;
  }
};

const download = async (root: string): Promise<void> => {
  const installer = path.join(root, 'node_modules', 'electron', 'install.js');
  // Failing is an answer too: the caller looks whether the binary is there.
  await promisify(execFile)(process.execPath, [installer], { timeout: DOWNLOAD_MS }).catch(() => undefined);
};
