import { makeBackup } from '../../../db/index.ts';
import type { Program } from '../program.ts';

/** Makes a verified backup now. @param reason one lower-case word */
export const backUp = (program: Program, reason: string): ReturnType<typeof makeBackup> =>
  makeBackup(program.db, { folder: program.folder.backups, reason, at: program.now().toISOString() });
