import { describe, expect, it } from 'vitest';
import {
  checkDatabase,
  createProjects,
  finishProject,
  getProject,
  getProjects,
  listRevisions,
  listVersions,
  removeProjects,
  reopenProject,
  restoreProjects,
  saveProject,
} from '../../db/index.ts';
import { edited, freshDatabase, later, newProject, roadContent, stored, ZHANG } from './support.ts';

describe('a project', () => {
  it('comes back exactly as it was stored', async () => {
    const db = await freshDatabase();
    const project = stored(db);
    expect(project.content).toEqual(roadContent());
    expect(getProject(db, 'p1')).toEqual(project);
    expect(project).toMatchObject({ version: 1, revision: 1, state: 'draft', finishedAt: null });
  });

  it('is one of several read in the order asked for', async () => {
    const db = await freshDatabase();
    createProjects(
      db,
      ['a', 'b', 'c'].map((id) => newProject(id)),
      ZHANG,
    );
    expect(getProjects(db, ['c', 'a']).map(({ id }) => id)).toEqual(['c', 'a']);
    expect(() => getProjects(db, ['a', 'nobody'])).toThrow('找不到这个项目');
  });

  it('is stored with all its fellows or not at all', async () => {
    const db = await freshDatabase();
    expect(() => createProjects(db, [newProject('a'), newProject('a')], ZHANG)).toThrow();
    expect(() => getProject(db, 'a')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('is refused where no such unit is, and where two indicators have one id', async () => {
    const db = await freshDatabase();
    expect(() => createProjects(db, [newProject('a', roadContent(), { unitId: 'x' })], ZHANG)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    const [first] = roadContent().indicators;
    const twins = { ...roadContent(), indicators: first ? [first, first] : [] };
    expect(() => createProjects(db, [newProject('a', twins)], ZHANG)).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
  });
});

describe('saving', () => {
  it('counts the version up and keeps the rest', async () => {
    const db = await freshDatabase();
    const saved = saveProject(db, edited(stored(db), { usage: '养护村道' }), later(1));
    expect(saved).toMatchObject({ version: 2, updatedAt: later(1).at });
    expect(getProject(db, 'p1')).toEqual(saved);
    expect(saved.content).toEqual({ ...roadContent(), usage: '养护村道' });
  });

  it('writes nothing where nothing differs', async () => {
    const db = await freshDatabase();
    const project = stored(db);
    const before = db.prepare('SELECT total_changes() AS n').get();
    const save = { ...edited(project, {}), progress: { requiredDone: 3, requiredAll: 16 } };
    expect(saveProject(db, save, later(1))).toEqual(project);
    expect(db.prepare('SELECT total_changes() AS n').get()).toEqual(before);
  });

  it('rewrites one row for one indicator, and keeps the order of moved ones', async () => {
    const db = await freshDatabase();
    const project = stored(db);
    const [first, second] = project.content.indicators;
    if (!first || !second) throw new Error('two indicators');
    const moved = saveProject(db, edited(project, { indicators: [second, { ...first, id: 'i3' }, first] }), later(1));
    expect(getProject(db, 'p1').content.indicators.map(({ id }) => id)).toEqual(['i2', 'i3', 'i1']);
    saveProject(db, edited(moved, { indicators: [second] }), later(2));
    expect(getProject(db, 'p1').content.indicators).toEqual([second]);
  });

  it('is refused when somebody saved meanwhile, and leaves their work alone', async () => {
    const db = await freshDatabase();
    const project = stored(db);
    saveProject(db, edited(project, { name: '甲' }), later(1));
    expect(() => saveProject(db, edited(project, { name: '乙' }), later(2))).toThrow(
      expect.objectContaining({ code: 'stale' }),
    );
    expect(getProject(db, 'p1').content.name).toBe('甲');
  });

  it('is refused for a deleted project', async () => {
    const db = await freshDatabase();
    const project = stored(db);
    removeProjects(db, ['p1'], ZHANG);
    expect(() => saveProject(db, edited(project, { name: '乙' }), later(2))).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});

describe('a finished project', () => {
  it('is frozen with its content until it is reopened', async () => {
    const db = await freshDatabase();
    const finished = finishProject(db, stored(db).id, later(1));
    expect(finished).toMatchObject({ state: 'finished', finishedAt: later(1).at, revision: 1 });
    expect(() => saveProject(db, edited(finished, { name: '乙' }), later(2))).toThrow(
      expect.objectContaining({ code: 'frozen' }),
    );
    expect(() => finishProject(db, 'p1', later(2))).toThrow(expect.objectContaining({ code: 'frozen' }));
    const draft = reopenProject(db, 'p1', later(3));
    expect(draft).toMatchObject({ state: 'draft', finishedAt: null, revision: 2 });
    saveProject(db, edited(draft, { name: '改过的名称' }), later(4));
    finishProject(db, 'p1', later(5));
    expect(listVersions(db, 'p1').map(({ revision, content }) => [revision, content.name])).toEqual([
      [1, '农村道路维护'],
      [2, '改过的名称'],
    ]);
    expect(checkDatabase(db)).toEqual([]);
  });

  it('may be deleted, and comes back as it was', async () => {
    const db = await freshDatabase();
    const finished = finishProject(db, stored(db).id, later(1));
    removeProjects(db, ['p1'], later(2));
    expect(() => getProject(db, 'p1')).toThrow(expect.objectContaining({ code: 'not-found' }));
    restoreProjects(db, ['p1'], later(3));
    expect(getProject(db, 'p1')).toEqual(finished);
  });
});

describe('revisions', () => {
  it('tell who did what and when, for every kind of change', async () => {
    const db = await freshDatabase();
    const saved = saveProject(db, edited(stored(db), { usage: '养护' }), later(1, '李四'));
    finishProject(db, saved.id, later(2));
    reopenProject(db, saved.id, later(3));
    removeProjects(db, [saved.id], later(4));
    restoreProjects(db, [saved.id], later(5));
    expect(
      listRevisions(db, saved.id, 10)
        .reverse()
        .map(({ action, operator, version, at }) => [action, operator, version, at]),
    ).toEqual([
      ['create', '张三', 1, later(0).at],
      ['edit', '李四', 2, later(1).at],
      ['finish', '张三', 3, later(2).at],
      ['reopen', '张三', 4, later(3).at],
      ['delete', '张三', 4, later(4).at],
      ['restore', '张三', 4, later(5).at],
    ]);
  });

  it('name the way a project came: copied or imported', async () => {
    const db = await freshDatabase();
    createProjects(db, [newProject('a', roadContent(), { action: 'copy' })], ZHANG);
    createProjects(db, [newProject('b', roadContent(), { action: 'import' })], ZHANG);
    expect(['a', 'b'].map((id) => listRevisions(db, id, 1)[0]?.action)).toEqual(['copy', 'import']);
  });

  it('gather the typing of one operator into one, with the text before and after it', async () => {
    const db = await freshDatabase();
    let project = stored(db);
    for (const [minute, usage] of ['养', '养护', '养护村道'].entries())
      project = saveProject(db, edited(project, { usage }), later(minute));
    const [sitting, created] = listRevisions(db, 'p1', 10);
    expect(sitting).toMatchObject({ action: 'edit', version: 4, since: later(0).at, at: later(2).at });
    expect(sitting?.changes).toEqual([{ path: 'usage', before: '', after: '养护村道' }]);
    expect(created?.action).toBe('create');
  });

  it('begin anew with another operator, after ten minutes, and after a reopening', async () => {
    const db = await freshDatabase();
    let project = stored(db);
    const type = (usage: string, actor = later(0)) => (project = saveProject(db, edited(project, { usage }), actor));
    type('一', later(1));
    type('二', later(2, '李四'));
    type('三', later(20, '李四'));
    finishProject(db, 'p1', later(21, '李四'));
    project = reopenProject(db, 'p1', later(22, '李四'));
    type('四', later(23, '李四'));
    expect(listRevisions(db, 'p1', 10).filter(({ action }) => action === 'edit')).toHaveLength(4);
  });
});
