import path from 'node:path';
import { app, BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron';
import { isReachable, readPlace, writePlace } from './bounds.ts';
import { ORIGIN } from './origin.ts';
import { PAGE } from './page.ts';

const DEFAULT = { width: 1366, height: 860 };

/** Opens the program's window where it stood last time, if that place can still be seen. Shown when it can be drawn. */
export const openWindow = (profile: string): BrowserWindow => {
  const file = path.join(profile, 'window.json');
  const last = readPlace(file);
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...LOOK,
    ...(last && isReachable(last, displays) ? placeOf(last) : DEFAULT),
    webPreferences: { ...PAGE, devTools: !app.isPackaged },
  });
  if (last?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writePlace(file, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  // A page's own <title> would replace the program's name in the task bar.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${ORIGIN}/`);
  return window;
};

const LOOK = {
  title: '绩效填报',
  minWidth: 960,
  minHeight: 600,
  show: false,
  backgroundColor: '#f8f9fa',
} satisfies BrowserWindowConstructorOptions;

const placeOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x,
  y,
  width,
  height,
});

/** Brings the window to the front: the answer to a second start. */
export const showWindow = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
