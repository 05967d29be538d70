import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseDataFolder } from '../app/data-folder.ts';
import { runInBrowser } from './run.ts';
import { orSay, portOption } from './start-options.ts';

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

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

await orSay(() =>
  runInBrowser({
    folder: chooseDataFolder(values.data),
    port: portOption(values.port),
    open: values.open,
    renderer: path.join(root, 'out/renderer'),
    version,
  }),
);
