import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDatabase, getProjects, listImports, listProjectIds, listUnits } from '../../db/index.ts';
import { NEW, STANDING } from './kill-papers.ts';
import { startApp, temporaryFolder } from './support.ts';

const ROUNDS = 10;

/** Lets another process import and kills it some milliseconds after an import it told of; answers the last one. */
const importAndKill = async (data: string, from: number, milliseconds: number): Promise<number> => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'import-child.ts'), data, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1));
};

/** What is stored: how many imports, of which round the standing projects are, and how many projects there are. */
const storedIn = async (data: string): Promise<{ runs: number; usages: Set<string>; projects: number }> => {
  const app = await startApp({ data });
  const { db } = app.program();
  expect(checkDatabase(db)).toEqual([]);
  const unitId = listUnits(db)[0]?.id ?? '';
  const projects = getProjects(db, listProjectIds(db, { unitId, year: 2024, search: '', state: null }));
  const standing = projects.filter(({ content }) => content.name.startsWith('常有'));
  const usages = new Set(standing.map(({ content }) => content.usage));
  const runs = listImports(db, 100_000).length;
  await app.close();
  return { runs, usages, projects: projects.length };
};

describe('a program killed while it imports', () => {
  it('has stored every import whole or not at all, and every one it told of', async () => {
    const data = temporaryFolder();
    let next = 1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const told = await importAndKill(data, next, Math.random() * 150);
      const { runs, usages, projects } = await storedIn(data);
      // One more than told at most: stored, and killed before it could tell.
      expect([told, told + 1]).toContain(runs);
      expect(usages).toEqual(new Set([`第${runs}次`]));
      expect(projects).toBe(STANDING + runs * NEW);
      next = runs + 1;
    }
  }, 120_000);
});
