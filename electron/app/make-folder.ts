import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and the ones above it that are missing, one level after the other. Node's own `recursive` never comes
 * back where the system refuses a folder with “no such file” although the one above is there, as /proc does.
 * @param mode of every folder that is made
 * @throws what the system says of the first level it refuses
 */
export const makeFolder = (folder: string, mode = 0o777): void => {
  for (const level of missingLevels(folder)) makeLevel(level, mode);
};

/** From the one nearest the root. */
const missingLevels = (folder: string): string[] => {
  if (statSync(folder, { throwIfNoEntry: false })) return [];
  const above = dirname(folder);
  return above === folder ? [folder] : [...missingLevels(above), folder];
};

const makeLevel = (folder: string, mode: number): void => {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another start may have been quicker.
    if (!isFolder(folder)) throw error;
  }
};

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
