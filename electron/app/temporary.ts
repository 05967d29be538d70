import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Folders for finished files on their way to the clerk. They hold contents, so none outlives the program. */
export interface TemporaryFolders {
  /** A new empty folder. Only the newest few are kept: an old delivery is made again, not looked for. */
  readonly make: () => string;
  readonly remove: (folder: string) => void;
  readonly removeAll: () => void;
}

const KEPT = 24;

/** @param root the data folder's `tmp`. What a killed process left there is removed, what a living one uses is not. */
export const createTemporaryFolders = (root: string): TemporaryFolders => {
  removeLeftovers(root);
  const own = join(root, `${process.pid}-${randomUUID().slice(0, 8)}`);
  const made: string[] = [];
  const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return {
    make: () => {
      const folder = join(own, randomUUID().slice(0, 8));
      makeFolder(folder, 0o700);
      made.push(folder);
      for (const old of made.splice(0, Math.max(0, made.length - KEPT))) remove(old);
      return folder;
    },
    remove,
    removeAll: () => remove(own),
  };
};

const removeLeftovers = (root: string): void => {
  for (const name of namesIn(root)) {
    const pid = Number(/^(\d+)-/u.exec(name)?.[1] ?? 0);
    if (!isAlive(pid)) rmSync(join(root, name), { recursive: true, force: true });
  }
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Whether a process of this number runs; one we may not signal runs too. */
export const isAlive = (pid: number): boolean => {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
