import { BrowserWindow, type WebPreferences } from 'electron';
import { ORIGIN } from './origin.ts';
import { PAGE } from './page.ts';

/** The longest a print page may take to load and print, in milliseconds: 1,000 sheets take some 10 s. */
const PATIENCE = 120_000;

/** Paper runs no scripts. */
const PAPER: WebPreferences = { ...PAGE, javascript: false, devTools: false };

/**
 * Prints one of our own pages to PDF in a hidden window that is gone afterwards, whatever happens.
 * @param path on our origin, e.g. /print/<ticket>
 */
export const printToPdf = async (path: string): Promise<Uint8Array> => {
  if (!path.startsWith('/print/')) throw new Error('only print pages are printed');
  const window = new BrowserWindow({ show: false, webPreferences: PAPER });
  try {
    return await inTime(print(window, path));
  } finally {
    window.destroy();
  }
};

const print = async (window: BrowserWindow, path: string): Promise<Uint8Array> => {
  await window.loadURL(`${ORIGIN}${path}`);
  // Paper size, margins and direction are the page's own, in its CSS.
  return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
};

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('printing took too long')), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
