import Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkDatabase,
  closeDatabase,
  createUnit,
  getProject,
  getUnitYear,
  listBackups,
  listRevisions,
  listUnits,
  listVersions,
  loadSettings,
  openDatabase,
  reopenProject,
  saveProject,
  saveUnitYear,
  type Db,
} from '../../db/index.ts';
import { MIGRATIONS, type Migration } from '../../db/migrations/index.ts';
import { emptyExecution, projectContentSchema } from '../../shared/model/project.ts';
import { emptyUnitYear } from '../../shared/model/unit-year.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { AT, edited, later, openIn, stored, temporaryFolder, UNIT, ZHANG } from './support.ts';
import { makeVersion1 } from './version-1.ts';
import { makeVersion2 } from './version-2.ts';

const TODAY = MIGRATIONS.length;

const fileIn = (folder: string): string => join(folder, 'jixiao.db');

const open = (folder: string, migrations = MIGRATIONS): Promise<Db> =>
  openDatabase(fileIn(folder), { backupFolder: join(folder, 'backups'), at: AT, migrations });

/** A closed database of today with one project in it. */
const closedDatabase = async (): Promise<string> => {
  const folder = temporaryFolder();
  const db = await open(folder);
  createUnit(db, UNIT, ZHANG);
  stored(db);
  closeDatabase(db);
  return folder;
};

const versionOf = (db: Db): unknown => db.pragma('user_version', { simple: true });

const next = (sql: string): Migration => ({ number: TODAY + 1, name: 'next', sql });

describe('migrating', () => {
  it('moves an older database on, after a verified backup of it', async () => {
    const folder = await closedDatabase();
    const db = await open(folder, [...MIGRATIONS, next('ALTER TABLE units ADD COLUMN phone TEXT')]);
    expect(versionOf(db)).toBe(TODAY + 1);
    expect(getProject(db, 'p1').version).toBe(1);
    closeDatabase(db);
    expect(await listBackups(join(folder, 'backups'))).toMatchObject([{ reason: 'migrate', projects: 1 }]);
    await expect(open(folder)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('leaves the database as it was when a step fails half-way', async () => {
    const folder = await closedDatabase();
    const broken = next('CREATE TABLE half (a TEXT); INSERT INTO nowhere VALUES (1)');
    await expect(open(folder, [...MIGRATIONS, broken])).rejects.toThrow('nowhere');
    const db = await open(folder);
    expect(versionOf(db)).toBe(TODAY);
    expect(db.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'`).get()).toEqual({ n: 0 });
    expect(getProject(db, 'p1').version).toBe(1);
    closeDatabase(db);
  });

  it('does not begin when the backup can not be made', async () => {
    const folder = await closedDatabase();
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be');
    const steps = [...MIGRATIONS, next('CREATE TABLE more (a TEXT) STRICT')];
    await expect(open(folder, steps)).rejects.toMatchObject({ code: 'backup-failed' });
    const db = new Database(fileIn(folder), { readonly: true });
    expect(versionOf(db)).toBe(TODAY);
    db.close();
  });

  it('takes only steps numbered without a gap', async () => {
    const gap: Migration = { number: TODAY + 2, name: 'later', sql: '' };
    await expect(open(temporaryFolder(), [...MIGRATIONS, gap])).rejects.toThrow(
      `later must have the number ${TODAY + 1}`,
    );
  });

  it('has every released step as it was released', () => {
    // Databases out there have run these steps: put mistakes right by a further step, never here.
    const released = MIGRATIONS.map(({ number, name }) => [number, name]);
    expect(released).toEqual([
      [1, 'foundation'],
      [2, 'every-form'],
      [3, 'imports-and-approval'],
      [4, 'templates'],
    ]);
  });
});

describe('a database of the first release', () => {
  const upgraded = async (): Promise<{ db: Db; folder: string }> => {
    const folder = temporaryFolder();
    makeVersion1(fileIn(folder));
    return { db: await openIn(folder), folder };
  };

  it('is backed up, brought up to date, and is sound', async () => {
    const { db, folder } = await upgraded();
    expect(versionOf(db)).toBe(TODAY);
    expect(checkDatabase(db)).toEqual([]);
    expect(await listBackups(join(folder, 'backups'))).toMatchObject([{ reason: 'migrate', projects: 1 }]);
  });

  it('has all its projects as they were, with an empty 中期 half', async () => {
    const { db } = await upgraded();
    const { content, version, state } = getProject(db, 'p1');
    expect({ version, state }).toEqual({ version: 2, state: 'finished' });
    expect(content).toMatchObject({
      name: '农村道路维护',
      usage: '养护',
      goals: ['完成12公里。'],
      midtermGoals: ['三年完成。'],
    });
    expect(content.spendingPlan).toEqual([{ by: '6月底', percent: '50%' }]);
    expect(content.indicators.map(({ id, level3, weight, note }) => [id, level3, weight, note])).toEqual([
      ['i1', '维护里程', '10', '注'],
      ['i2', '群众满意度', '', ''],
    ]);
    expect(content.midtermIndicators).toEqual([]);
  });

  it('still shows what was frozen before the 中期 half was known', async () => {
    const { db } = await upgraded();
    expect(listVersions(db, 'p1')).toMatchObject([{ content: { name: '农村道路维护', midtermIndicators: [] } }]);
  });

  it('hands in 附件2 with 成本 below 产出, as it did, and nothing for the department yet', async () => {
    const { db } = await upgraded();
    expect(listUnits(db)).toEqual([UNIT]);
    expect(getUnitYear(db, UNIT.id, 2024)).toMatchObject({ version: 0, content: emptyUnitYear() });
  });

  it('keeps its settings; those that came later are the usual ones', async () => {
    const { db } = await upgraded();
    const usual = defaultSettings(2030);
    expect(loadSettings(db, usual)).toEqual({ ...usual, operator: '张三', unitId: UNIT.id, year: 2024 });
  });

  it('takes every new part', async () => {
    const { db } = await upgraded();
    const project = reopenProject(db, 'p1', later(1));
    const [first] = project.content.indicators;
    if (!first) throw new Error('an indicator');
    const midtermIndicators = [{ ...first, id: 'm1' }];
    saveProject(db, edited(project, { midtermIndicators }), later(1));
    expect(getProject(db, 'p1').content.midtermIndicators).toEqual(midtermIndicators);
    const content = { ...emptyUnitYear(), overallGoals: '保障运转。' };
    saveUnitYear(db, { unitId: UNIT.id, year: 2024, version: 0, content }, later(1));
    expect(checkDatabase(db)).toEqual([]);
  });
});

describe('a database of the second release', () => {
  const upgraded = async (): Promise<{ db: Db; folder: string }> => {
    const folder = temporaryFolder();
    makeVersion2(fileIn(folder));
    return { db: await openIn(folder), folder };
  };

  it('is backed up, brought up to date, and is sound', async () => {
    const { db, folder } = await upgraded();
    expect(versionOf(db)).toBe(TODAY);
    expect(checkDatabase(db)).toEqual([]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(await listBackups(join(folder, 'backups'))).toMatchObject([{ reason: 'migrate', projects: 2 }]);
  });

  it('keeps both halves of a project, with nothing of 自评 and no project it goes back to', async () => {
    const { db } = await upgraded();
    const { content, carriedFrom, state } = getProject(db, 'p1');
    expect([content.goals, state, carriedFrom]).toEqual([['完成12公里。'], 'finished', null]);
    expect(content.indicators).toMatchObject([{ id: 'i1', printed: '≥12公里', actual: '', score: '', deviation: '' }]);
    expect(content.midtermIndicators).toMatchObject([{ id: 'm1', printed: '≥36公里' }]);
    expect([content.execution, content.goalsActual, content.evaluationScore]).toEqual([emptyExecution(), '', '']);
  });

  it('keeps every revision under its number, and goes on numbering behind them', async () => {
    const { db } = await upgraded();
    expect(listRevisions(db, 'p1', 10).map(({ id, action }) => [id, action])).toEqual([
      [15, 'finish'],
      [12, 'edit'],
      [11, 'create'],
    ]);
    expect(listRevisions(db, 'p1', 10)[1]?.changes).toHaveLength(1);
    reopenProject(db, 'p1', later(1));
    expect(listRevisions(db, 'p1', 1)[0]?.id).toBeGreaterThan(17);
  });

  it('reads what was frozen as finished, whole by the measure of today', async () => {
    const { db } = await upgraded();
    const [frozen] = listVersions(db, 'p1');
    expect(frozen).toMatchObject({ kind: 'finished', content: { indicators: [{ level3: '维护里程', actual: '' }] } });
    expect(projectContentSchema.parse(frozen?.content)).toEqual(frozen?.content);
  });

  it('refuses what no action, kind or project is', async () => {
    const { db } = await upgraded();
    const revision = `INSERT INTO revisions (project, version, since, at, operator, action, changes) VALUES`;
    expect(() => db.exec(`${revision} (1, 4, 'a', 'a', '', 'explode', '[]')`)).toThrow('CHECK');
    expect(() => db.exec(`INSERT INTO versions VALUES (1, 2, 'lost', 'a', '', '{}')`)).toThrow('CHECK');
    expect(() => db.exec(`UPDATE projects SET carried_from = 'nobody'`)).toThrow('FOREIGN KEY');
  });
});
