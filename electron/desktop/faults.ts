import { app, clipboard, dialog, type BrowserWindow } from 'electron';

/** Where bugs are written down. */
type Report = (where: string, error: unknown) => void;

/** A page that dies twice within this time (ms) is not loaded a third time by itself. */
const RELAPSE = 60_000;

/** A bug outside every request: written down, told, and the program starts anew or ends. */
export const watchProgram = (report: Report): void => {
  let told = false;
  const fault = (error: unknown): void => {
    report('desktop', error);
    if (told) return;
    told = true;
    void tell('程序出现了意外错误。', textOf(error)).then((again) => restart(again));
  };
  process.on('uncaughtException', fault);
  process.on('unhandledRejection', fault);
};

/** A page that dies is loaded again once; if it dies again soon, the clerk decides. What was typed is stored. */
export const watchPage = (window: BrowserWindow, report: Report): void => {
  let diedAt = -RELAPSE;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    report('page', new Error(`render process gone: ${reason} ${exitCode}`));
    const relapse = performance.now() - diedAt < RELAPSE;
    diedAt = performance.now();
    if (!relapse) return window.reload();
    void tell('窗口意外停止了。', `${reason} ${exitCode}`).then((again) => restart(again));
  });
  window.on('unresponsive', () => void offerReload(window));
};

const BUTTONS = ['重新启动', '复制错误信息', '退出'];

const tell = async (message: string, details: string): Promise<boolean> => {
  const detail = '已经保存的内容不会丢失。重新启动后如果再次出现，请复制错误信息交给维护人员。';
  for (;;) {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: '绩效填报',
      message,
      detail,
      buttons: BUTTONS,
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    if (response !== 1) return response === 0;
    await clipboard.writeText(`${message}\n${app.getVersion()} ${process.platform}\n${details}`);
  }
};

const restart = (again: boolean): void => {
  if (again) app.relaunch();
  app.exit(again ? 0 : 1);
};

const offerReload = async (window: BrowserWindow): Promise<void> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '绩效填报',
    message: '窗口暂时没有反应。',
    detail: '可以再等一会儿，或者重新打开窗口。已经保存的内容不会丢失。',
    buttons: ['再等一会儿', '重新打开'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1 && !window.isDestroyed()) window.reload();
};

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
