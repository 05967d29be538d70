import Database from 'better-sqlite3';
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  checkDatabase,
  closeDatabase,
  createProjects,
  createUnit,
  getProject,
  makeBackup,
  openDatabase,
  saveProject,
  type Db,
} from '../../db/index.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import {
  AT,
  edited,
  freshDatabase,
  later,
  newProject,
  openIn,
  stored,
  temporaryFolder,
  UNIT,
  ZHANG,
} from './support.ts';

const run = promisify(execFile);

const fileIn = (folder: string): string => join(folder, 'jixiao.db');

const open = (folder: string, migrations = MIGRATIONS, patience = 50): Promise<Db> =>
  openDatabase(fileIn(folder), { backupFolder: join(folder, 'backups'), at: AT, migrations, patience });

/** A closed database with one project in it. */
const closedDatabase = async (): Promise<string> => {
  const folder = temporaryFolder();
  const db = await open(folder);
  createUnit(db, UNIT, ZHANG);
  stored(db);
  closeDatabase(db);
  return folder;
};

const fingerprint = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

const versionOf = (db: Db): unknown => db.pragma('user_version', { simple: true });

describe('opening', () => {
  it('makes a database where there is none, and one of an empty file', async () => {
    const folder = temporaryFolder();
    writeFileSync(fileIn(folder), '');
    const db = await openIn(folder);
    expect(versionOf(db)).toBe(MIGRATIONS.length);
    expect(checkDatabase(db)).toEqual([]);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('keeps what was saved through a power cut: WAL, synchronous FULL, foreign keys on', async () => {
    const db = await freshDatabase();
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => db.exec(`INSERT INTO unit_years VALUES ('nobody', 2024)`)).toThrow('FOREIGN KEY');
  });

  it('refuses a database of a newer program and touches nothing', async () => {
    const folder = await closedDatabase();
    const newer = new Database(fileIn(folder));
    newer.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    newer.close();
    const before = fingerprint(fileIn(folder));
    await expect(open(folder)).rejects.toMatchObject({ code: 'database-newer', nextStep: /最新版本/ });
    expect(fingerprint(fileIn(folder))).toBe(before);
    expect(readdirSync(folder)).toEqual(['jixiao.db']);
  });

  it('refuses a damaged database and touches nothing', async () => {
    const folder = await closedDatabase();
    const bytes = readFileSync(fileIn(folder));
    bytes.fill(0x5a, 4096 * 2);
    writeFileSync(fileIn(folder), bytes);
    const before = fingerprint(fileIn(folder));
    await expect(open(folder)).rejects.toMatchObject({ code: 'database-damaged' });
    expect(fingerprint(fileIn(folder))).toBe(before);
  });

  it.each([
    ['a truncated one', (file: string) => truncateSync(file, 5_000), 'database-damaged'],
    ['a text', (file: string) => writeFileSync(file, '项目名称\t农村道路维护\n'.repeat(300)), 'database-damaged'],
    ['the database of another program', makeForeign, 'file-foreign'],
  ])('refuses %s', async (_kind, spoil, code) => {
    const folder = await closedDatabase();
    spoil(fileIn(folder));
    const before = fingerprint(fileIn(folder));
    const around = readdirSync(folder);
    await expect(open(folder)).rejects.toMatchObject({ code, message: /\p{Script=Han}/u });
    expect(fingerprint(fileIn(folder))).toBe(before);
    expect(readdirSync(folder)).toEqual(around);
  });

  it('says that the folder is missing, or is no folder', async () => {
    await expect(open(join(temporaryFolder(), 'gone'))).rejects.toMatchObject({ code: 'not-writable' });
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(open(join(folder, 'file'))).rejects.toMatchObject({ code: 'not-writable' });
  });

  it('may happen in several processes at once, the first time too', async () => {
    const folder = temporaryFolder();
    const child = join(import.meta.dirname, 'open-child.ts');
    const opening = Array.from({ length: 5 }, async () => (await run(process.execPath, [child, folder])).stdout);
    expect(await Promise.all(opening)).toEqual(Array(5).fill('opened'));
  });

  it('says that the folder can not be written to', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'locked'));
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'locked'), 0o555);
    // Root may write everywhere, so somebody else has to try.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const child = join(import.meta.dirname, 'open-child.ts');
    const { stdout, stderr } = spawnSync(process.execPath, [child, join(folder, 'locked')], {
      ...nobody,
      encoding: 'utf8',
    });
    expect(stdout + stderr).toBe('not-writable');
  });
});

describe('a file that may not be written', () => {
  it('is told as such, instead of failing at the first save', async () => {
    const folder = await closedDatabase();
    chmodSync(folder, 0o777);
    chmodSync(fileIn(folder), 0o444);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const child = join(import.meta.dirname, 'open-child.ts');
    const { stdout } = spawnSync(process.execPath, [child, folder], { ...nobody, encoding: 'utf8' });
    expect(stdout).toBe('not-writable');
    expect(readdirSync(folder).filter((name) => name.startsWith('jixiao.db'))).toEqual(['jixiao.db']);
  });
});

describe('an empty file', () => {
  it('with backups beside it had contents once: it is refused, not begun anew', async () => {
    const folder = await closedDatabase();
    const db = await open(folder);
    await makeBackup(db, { folder: join(folder, 'backups'), reason: 'manual', at: AT });
    closeDatabase(db);
    writeFileSync(fileIn(folder), '');
    await expect(open(folder)).rejects.toMatchObject({ code: 'database-damaged' });
    expect(statSync(fileIn(folder)).size).toBe(0);
  });
});

function makeForeign(file: string): void {
  writeFileSync(file, '');
  const foreign = new Database(file);
  foreign.exec('CREATE TABLE notes (text TEXT)');
  foreign.close();
}

describe('a write', () => {
  it('that finds the disk full stores nothing, says so, and works again later', async () => {
    const db = await freshDatabase();
    const project = stored(db);
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages + 1}`);
    const long = edited(project, { usage: '长'.repeat(20_000) });
    expect(() => saveProject(db, long, later(1))).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(() => createProjects(db, many(200), ZHANG)).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(getProject(db, 'p1')).toEqual(project);
    db.pragma('max_page_count = 1073741823');
    expect(saveProject(db, long, later(2)).version).toBe(2);
    expect(checkDatabase(db)).toEqual([]);
  });

  it('that finds another process writing waits, then says who is to blame', async () => {
    const folder = await closedDatabase();
    const [window, script] = [await open(folder), await open(folder)];
    script.exec('BEGIN IMMEDIATE');
    const project = getProject(window, 'p1');
    expect(() => saveProject(window, edited(project, { usage: '养护' }), later(1))).toThrow(
      expect.objectContaining({ code: 'database-busy' }),
    );
    script.exec('COMMIT');
    expect(saveProject(window, edited(project, { usage: '养护' }), later(1)).version).toBe(2);
    expect(getProject(script, 'p1').content.usage).toBe('养护');
    closeDatabase(window);
    closeDatabase(script);
  });
});

const many = (count: number) => Array.from({ length: count }, (_, index) => newProject(`many-${index}`));

describe('checking', () => {
  it('tells amounts that differ from the list, and a missing revision', async () => {
    const db = await freshDatabase();
    stored(db);
    db.exec('UPDATE projects SET total_fen = total_fen + 1');
    expect(checkDatabase(db)).toEqual(['项目“农村道路维护”的金额和一览里的金额不一致。']);
    db.exec('UPDATE projects SET total_fen = total_fen - 1; DELETE FROM revisions; UPDATE projects SET version = 7');
    expect(checkDatabase(db)).toEqual(['项目“农村道路维护”的修改记录不完整。']);
  });

  it('tells rows without a project', async () => {
    const db = await freshDatabase();
    db.pragma('foreign_keys = OFF');
    db.exec(`INSERT INTO goals VALUES (99, 'annual', 0, '没有主人')`);
    expect(checkDatabase(db)).toEqual(['表 goals 里有一行找不到它所属的项目。']);
  });
});
