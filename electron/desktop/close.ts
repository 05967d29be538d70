import { dialog, type BrowserWindow } from 'electron';
import type { Traffic } from './traffic.ts';

/** The longest a closing window waits for its last save, in milliseconds. */
const PATIENCE = 4_000;

/**
 * Closing hides the window, which makes its page save what was typed last, waits for that save, and only then lets the
 * window go. A page that hangs cannot keep it; a save that was refused brings it back.
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
  // An answer from the page proves that it has seen it is hidden: its save is on the way by then.
  await soon(window.webContents.executeJavaScript('document.visibilityState'));
  if ((await traffic.settle(PATIENCE)) === 'refused' && (await wantsToStay(window))) return false;
  // Leaving the page gives it its last events, for whatever it had not sent when hidden.
  await soon(window.loadURL('about:blank'));
  await traffic.settle(PATIENCE);
  window.destroy();
  return true;
};

const soon = async (work: Promise<unknown>): Promise<void> => {
  await Promise.race([work.catch(() => null), new Promise((resolve) => setTimeout(resolve, PATIENCE / 4))]);
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
