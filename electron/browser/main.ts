import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseDataFolder } from '../app/data-folder.ts';
import { parse } from '../app/usage.ts';
import { runInBrowser } from './run.ts';
import { orSay, portOption, START_OPTIONS } from './start-options.ts';

/* `node electron/browser/main.ts [--data DIR] [--port N] [--no-open]` */

const USAGE = 'node electron/browser/main.ts [--data 文件夹] [--port 端口] [--no-open]';
const root = path.resolve(import.meta.dirname, '../..');

const start = (): Promise<void> => {
  const { values } = parse(process.argv.slice(2), START_OPTIONS);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return runInBrowser({
    folder: chooseDataFolder(values.data),
    port: portOption(values.port),
    open: values.open,
    renderer: path.join(root, 'out/renderer'),
    version,
  });
};

await orSay(USAGE, async () => start());
