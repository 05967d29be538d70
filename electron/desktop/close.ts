import { dialog, type BrowserWindow } from 'electron';
import type { Traffic } from './traffic.ts';

/** The longest a closing window waits for its last save, in milliseconds. */
const PATIENCE = 4_000;

/**
 * Closing hides the window, which makes its page save what was typed last, waits for that save, and only then lets the
 * window go. A page that hangs cannot keep it; a save that was refused brings it back, once.
 */
export const closeAfterSaving = (window: BrowserWindow, traffic: Traffic): void => {
  let leaving = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    void leave(window, traffic).then((gone) => (leaving = gone));
  });
  // A page cannot forbid being closed: its text is saved on the way out.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
};

const leave = async (window: BrowserWindow, traffic: Traffic): Promise<boolean> => {
  window.hide();
  await pageKnows(window);
  const settled = await traffic.settle(PATIENCE);
  if (settled === 'refused' && (await wantsToStay(window))) return false;
  window.destroy();
  return true;
};

/** Waits until the page has seen that it is hidden: its save is on the way by then. */
const pageKnows = async (window: BrowserWindow): Promise<void> => {
  const seen = window.webContents.executeJavaScript('document.visibilityState').catch(() => null);
  await Promise.race([seen, new Promise((resolve) => setTimeout(resolve, PATIENCE / 4))]);
};

const wantsToStay = async (window: BrowserWindow): Promise<boolean> => {
  window.show();
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '绩效填报',
    message: '最后的修改没有保存成功。',
    detail: '返回窗口可以查看原因并重试；仍要退出，最后的修改会丢失。',
    buttons: ['返回窗口', '仍要退出'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 0;
};
