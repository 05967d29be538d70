import { app, clipboard, dialog } from 'electron';
import { addressOf, type Holder } from '../app/instance.ts';

/**
 * Whether this is the first window on its data folder. Electron's lock lies in the profile under that folder, so two data
 * folders may be open at once, and one never twice. A second start shows the first window and must leave at once, having
 * touched nothing. Whether the program serves the folder in another way is claimFolder's to say.
 */
export const claimWindow = (onSecondStart: () => void): boolean => {
  app.on('second-instance', onSecondStart);
  return app.requestSingleInstanceLock();
};

/** Tells the clerk that the program runs already, and where. Resolves once that is read. */
export const tellRunning = async (holder: Holder | null): Promise<void> => {
  if (holder?.host !== 'browser') return tellElsewhere();
  const address = addressOf(holder);
  const { response } = await dialog.showMessageBox({
    ...BOX,
    message: '绩效填报已经在浏览器里打开。',
    detail: `请在浏览器里使用，地址是：\n${address}\n\n想改用窗口，请先结束正在运行的那一个，再启动。`,
    buttons: ['复制地址', '知道了'],
    cancelId: 1,
  });
  if (response === 0) await clipboard.writeText(address);
};

const tellElsewhere = async (): Promise<void> => {
  await dialog.showMessageBox({
    ...BOX,
    message: '绩效填报已经在运行。',
    detail: '请使用已经打开的那一个。找不到它时，请稍等片刻再启动；仍然不行，请重新启动电脑。',
    buttons: ['知道了'],
  });
};

const BOX = { type: 'info', title: '绩效填报', defaultId: 0, noLink: true } as const;
