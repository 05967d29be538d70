import { writeSync } from 'node:fs';
import { createApp } from '../../electron/app/create-app.ts';
import { dataFolderAt } from '../../electron/app/data-folder.ts';
import { storeForScript } from '../../electron/app/services/script-import.ts';
import { createCliHost } from '../../electron/cli/host.ts';
import { paperOfRound } from './kill-papers.ts';

// Imports one paper after the other and tells every one that is stored; import-kill.test.ts kills it.
const [, , data = '', from = '1'] = process.argv;

const app = await createApp({
  folder: dataFolderAt(data),
  host: createCliHost(''),
  renderer: '',
  version: '1.2.3',
});
for (let round = Number(from); ; round += 1) {
  const options = { year: 2024, update: true, approve: round % 3 === 0 };
  await storeForScript(app.program(), paperOfRound(round), options);
  writeSync(1, `${round}\n`);
}
