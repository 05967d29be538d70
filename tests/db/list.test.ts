import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addImport,
  addYear,
  asOneChange,
  closeDatabase,
  createProjects,
  finishProject,
  listProjectIds,
  listProjects,
  openDatabase,
  removeProjects,
  restoreProjects,
  saveProject,
  type Db,
  type ListQuery,
} from '../../db/index.ts';
import { AT, edited, freshDatabase, later, newProject, roadContent, UNIT, ZHANG } from './support.ts';

const QUERY: ListQuery = {
  unitId: UNIT.id,
  year: 2024,
  search: '',
  sort: 'position',
  descending: false,
  state: null,
  offset: 0,
  limit: 100,
};

const named = (name: string, total = '1') => ({
  ...roadContent(name),
  code: '',
  funds: { total, fiscal: total, other: '' },
});

const NAMES = ['农村道路维护', '垃圾清运', '社区工作经费', 'LED路灯 采购'];

const fourProjects = async (): Promise<Db> => {
  const db = await freshDatabase();
  createProjects(
    db,
    NAMES.map((name, index) => newProject(`p${index + 1}`, named(name, String(4 - index)))),
    ZHANG,
  );
  return db;
};

const idsFor = (db: Db, query: Partial<ListQuery>): string[] =>
  listProjects(db, { ...QUERY, ...query }).rows.map(({ id }) => id);

describe('the list', () => {
  it('shows a project with its amounts, its progress and its state', async () => {
    const db = await fourProjects();
    expect(listProjects(db, QUERY).rows[0]).toEqual({
      id: 'p1',
      position: 1,
      name: '农村道路维护',
      implementingUnit: UNIT.name,
      totalFen: 4_000_000,
      fiscalFen: 4_000_000,
      otherFen: null,
      totalText: '4',
      requiredDone: 3,
      requiredAll: 16,
      state: 'draft',
      version: 1,
      updatedAt: AT,
    });
  });

  it.each([
    ['', ['p1', 'p2', 'p3', 'p4']],
    ['道路', ['p1']],
    ['路', ['p1', 'p4']],
    ['lajiqingyun', ['p2']],
    ['ljqy', ['p2']],
    ['LJQY', ['p2']],
    ['ｌｊｑｙ', ['p2']],
    ['gongzuo 社区', ['p3']],
    ['社区 垃圾', []],
    ['led路灯采购', ['p4']],
    ['shilizhen', ['p1', 'p2', 'p3', 'p4']],
    ['示例镇　清运', ['p2']],
    ['%', []],
    ['_', []],
    ["' OR 1=1 --", []],
  ])('finds by text, pinyin and initials: “%s”', async (search, expected) => {
    const db = await fourProjects();
    expect(idsFor(db, { search })).toEqual(expected);
    expect(listProjectIds(db, { ...QUERY, search })).toEqual(expected);
  });

  it('sorts by every column, both ways', async () => {
    const db = await fourProjects();
    const at = (id: string) => listProjects(db, { ...QUERY }).rows.find((row) => row.id === id)?.version ?? 0;
    finishProject(db, 'p2', later(5));
    saveProject(
      db,
      {
        id: 'p3',
        version: at('p3'),
        content: named('社区工作经费', '2.5'),
        progress: { requiredDone: 9, requiredAll: 9 },
      },
      later(9),
    );
    expect(idsFor(db, { sort: 'name' })).toEqual(['p4', 'p2', 'p1', 'p3']); // L-E-D, la ji, nong cun, she qu
    expect(idsFor(db, { sort: 'total' })).toEqual(['p4', 'p3', 'p2', 'p1']);
    expect(idsFor(db, { sort: 'progress' })).toEqual(['p1', 'p2', 'p4', 'p3']);
    expect(idsFor(db, { sort: 'state' })).toEqual(['p1', 'p3', 'p4', 'p2']);
    expect(idsFor(db, { sort: 'updated' })).toEqual(['p1', 'p4', 'p2', 'p3']);
    expect(idsFor(db, { sort: 'updated', descending: true })).toEqual(['p3', 'p2', 'p4', 'p1']);
  });

  it('pages without gap or overlap, forwards and backwards', async () => {
    const db = await fourProjects();
    const pages = (descending: boolean) =>
      [0, 3, 6].map((offset) => idsFor(db, { offset, limit: 3, descending, search: '' }));
    expect(pages(false)).toEqual([['p1', 'p2', 'p3'], ['p4'], []]);
    expect(pages(true)).toEqual([['p4', 'p3', 'p2'], ['p1'], []]);
  });

  it('sums what it finds, to the 分, and tells how many have no amount', async () => {
    const db = await fourProjects();
    createProjects(
      db,
      [newProject('p5', named('养老', '四万左右')), newProject('p6', named('养老', '0.000001'))],
      ZHANG,
    );
    finishProject(db, 'p6', later(1));
    expect(listProjects(db, { ...QUERY, limit: 1 })).toMatchObject({
      count: 6,
      sums: { totalFen: 10_000_001, fiscalFen: 10_000_001, otherFen: 0, withoutAmount: 1, drafts: 5, finished: 1 },
    });
    expect(listProjects(db, { ...QUERY, search: '养老', state: 'finished' })).toMatchObject({
      count: 1,
      sums: { totalFen: 1, drafts: 0, finished: 1, approved: 0 },
    });
  });

  it('follows every change: new, renamed, finished, deleted, restored', async () => {
    const db = await fourProjects();
    expect(idsFor(db, {})).toHaveLength(4);
    const [fifth] = createProjects(db, [newProject('p5', named('水利'))], ZHANG);
    expect(idsFor(db, { search: 'shuili' })).toEqual(['p5']);
    if (!fifth) throw new Error('stored');
    saveProject(db, edited(fifth, { name: '灌溉' }), later(1));
    expect([idsFor(db, { search: 'shuili' }), idsFor(db, { search: 'guangai' })]).toEqual([[], ['p5']]);
    finishProject(db, 'p5', later(2));
    expect(idsFor(db, { state: 'finished' })).toEqual(['p5']);
    removeProjects(db, ['p5', 'p1'], later(3));
    expect(idsFor(db, { sort: 'name' })).toEqual(['p4', 'p2', 'p3']);
    restoreProjects(db, ['p5', 'p1'], later(4));
    expect(idsFor(db, {})).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
  });

  it('sees what another process wrote', async () => {
    const db = await fourProjects();
    expect(idsFor(db, { search: '水利' })).toEqual([]);
    const other = await openDatabase(db.name, { backupFolder: '', at: AT });
    createProjects(other, [newProject('p5', named('水利'))], ZHANG);
    closeDatabase(other);
    expect(idsFor(db, { search: '水利' })).toEqual(['p5']);
  });

  it('shows only what one import stored, where that is asked for', async () => {
    const db = await fourProjects();
    const [first = '', second = ''] = listProjectIds(db, QUERY);
    const projects = [first, second].map((id) => ({ id, versionBefore: null, stateBefore: null, versionAfter: 1 }));
    asOneChange(db, () =>
      addImport(db, { id: 'r1', year: 2024, files: ['表'], outcome: {}, trace: {}, projects }, ZHANG),
    );
    expect(listProjectIds(db, { ...QUERY, importId: 'r1' })).toEqual([first, second]);
    expect(listProjects(db, { ...QUERY, importId: 'r1' }).count).toBe(2);
    expect(listProjectIds(db, { ...QUERY, importId: 'no' })).toEqual([]);
    expect(listProjectIds(db, { ...QUERY, importId: null })).toHaveLength(4);
    closeDatabase(db);
  });

  it('keeps units and years apart', async () => {
    const db = await fourProjects();
    addYear(db, UNIT.id, 2025, ZHANG);
    createProjects(db, [newProject('next', named('水利'), { year: 2025 })], ZHANG);
    expect(idsFor(db, { year: 2025 })).toEqual(['next']);
    expect(listProjects(db, { ...QUERY, year: 2025 }).rows[0]?.position).toBe(1);
    expect(idsFor(db, {})).not.toContain('next');
  });

  it('finds every project by any part of its own name', async () => {
    const db = await freshDatabase();
    let number = 0;
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.nat(11),
        (name, a, b) => {
          const id = `q${(number += 1)}`;
          const clean = name.replace(/\p{Surrogate}/gu, '');
          createProjects(db, [newProject(id, named(clean))], ZHANG);
          const letters = [...new Intl.Segmenter('zh').segment(clean)].map(({ segment }) => segment);
          const part = letters.slice(Math.min(a, b), Math.max(a, b) + 1).join('');
          return idsFor(db, { search: part, limit: 500, descending: true }).includes(id);
        },
      ),
    );
  });
});
