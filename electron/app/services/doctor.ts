import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import {
  examineDatabase,
  expectedDatabaseError,
  listBackups,
  type Examination,
  type OpenOptions,
} from '../../../db/index.ts';
import { ExpectedError, inSentences } from '../../../shared/model/errors.ts';
import { sentence } from '../../../shared/model/text.ts';
import { prepareDataFolder, type DataFolder } from '../data-folder.ts';

/** One thing that was looked at. */
export interface Check {
  readonly what: string;
  readonly sound: boolean;
  /** What was found, one Chinese sentence. */
  readonly found: string;
}

const LITTLE_SPACE = 200 * 1024 * 1024;

/**
 * Looks a data folder over from outside in; what can't be looked at any more after a fault is left out. Repairs nothing and
 * brings nothing up to date.
 * @param migrations other steps than the program's own, for tests
 */
export const examine = async (
  folder: DataFolder,
  version: string,
  migrations?: OpenOptions['migrations'],
): Promise<Check[]> => {
  const versions = check('版本', true, `绩效填报 ${version}，Node ${process.versions.node}，${process.platform}`);
  if (!existsSync(folder.root)) {
    return [versions, check('数据文件夹', true, `还没有，第一次使用时会建立：${folder.root}`)];
  }
  const writable = attempt('数据文件夹', () => {
    prepareDataFolder(folder);
    return `能写入：${folder.root}`;
  });
  if (!writable.sound) return [versions, writable];
  return [
    versions,
    writable,
    ...(await database(folder, migrations)),
    await newestBackup(folder),
    await freeSpace(folder),
  ];
};

const check = (what: string, sound: boolean, found: string): Check => ({ what, sound, found });

const attempt = (what: string, look: () => string): Check => {
  try {
    return check(what, true, look());
  } catch (error) {
    return check(what, false, reason(error));
  }
};

const reason = (error: unknown): string => {
  const expected = expectedDatabaseError(error);
  return expected instanceof ExpectedError ? inSentences(expected) : String(error);
};

const database = async (folder: DataFolder, migrations: OpenOptions['migrations']): Promise<Check[]> => {
  if (!existsSync(folder.database)) return [check('数据文件', true, '还没有，第一次使用时会建立')];
  try {
    const found = await examineDatabase(folder.database, {
      backupFolder: folder.backups,
      ...(migrations ? { migrations } : {}),
    });
    return [check('数据文件', true, stateOf(found)), ...contents(found)];
  } catch (error) {
    return [check('数据文件', false, reason(error))];
  }
};

const stateOf = ({ version, newest }: Examination): string => {
  if (version === 0) return '能打开，还没有内容';
  if (version === newest) return `能打开，结构版本 ${version}`;
  return `能打开，结构版本 ${version}，需要升级到 ${newest}：下次打开绩效填报时会先做备份，再升级`;
};

const contents = ({ problems }: Examination): Check[] =>
  problems === null
    ? []
    : [check('数据内容', problems.length === 0, problems.length === 0 ? '完整' : problems.map(sentence).join(''))];

const newestBackup = async (folder: DataFolder): Promise<Check> => {
  const [newest] = await listBackups(folder.backups);
  return check('最近的备份', true, newest ? `${newest.name}，${newest.projects} 个项目` : '还没有备份');
};

const freeSpace = async (folder: DataFolder): Promise<Check> => {
  const { bavail, bsize } = await statfs(folder.root);
  const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
  return check('剩余空间', bavail * bsize > LITTLE_SPACE, `${megabytes} MB`);
};
