import { describe, expect, it } from 'vitest';
import {
  addImport,
  approveNew,
  approveProject,
  asOneChange,
  carriedFrom,
  carriedTo,
  checkDatabase,
  countUntouched,
  createProjects,
  findMapping,
  finishProject,
  getImport,
  getProject,
  importedProjects,
  listImports,
  listMappings,
  listRevisions,
  listVersions,
  markUndone,
  removeMapping,
  removeProjects,
  reopenProject,
  restoreProjects,
  saveMapping,
  saveProject,
  takeBack,
  updateProject,
  type Db,
  type StoredProject,
} from '../../db/index.ts';
import { edited, freshDatabase, later, newProject, roadContent, stored, ZHANG } from './support.ts';

const kindsOf = (db: Db, id = 'p1'): string[] =>
  listVersions(db, id).map(({ revision, kind, content }) => `${revision} ${kind} ${content.usage}`);

const actionsOf = (db: Db, id = 'p1'): string[] =>
  listRevisions(db, id, 20)
    .map(({ action }) => action)
    .reverse();

const undo = (db: Db, before: StoredProject, after: StoredProject) =>
  takeBack(
    db,
    { id: before.id, versionBefore: before.version, stateBefore: before.state, versionAfter: after.version },
    () => ({ requiredDone: 3, requiredAll: 16 }),
    later(9),
  );

describe('an import over a stored project', () => {
  it('changes a draft as one revision of its own', async () => {
    const db = await freshDatabase();
    const after = updateProject(db, edited(stored(db), { usage: '导入的' }), later(1));
    expect(after).toMatchObject({ state: 'draft', version: 2, revision: 1, content: { usage: '导入的' } });
    expect(actionsOf(db)).toEqual(['create', 'update']);
    expect(listRevisions(db, 'p1', 1)[0]?.changes).toEqual([{ path: 'usage', before: '', after: '导入的' }]);
    expect(checkDatabase(db)).toEqual([]);
  });

  it('writes nothing where nothing differs', async () => {
    const db = await freshDatabase();
    const before = finishProject(db, stored(db).id, later(1));
    expect(updateProject(db, edited(before, {}), later(2))).toMatchObject({
      version: before.version,
      state: 'finished',
    });
    expect(actionsOf(db)).toEqual(['create', 'finish']);
  });

  it('opens a finished one as a further revision and never loses what was finished', async () => {
    const db = await freshDatabase();
    const before = finishProject(db, stored(db).id, later(1));
    const after = updateProject(db, edited(before, { usage: '导入的' }), later(2));
    expect(after).toMatchObject({ state: 'draft', revision: 2, content: { usage: '导入的' }, finishedAt: null });
    expect(kindsOf(db)).toEqual(['1 finished ']);
    expect(actionsOf(db)).toEqual(['create', 'finish', 'reopen', 'update']);
    expect(checkDatabase(db)).toEqual([]);
  });

  it('is refused where somebody saved since, and leaves it as it was', async () => {
    const db = await freshDatabase();
    const before = stored(db);
    const newer = saveProject(db, edited(before, { usage: '刚写的' }), later(1));
    for (const deed of [updateProject, approveProject])
      expect(() => deed(db, edited(before, { usage: '导入的' }), later(2))).toThrow('又在别处改过');
    expect(getProject(db, 'p1')).toEqual(newer);
  });

  it('goes on as a sitting of its own when the clerk types afterwards', async () => {
    const db = await freshDatabase();
    const after = updateProject(db, edited(stored(db), { usage: '导入的' }), later(1));
    saveProject(db, edited(after, { usage: '又改的' }), later(2));
    expect(actionsOf(db)).toEqual(['create', 'update', 'edit']);
  });
});

describe('an approval', () => {
  it('keeps what was finished as declared, and freezes what was approved', async () => {
    const db = await freshDatabase();
    const before = finishProject(db, stored(db).id, later(1));
    const after = approveProject(db, edited(before, { usage: '批复的' }), later(2));
    expect(after).toMatchObject({ state: 'approved', revision: 2, content: { usage: '批复的' } });
    expect(kindsOf(db)).toEqual(['1 declared ', '2 approved 批复的']);
    expect(() => saveProject(db, edited(after, { usage: 'x' }), later(3))).toThrow('已经批复');
    expect(checkDatabase(db)).toEqual([]);
  });

  it('of a draft that was never finished keeps the draft as declared', async () => {
    const db = await freshDatabase();
    approveProject(db, edited(stored(db), { usage: '批复的' }), later(2));
    expect(kindsOf(db)).toEqual(['1 declared ', '2 approved 批复的']);
  });

  it('that changes nothing still marks it', async () => {
    const db = await freshDatabase();
    const after = approveProject(db, edited(stored(db), {}), later(2));
    expect(after.state).toBe('approved');
    expect(kindsOf(db)).toEqual(['1 declared ', '2 approved ']);
    const again = approveProject(db, edited(after, {}), later(3));
    expect(again.version).toBe(after.version);
  });

  it('comes a second time: both stay, and the declaration too', async () => {
    const db = await freshDatabase();
    const once = approveProject(db, edited(stored(db), { usage: '批复的' }), later(2));
    approveProject(db, edited(once, { usage: '调整的' }), later(3));
    expect(kindsOf(db)).toEqual(['1 declared ', '2 approved 批复的', '3 approved 调整的']);
    const open = reopenProject(db, 'p1', later(4));
    approveProject(db, edited(open, { usage: '再调整的' }), later(5));
    expect(kindsOf(db).slice(-2)).toEqual(['4 declared 调整的', '5 approved 再调整的']);
    expect(checkDatabase(db)).toEqual([]);
  });

  it('of a project nothing was declared for is frozen as it came', async () => {
    const db = await freshDatabase();
    stored(db);
    expect(approveNew(db, 'p1', later(1))).toMatchObject({ state: 'approved', version: 2, revision: 1 });
    expect(kindsOf(db)).toEqual(['1 approved ']);
  });
});

describe('taking back', () => {
  it.each([
    ['a draft that was updated', 'draft', updateProject, []],
    ['a finished one that was updated', 'finished', updateProject, ['1 finished ', '3 finished ']],
    ['a draft that was approved', 'draft', approveProject, []],
    ['a finished one that was approved', 'finished', approveProject, ['1 finished ', '3 finished ']],
  ] as const)('puts %s back, as a revision of its own', async (_, state, deed, kinds) => {
    const db = await freshDatabase();
    const fresh = stored(db);
    const before = state === 'draft' ? fresh : finishProject(db, 'p1', later(1));
    const [first] = before.content.indicators;
    if (!first) throw new Error('an indicator');
    const changed = { name: '改了名', goals: [], indicators: [{ ...first, printed: '≥13公里' }] };
    const after = deed(db, edited(before, changed), later(2));
    expect(undo(db, before, after)).toBe('done');
    const now = getProject(db, 'p1');
    expect(now.content).toEqual(before.content);
    expect([now.state, now.version > after.version]).toEqual([state, true]);
    expect(kindsOf(db)).toEqual(kinds);
    expect(actionsOf(db).at(-1)).toBe('undo');
    expect(checkDatabase(db)).toEqual([]);
    expect(undo(db, before, after)).toBe('changed');
  });

  it('puts an approved one that was approved anew back to the first approval', async () => {
    const db = await freshDatabase();
    const before = approveProject(db, edited(stored(db), { usage: '批复的' }), later(2));
    const after = approveProject(db, edited(before, { usage: '调整的' }), later(3));
    expect(undo(db, before, after)).toBe('done');
    expect(getProject(db, 'p1')).toMatchObject({ state: 'approved', content: { usage: '批复的' } });
    expect(kindsOf(db)).toEqual(['1 declared ', '2 approved 批复的', '4 approved 批复的']);
    expect(checkDatabase(db)).toEqual([]);
  });

  it('leaves what somebody changed since, and what is deleted', async () => {
    const db = await freshDatabase();
    const before = stored(db);
    const after = updateProject(db, edited(before, { usage: '导入的' }), later(1));
    removeProjects(db, ['p1'], later(2));
    expect(undo(db, before, after)).toBe('gone');
    restoreProjects(db, ['p1'], later(3));
    const typed = saveProject(db, edited(after, { goals: ['后来写的'] }), later(4));
    expect(undo(db, before, after)).toBe('changed');
    expect(getProject(db, 'p1')).toEqual(typed);
  });

  it('deletes what the import made, so that it can be brought back', async () => {
    const db = await freshDatabase();
    const made = stored(db);
    const run = { id: 'p1', versionBefore: null, stateBefore: null, versionAfter: made.version };
    const progress = () => ({ requiredDone: 0, requiredAll: 0 });
    expect(takeBack(db, run, progress, later(1))).toBe('done');
    expect(() => getProject(db, 'p1')).toThrow('已经删除');
    restoreProjects(db, ['p1'], later(2));
    expect(getProject(db, 'p1').content).toEqual(made.content);
  });
});

describe('the runs of imports', () => {
  const run = (db: Db, id: string, version: number) =>
    asOneChange(db, () => {
      const projects = [{ id: 'p1', versionBefore: null, stateBefore: null, versionAfter: version }];
      const told = { outcome: { added: 1 }, trace: { declared: [], madeUnits: [] } };
      addImport(db, { id, year: 2024, files: ['表.xlsx'], ...told, projects }, ZHANG);
    });

  it('are told the newest first, with what they did and how much of it is untouched', async () => {
    const db = await freshDatabase();
    const project = stored(db);
    run(db, 'r1', project.version);
    run(db, 'r2', project.version);
    expect(listImports(db, 10).map(({ id }) => id)).toEqual(['r2', 'r1']);
    expect(getImport(db, 'r1')).toMatchObject({
      ...{ at: ZHANG.at, operator: '张三', year: 2024, files: ['表.xlsx'], outcome: { added: 1 }, undoneAt: null },
    });
    expect(importedProjects(db, 'r1')).toMatchObject([{ id: 'p1', versionBefore: null, versionAfter: 1 }]);
    expect(countUntouched(db, 'r1')).toBe(1);
    saveProject(db, edited(project, { usage: '改' }), later(1));
    expect(countUntouched(db, 'r1')).toBe(0);
    markUndone(db, 'r1', later(2));
    expect(getImport(db, 'r1').undoneAt).toBe(later(2).at);
    expect(() => getImport(db, 'nobody')).toThrow('找不到这次导入');
  });
});

describe('kept mappings', () => {
  it('are found by their signature, the newest first, and replaced under their id', async () => {
    const db = await freshDatabase();
    const mapping = (id: string, name: string) => ({ id, name, signature: 'a\nb', mapping: { shape: 'list' } });
    saveMapping(db, mapping('m1', '县表'), ZHANG);
    saveMapping(db, mapping('m2', '市表'), ZHANG);
    saveMapping(db, mapping('m1', '县里的表'), later(1));
    expect(listMappings(db).map(({ name }) => name)).toEqual(['市表', '县里的表']);
    expect(findMapping(db, 'a\nb')).toEqual(mapping('m2', '市表'));
    expect(findMapping(db, 'c')).toBeNull();
    removeMapping(db, 'm2');
    expect(findMapping(db, 'a\nb')?.id).toBe('m1');
  });
});

describe('the project of last year', () => {
  it('stays known, both ways, as long as both are there', async () => {
    const db = await freshDatabase();
    stored(db);
    const carried = newProject('p2', roadContent(), { year: 2025, action: 'carry', carriedFrom: 'p1' });
    expect(createProjects(db, [carried], later(1))).toMatchObject([{ carriedFrom: 'p1' }]);
    expect([getProject(db, 'p2').carriedFrom, carriedFrom(db, 'p2'), carriedFrom(db, 'p1')]).toEqual([
      'p1',
      'p1',
      null,
    ]);
    expect(carriedTo(db, 'p1')).toEqual(['p2']);
    expect(actionsOf(db, 'p2')).toEqual(['carry']);
    removeProjects(db, ['p2'], later(2));
    expect(carriedTo(db, 'p1')).toEqual([]);
  });
});
