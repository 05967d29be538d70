import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp, type App } from '../app/create-app.ts';
import { chooseDataFolder, dataFolderAt, type DataFolder } from '../app/data-folder.ts';
import type { Host } from '../app/host.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { createCliHost } from './host.ts';

const root = join(import.meta.dirname, '../..');

/** The program's version. */
export const version = (): string => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
};

/**
 * Opens a data folder, does something with the program, and closes it whatever happens. It does not claim the folder as
 * the hosts with a window do: a script may work beside an open window. SQLite keeps their writes apart (WAL, each change
 * one transaction), the window sees what changed when it asks again, and a save from before that change is refused as
 * `stale`; one window less is nothing a script could ask for.
 * @throws why it can't be opened
 */
export const withData = async <Result>(
  data: string | undefined,
  deed: (app: App) => Promise<Result>,
  host: Host = createCliHost(''),
): Promise<Result> => withFolder(chooseDataFolder(data), deed, host);

/** The same where there is data already: a mistyped folder is told, not made. @throws ExpectedError `not-found` too */
export const withStored = async <Result>(
  data: string | undefined,
  deed: (app: App) => Promise<Result>,
  host: Host = createCliHost(''),
): Promise<Result> => {
  const folder = chooseDataFolder(data);
  if (!existsSync(folder.database)) throw nothingIn(folder);
  return withFolder(folder, deed, host);
};

const nothingIn = ({ root: place }: DataFolder): ExpectedError =>
  new ExpectedError('not-found', `“${place}”里没有绩效填报的数据。`, '请核对 --data 后面的文件夹。');

/** The same on a folder that is no clerk's: the demo's. */
export const withFolder = async <Result>(
  folder: DataFolder | string,
  deed: (app: App) => Promise<Result>,
  host: Host,
): Promise<Result> => {
  const app = await createApp({
    folder: typeof folder === 'string' ? dataFolderAt(folder) : folder,
    host,
    renderer: join(root, 'out/renderer'),
    version: version(),
  });
  try {
    if (app.failure) throw app.failure;
    return await deed(app);
  } finally {
    await app.close();
  }
};
