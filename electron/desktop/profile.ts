import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { makeFolder } from '../app/make-folder.ts';

/**
 * Puts Chromium's own files under the data folder; the single-instance lock is one of them. Where that folder can't be
 * written, a temporary one serves, so that a window can still say what is wrong.
 */
export const useProfile = (dataFolder: string): string => {
  const folder = made(path.join(dataFolder, 'window')) ?? mkdtempSync(path.join(tmpdir(), 'jixiao-window-'));
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  app.setPath('crashDumps', path.join(folder, 'crashes'));
  return folder;
};

const made = (folder: string): string | null => {
  try {
    makeFolder(folder, 0o700);
    return folder;
  } catch {
    return null;
  }
};
