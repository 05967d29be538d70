import { createInterface } from 'node:readline';
import { holdLock } from '../../db/index.ts';

// For every line `moment file` (ms since 1970) takes the lock of that file at that moment, tells how it ended, and keeps it.
process.stdout.write('ready\n');
for await (const line of createInterface(process.stdin)) {
  const [, moment = '', file = ''] = /^(\d+) (.+)$/u.exec(line) ?? [];
  while (Date.now() < Number(moment));
  process.stdout.write(holdLock(file) === null ? 'refused\n' : 'held\n');
}
