import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDatabase, closeDatabase, createUnit, getProject, openDatabase } from '../../db/index.ts';
import { AT, openIn, stored, temporaryFolder, UNIT, ZHANG } from './support.ts';

const ROUNDS = 20;

/** Lets another process type and kills it some milliseconds after its first stored version; answers its last one. */
const typeAndKill = async (file: string, milliseconds: number): Promise<number> => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'type-child.ts'), file, join(file, '..', 'backups')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  // A line cut in the middle was not told.
  return Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1));
};

describe('a program killed while typing', () => {
  it('loses nothing that was told as saved, whenever it is killed', async () => {
    const folder = temporaryFolder();
    const db = await openIn(folder);
    createUnit(db, UNIT, ZHANG);
    let last = stored(db).version;
    const file = db.name;
    closeDatabase(db);
    for (let round = 0; round < ROUNDS; round += 1) {
      const told = await typeAndKill(file, Math.random() * 120);
      expect(told).toBeGreaterThan(last);
      const found = await openDatabase(file, { backupFolder: folder, at: AT });
      expect(checkDatabase(found)).toEqual([]);
      const { version, content } = getProject(found, 'p1');
      // One more than told at most: stored, and killed before it could tell.
      expect(version - told).toBeGreaterThanOrEqual(0);
      expect(version - told).toBeLessThanOrEqual(1);
      expect([content.usage, content.goals]).toEqual([`第${version}次`, [`目标${version}。`.repeat(version % 400)]]);
      last = version;
      closeDatabase(found);
    }
  }, 120_000);
});
