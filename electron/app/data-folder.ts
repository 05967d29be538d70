import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ExpectedError } from '../../shared/model/errors.ts';
import { makeFolder } from './make-folder.ts';

/** Where everything of one installation lies. Nothing is ever written outside it without the clerk choosing the place. */
export interface DataFolder {
  readonly root: string;
  readonly database: string;
  readonly backups: string;
  readonly temporary: string;
  readonly logs: string;
  /** Held by the one process that serves this folder; see instance.ts. */
  readonly lock: string;
  /** Where that process can be reached. */
  readonly instance: string;
}

/** Names the parts of a data folder; touches nothing. */
export const dataFolderAt = (root: string): DataFolder => ({
  root,
  database: join(root, 'jixiao.db'),
  backups: join(root, 'backups'),
  temporary: join(root, 'tmp'),
  logs: join(root, 'logs'),
  lock: join(root, 'instance.lock'),
  instance: join(root, 'instance.json'),
});

/**
 * The data folder to use: `--data`, else JIXIAO_DATA, else `Jixiao` in the user's application-data folder.
 * @param chosen what `--data` said; empty or undefined where it was not given
 */
export const chooseDataFolder = (
  chosen: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): DataFolder => {
  const own = chosen || environment['JIXIAO_DATA'];
  return dataFolderAt(own ? resolve(own) : join(applicationData(environment, platform), 'Jixiao'));
};

const applicationData = (environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string => {
  const home = environment['HOME'] || homedir();
  if (platform === 'win32') return environment['APPDATA'] || join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return environment['XDG_DATA_HOME'] || join(home, '.local', 'share');
};

/**
 * Makes the folder and its parts, readable by this user only, and proves by a small file that it can be written.
 * @throws ExpectedError `not-writable` or `disk-full`
 */
export const prepareDataFolder = (folder: DataFolder): void => {
  try {
    for (const part of [folder.root, folder.backups, folder.temporary, folder.logs]) {
      makeFolder(part, 0o700);
    }
    probe(join(folder.root, `.probe-${randomUUID()}`));
  } catch (cause) {
    throw notWritable(folder, cause);
  }
};

const probe = (file: string): void => {
  try {
    writeFileSync(file, 'ok', { flag: 'wx' });
  } finally {
    // On a full disk the file is there, and empty.
    rmSync(file, { force: true });
  }
};

const notWritable = (folder: DataFolder, cause: unknown): ExpectedError => {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC') {
    return new ExpectedError('disk-full', '磁盘已满，数据文件夹写不进去。', '请清理磁盘空间后重新启动。', { cause });
  }
  return new ExpectedError(
    'not-writable',
    `数据文件夹不能写入：${folder.root}。`,
    '请检查这个文件夹是否存在、是否只读、当前用户有没有写入权限，然后重新启动。',
    { cause },
  );
};
