import { createInterface } from 'node:readline';
import { dataFolderAt } from '../../electron/app/data-folder.ts';
import { claimFolder } from '../../electron/app/instance.ts';

// For every line `moment folder` (ms since 1970) claims that folder at that moment as a host does, and tells how it ended.
process.stdout.write('ready\n');
for await (const line of createInterface(process.stdin)) {
  const [, moment = '', root = ''] = /^(\d+) (.+)$/u.exec(line) ?? [];
  while (Date.now() < Number(moment));
  const claim = await claimFolder(dataFolderAt(root));
  if (claim.kind === 'ours') claim.announce({ host: 'desktop', pid: process.pid });
  const holder = claim.kind === 'theirs' ? String(claim.holder?.pid) : '';
  process.stdout.write(`${claim.kind} ${holder}\n`);
}
