import { describe, expect, it } from 'vitest';
import {
  getProject,
  getUnitYear,
  listOfficeRevisions,
  listProjects,
  listRevisions,
  listYears,
  saveSettings,
  saveUnit,
  saveUnitYear,
} from '../../db/index.ts';
import type { Recompute } from '../../db/types.ts';
import { emptyUnitYear } from '../../shared/model/unit-year.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { freshDatabase, later, stored, UNIT, ZHANG } from './support.ts';

const SCOPE = { unitId: UNIT.id, year: 2024 };
const GOALS = { ...emptyUnitYear(), overallGoals: '总体目标。\n第二段𬀩', printedTotal: '1,536.74' };

describe('what a unit declares for a year', () => {
  it('is empty at first, and comes back as it was saved', async () => {
    const db = await freshDatabase();
    expect(getUnitYear(db, UNIT.id, 2024)).toEqual({ ...SCOPE, version: 0, content: emptyUnitYear(), updatedAt: '' });
    const saved = saveUnitYear(db, { ...SCOPE, version: 0, content: GOALS }, ZHANG);
    expect(saved).toEqual({ ...SCOPE, version: 1, content: GOALS, updatedAt: ZHANG.at });
    expect(getUnitYear(db, UNIT.id, 2024)).toEqual(saved);
    expect(getUnitYear(db, UNIT.id, 2025).version).toBe(0);
    expect(listYears(db, UNIT.id)).toEqual([2024]);
  });

  it('tells who changed what in which year', async () => {
    const db = await freshDatabase();
    saveUnitYear(db, { ...SCOPE, version: 0, content: GOALS }, ZHANG);
    saveUnitYear(db, { ...SCOPE, version: 1, content: { ...GOALS, subGoals: '分项。' } }, later(1, '李四'));
    expect(listOfficeRevisions(db, 1)).toMatchObject([
      {
        subject: 'year',
        subjectId: UNIT.id,
        operator: '李四',
        changes: [{ path: '2024.subGoals', before: '', after: '分项。' }],
      },
    ]);
  });

  it('is not written where nothing differs', async () => {
    const db = await freshDatabase();
    const first = saveUnitYear(db, { ...SCOPE, version: 0, content: GOALS }, ZHANG);
    const revisions = listOfficeRevisions(db, 10).length;
    expect(saveUnitYear(db, { ...SCOPE, version: 1, content: GOALS }, later(1))).toEqual(first);
    expect(saveUnitYear(db, { ...SCOPE, year: 2025, version: 0, content: emptyUnitYear() }, later(1)).version).toBe(0);
    expect(listOfficeRevisions(db, 10)).toHaveLength(revisions);
  });

  it('refuses a save that started from an older version, and an unknown unit', async () => {
    const db = await freshDatabase();
    saveUnitYear(db, { ...SCOPE, version: 0, content: GOALS }, ZHANG);
    const stale = { ...SCOPE, version: 0, content: emptyUnitYear() };
    expect(() => saveUnitYear(db, stale, later(1))).toThrow(expect.objectContaining({ code: 'stale' }));
    expect(getUnitYear(db, UNIT.id, 2024).content).toEqual(GOALS);
    const nobody = { ...stale, unitId: 'nobody' };
    expect(() => saveUnitYear(db, nobody, ZHANG)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('progress', () => {
  const twice: Recompute = (unitId, content) => ({ requiredDone: content.goals.length, requiredAll: unitId.length });
  const query = {
    ...SCOPE,
    search: '',
    sort: 'progress',
    descending: false,
    state: null,
    offset: 0,
    limit: 9,
  } as const;

  it('is counted anew with the forms of the unit, and the projects stay as they are', async () => {
    const db = await freshDatabase();
    stored(db);
    const [before, revisions] = [getProject(db, 'p1'), listRevisions(db, 'p1', 9)];
    expect(listProjects(db, query).rows).toMatchObject([{ requiredDone: 3, requiredAll: 16 }]);
    saveUnit(db, { ...UNIT, forms: ['approval', 'annex2'] }, later(1), twice);
    expect(listProjects(db, query).rows).toMatchObject([{ requiredDone: 1, requiredAll: UNIT.id.length }]);
    expect(getProject(db, 'p1')).toEqual(before);
    expect(listRevisions(db, 'p1', 9)).toEqual(revisions);
  });

  it('stays where only the name of the unit changed', async () => {
    const db = await freshDatabase();
    stored(db);
    saveUnit(db, { ...UNIT, name: '示例县示例乡人民政府' }, later(1), twice);
    expect(listProjects(db, query).rows).toMatchObject([{ requiredDone: 3, requiredAll: 16 }]);
  });

  it('is counted anew in every unit where the sum of the weights changed', async () => {
    const db = await freshDatabase();
    stored(db);
    saveSettings(db, defaultSettings(2024), ZHANG);
    saveSettings(db, { ...defaultSettings(2024), operator: '李四' }, ZHANG, twice);
    expect(listProjects(db, query).rows).toMatchObject([{ requiredDone: 3 }]);
    saveSettings(db, { ...defaultSettings(2024), weightSum: 100 }, ZHANG, twice);
    expect(listProjects(db, query).rows).toMatchObject([{ requiredDone: 1, requiredAll: UNIT.id.length }]);
  });
});
