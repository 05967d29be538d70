import { spawn } from 'node:child_process';

/** The command that opens an address in the system's browser; null where there is no screen to open it on. */
export const browserCommand = (
  url: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): readonly [string, readonly string[]] | null => {
  if (environment['CI']) return null;
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  if (platform === 'darwin') return ['open', [url]];
  return environment['DISPLAY'] || environment['WAYLAND_DISPLAY'] ? ['xdg-open', [url]] : null;
};

/** Opens our own address in the system's browser where there is one. Never fails: the address is printed anyway. */
export const openBrowser = (url: string): void => {
  const command = browserCommand(url, process.platform, process.env);
  if (command === null) return;
  const child = spawn(command[0], command[1], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
