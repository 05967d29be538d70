import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  checkBackup,
  checkDatabase,
  closeDatabase,
  createProjects,
  getProject,
  listBackups,
  makeBackup,
  openDatabase,
  saveProject,
} from '../../db/index.ts';
import { AT, edited, freshDatabase, later, newProject, stored, temporaryFolder, ZHANG } from './support.ts';

describe('a backup', () => {
  it('is one file with everything in it, named after its time and reason', async () => {
    const db = await freshDatabase();
    const project = stored(db);
    const folder = join(temporaryFolder(), 'backups');
    const backup = await makeBackup(db, { folder, reason: 'import', at: '2026-11-21T04:49:00.123Z' });
    expect(backup).toMatchObject({
      name: 'jixiao-2026-11-21T04-49-00Z-import.db',
      at: '2026-11-21T04:49:00Z',
      reason: 'import',
      projects: 1,
    });
    expect(readdirSync(folder)).toEqual([backup.name]);
    const copy = await openDatabase(join(folder, backup.name), { backupFolder: folder, at: AT });
    expect(getProject(copy, 'p1')).toEqual(project);
    expect(checkDatabase(copy)).toEqual([]);
    closeDatabase(copy);
  });

  it('never takes the place of another', async () => {
    const db = await freshDatabase();
    const folder = temporaryFolder();
    const make = () => makeBackup(db, { folder, reason: 'manual', at: AT });
    const names = (await Promise.all([make(), make(), make()])).map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
    expect((await listBackups(folder)).map(({ name }) => name).sort()).toEqual(names.sort());
  });

  it('is sound though somebody types while it is made', async () => {
    const db = await freshDatabase();
    createProjects(
      db,
      Array.from({ length: 300 }, (_, index) => newProject(`q${index}`)),
      ZHANG,
    );
    let project = stored(db);
    const folder = temporaryFolder();
    const making = makeBackup(db, { folder, reason: 'manual', at: AT });
    for (let minute = 1; minute < 40; minute += 1) {
      project = saveProject(db, edited(project, { usage: `第${minute}次` }), later(minute));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const backup = await making;
    expect(checkBackup(join(folder, backup.name))).toEqual([]);
  });

  it('that turns out damaged is told, and leaves no file behind', async () => {
    const db = await freshDatabase();
    createProjects(
      db,
      Array.from({ length: 50 }, (_, index) => newProject(`q${index}`)),
      ZHANG,
    );
    const folder = temporaryFolder();
    const real = db.backup.bind(db);
    vi.spyOn(db, 'backup').mockImplementation(async (file) => {
      const result = await real(file);
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(0x5a, 4096 * 8, bytes.length - 4096));
      return result;
    });
    await expect(makeBackup(db, { folder, reason: 'import', at: AT })).rejects.toMatchObject({ code: 'backup-failed' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that lacks rows is told', async () => {
    const db = await freshDatabase();
    stored(db);
    const other = await freshDatabase();
    vi.spyOn(db, 'backup').mockImplementation((file) => other.backup(file));
    await expect(makeBackup(db, { folder: temporaryFolder(), reason: 'import', at: AT })).rejects.toMatchObject({
      code: 'backup-failed',
      message: /条数/,
    });
  });

  it('that can not be written names the reason', async () => {
    const db = await freshDatabase();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(makeBackup(db, { folder: join(folder, 'file'), reason: 'import', at: AT })).rejects.toMatchObject({
      code: 'backup-failed',
      message: /备份没有做成/,
    });
  });
});

describe('the backups of a folder', () => {
  it('are listed newest first, without what is no backup', async () => {
    const db = await freshDatabase();
    const folder = temporaryFolder();
    for (const [minute, reason] of ['migrate', 'import', 'manual'].entries())
      await makeBackup(db, { folder, reason, at: later(minute).at });
    writeFileSync(join(folder, '说明.txt'), '');
    writeFileSync(join(folder, 'jixiao-2026-11-21T09-00-00Z-import.db'), 'no database');
    expect((await listBackups(folder)).map(({ reason }) => reason)).toEqual(['manual', 'import', 'migrate']);
    expect(await listBackups(join(folder, 'nowhere'))).toEqual([]);
  });

  it('are found damaged later', async () => {
    const db = await freshDatabase();
    createProjects(
      db,
      Array.from({ length: 50 }, (_, index) => newProject(`q${index}`)),
      ZHANG,
    );
    const folder = temporaryFolder();
    const { name, bytes } = await makeBackup(db, { folder, reason: 'manual', at: AT });
    truncateSync(join(folder, name), Math.floor(bytes / 2));
    expect(checkBackup(join(folder, name))).toHaveLength(1);
  });
});
