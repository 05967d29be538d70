import { join } from 'node:path';
import { openDatabase } from '../../db/index.ts';
import { ExpectedError } from '../../shared/model/errors.ts';

// Opens a database in the folder given and prints how that ended: one word, for database.test.ts.
const [, , folder = ''] = process.argv;
try {
  await openDatabase(join(folder, 'jixiao.db'), { backupFolder: folder, at: '2026-11-21T05:00:00.000Z' });
  process.stdout.write('opened');
} catch (error) {
  process.stdout.write(error instanceof ExpectedError ? error.code : String(error));
}
