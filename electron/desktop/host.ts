import path from 'node:path';
import { shell, type BrowserWindow } from 'electron';
import { ExpectedError } from '../../shared/model/errors.ts';
import type { Delivery, Host, ReadyFile } from '../app/host.ts';
import { placeFolder } from './place.ts';
import { printToPdf } from './print-pdf.ts';
import { askFolder, askTarget } from './save-dialog.ts';
import { createFileSaver } from './save-file.ts';

/** What the program needs of the machine, given by Electron: the system's dialogs, printing, the mail program. */
export const createDesktopHost = (mainWindow: () => BrowserWindow | null): Host => {
  const window = (): BrowserWindow => {
    const open = mainWindow();
    if (open === null || open.isDestroyed()) throw new ExpectedError('cancelled', '窗口已经关闭，没有保存。');
    return open;
  };
  const deliverFile = createFileSaver(async (name) => askTarget(window(), name));
  return {
    kind: 'desktop',
    deliverFile,
    deliverFiles: async (folder, suggestedName) => saveFolder(window(), folder, suggestedName),
    openMailDraft: async (file) => ((await openDraft(file)) ? OPENED : deliverFile(file)),
    printToPdf,
  };
};

const CANCELLED: Delivery = { outcome: 'cancelled' };
const OPENED: Delivery = { outcome: 'opened', place: '邮件程序' };

const saveFolder = async (window: BrowserWindow, folder: string, name: string): Promise<Delivery> => {
  const parent = await askFolder(window);
  if (parent === null) return CANCELLED;
  return { outcome: 'saved', place: await placeFolder(folder, parent, name) };
};

/** Only ever a draft this program made: anything else openPath could start is no business of ours. */
const openDraft = async (file: ReadyFile): Promise<boolean> => {
  if (path.extname(file.path) !== '.eml') throw new Error('only mail drafts are opened');
  return (await shell.openPath(file.path)) === '';
};
