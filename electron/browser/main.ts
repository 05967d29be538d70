import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ExpectedError } from '../../shared/model/errors.ts';
import { chooseDataFolder } from '../app/data-folder.ts';
import { runInBrowser } from './run.ts';

/* `node electron/browser/main.ts [--data DIR] [--port N] [--no-open]` */

const root = path.resolve(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    open: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const portOption = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new ExpectedError('bad-input', `“${text}”不是端口。`, '请写 0 到 65535 之间的数，或者不写。');
};

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

try {
  await runInBrowser({
    folder: chooseDataFolder(values.data),
    port: portOption(values.port),
    open: values.open,
    renderer: path.join(root, 'out/renderer'),
    version,
  });
} catch (error) {
  if (!(error instanceof ExpectedError)) throw error;
  console.error(`${error.message}${error.nextStep}`);
  process.exitCode = 1;
}
