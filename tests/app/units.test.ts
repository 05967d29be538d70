import { describe, expect, it } from 'vitest';
import type { ListPage, StoredProject, StoredUnitYear } from '../../db/types.ts';
import type { FinishResult, StartState, YearSummary } from '../../electron/app/contract.ts';
import type { App } from '../../electron/app/create-app.ts';
import { drawSelection, selectProjects } from '../../electron/app/services/selection.ts';
import { emptyUnitYear } from '../../shared/model/unit-year.ts';
import { UNIT_DEFAULTS, type Unit } from '../../shared/model/unit.ts';
import { ask, call, first, startApp, withSample } from './support.ts';

const FURTHER = {
  ...UNIT_DEFAULTS,
  ...{ name: '示例镇农业服务中心', department: '示例县示例镇人民政府', departmentCode: '900001', code: '900001002' },
};

const sampleUnit = (state: StartState): Unit => {
  const [unit] = state.units;
  if (!unit) throw new Error('no unit');
  return unit;
};

const progressOf = async (app: App, { unitId, year }: { unitId: string; year: number }): Promise<unknown[]> => {
  const query = { unitId, year, search: '', sort: 'position', descending: false, state: null, offset: 0, limit: 1 };
  const page: ListPage = (await ask(app, 'projects.list', query)).data;
  return page.rows.map(({ requiredDone, requiredAll, version }) => ({ requiredDone, requiredAll, version }));
};

describe('a further unit', () => {
  it('is stored with its year, and the window goes on showing the one it showed', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    const made: Unit = (await call(app, 'units.create', { ...FURTHER, year: 2031 })).data;
    expect(made).toEqual({ ...FURTHER, id: made.id });
    const now: StartState = (await ask(app, 'start.state')).data;
    expect(now.units).toEqual([...state.units, made]);
    expect(now.settings).toEqual(state.settings);
    expect((await call(app, 'projects.create', { unitId: made.id, year: 2031, name: 'x' })).status).toBe(200);
  });
});

describe('the forms of a unit', () => {
  it('decide at once how much is done, without a change of any project', async () => {
    const app = await startApp();
    const { state, ids } = await withSample(app);
    const before = await progressOf(app, state.settings);
    const project: StoredProject = (await ask(app, 'projects.get', { id: first(ids) })).data;
    await call(app, 'units.save', { ...sampleUnit(state), forms: ['annex2', 'approval', 'dossier'] });
    const after = await progressOf(app, state.settings);
    expect(after).not.toEqual(before);
    expect((await ask(app, 'projects.get', { id: first(ids) })).data).toEqual(project);
    await call(app, 'units.save', sampleUnit(state));
    expect(await progressOf(app, state.settings)).toEqual(before);
  });

  it('decide what finishing asks for: a weight only where a form prints one', async () => {
    const app = await startApp();
    const { state, ids } = await withSample(app);
    const project: StoredProject = (await ask(app, 'projects.get', { id: first(ids) })).data;
    const indicators = project.content.indicators.map((indicator) => ({ ...indicator, weight: '' }));
    const content = { ...project.content, indicators };
    await call(app, 'projects.save', { id: project.id, version: project.version, content });
    await call(app, 'units.save', { ...sampleUnit(state), forms: ['approval'] });
    const refused: FinishResult = (await call(app, 'projects.finish', { id: project.id })).data;
    expect(refused.finished).toBe(false);
    expect(refused.gaps.map(({ path }) => path)).toContain('indicators.0.weight');
    await call(app, 'units.save', sampleUnit(state));
    expect((await call(app, 'projects.finish', { id: project.id })).data).toEqual({ finished: true, gaps: [] });
  });

  it('change nothing that another form prints: every text stays', async () => {
    const app = await startApp();
    const { state, ids } = await withSample(app);
    const before = await Promise.all(ids.map(async (id) => (await ask(app, 'projects.get', { id })).data));
    for (const form of ['dossier', 'approval', 'disclosure', 'declaration', 'annex2'])
      await call(app, 'units.save', { ...sampleUnit(state), forms: [form] });
    const after = await Promise.all(ids.map(async (id) => (await ask(app, 'projects.get', { id })).data));
    expect(after).toEqual(before);
  });

  it('give a new project the dates of a plan where one is asked for, and no percentages', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    const { unitId, year } = state.settings;
    const plan = async (): Promise<unknown> =>
      ((await call(app, 'projects.create', { unitId, year, name: '新' })).data as StoredProject).content.spendingPlan;
    expect(await plan()).toEqual([]);
    await call(app, 'units.save', { ...sampleUnit(state), forms: ['dossier'] });
    expect(await plan()).toEqual(['3月底', '6月底', '10月底', '12月底'].map((by) => ({ by, percent: '' })));
  });

  it('hold the weights to the sum that is wanted', async () => {
    const app = await startApp();
    const { state, ids } = await withSample(app);
    await call(app, 'units.save', { ...sampleUnit(state), forms: ['approval'] });
    await call(app, 'settings.save', { ...state.settings, weightSum: 100 });
    const refused: FinishResult = (await call(app, 'projects.finish', { id: first(ids) })).data;
    expect(refused).toMatchObject({ finished: false, gaps: [{ kind: 'sum' }] });
    await call(app, 'settings.save', { ...state.settings, weightSum: 90 });
    expect((await call(app, 'projects.finish', { id: first(ids) })).data).toMatchObject({ finished: true });
  });
});

describe('what a unit declares for a year', () => {
  it('comes with the sample, is saved, and a save from an older version is refused', async () => {
    const app = await startApp();
    const { unitId, year } = (await withSample(app)).state.settings;
    const start: StoredUnitYear = (await ask(app, 'unitYears.get', { unitId, year })).data;
    expect(start.content.overallGoals).not.toBe('');
    const content = { ...start.content, safeguards: '加强监督。' };
    const saved = await call(app, 'unitYears.save', { unitId, year, version: start.version, content });
    expect(saved.data).toMatchObject({ version: start.version + 1, content });
    const late = await call(app, 'unitYears.save', { unitId, year, version: start.version, content: emptyUnitYear() });
    expect(late).toMatchObject({ status: 409, expected: { code: 'stale' } });
    expect((await ask(app, 'unitYears.get', { unitId, year })).data).toMatchObject({ content });
  });

  it('is empty for a year nobody wrote about, and not found for an unknown unit', async () => {
    const app = await startApp();
    const { unitId } = (await withSample(app)).state.settings;
    const none = (await ask(app, 'unitYears.get', { unitId, year: 2040 })).data;
    expect(none).toMatchObject({ version: 0, content: emptyUnitYear() });
    expect((await ask(app, 'unitYears.get', { unitId: 'nobody', year: 2040 })).status).toBe(404);
  });
});

describe('the summary of a year', () => {
  it('sums exactly, of one unit or of its department, with the ids in printed order', async () => {
    const app = await startApp();
    const { state, ids } = await withSample(app);
    const { unitId, year } = state.settings;
    const alone: YearSummary = (await ask(app, 'summary.get', { unitId, year, scope: 'unit' })).data;
    expect(alone).toMatchObject({ ids, drafts: ids.length, finished: 0 });
    expect(alone.all.totalFen).toBe(alone.byCategory.reduce((sum, { totalFen }) => sum + totalFen, 0));
    expect(alone.byCategory.length).toBeGreaterThan(1);

    const sister: Unit = (await call(app, 'units.create', { ...FURTHER, year })).data;
    const more: StoredProject = (await call(app, 'projects.create', { unitId: sister.id, year, name: '农机' })).data;
    const content = { ...more.content, funds: { total: '0.0001', fiscal: '0.0001', other: '' } };
    await call(app, 'projects.save', { id: more.id, version: more.version, content });
    const both: YearSummary = (await ask(app, 'summary.get', { unitId, year, scope: 'department' })).data;
    expect(both.units.map(({ name }) => name)).toEqual([sampleUnit(state).name, FURTHER.name]);
    expect(both.ids).toEqual([...ids, more.id]);
    expect(both.all.totalFen).toBe(alone.all.totalFen + 100);
    expect((await ask(app, 'summary.get', { unitId, year, scope: 'unit' })).data).toEqual(alone);
  });

  it('has a line of zeros for a unit of the department without projects, which 汇总表 leaves out', async () => {
    const app = await startApp();
    const { state, ids } = await withSample(app);
    const { unitId, year } = state.settings;
    const sister: Unit = (await call(app, 'units.create', { ...FURTHER, year })).data;
    const both: YearSummary = (await ask(app, 'summary.get', { unitId, year, scope: 'department' })).data;
    const alone: YearSummary = (await ask(app, 'summary.get', { unitId, year, scope: 'unit' })).data;
    const zeros = { projects: 0, totalFen: 0, fiscalFen: 0, otherFen: 0, withoutAmount: 0 };
    expect(both.units).toEqual([...alone.units, { unitId: sister.id, name: FURTHER.name, ...zeros }]);
    expect(both).toMatchObject({ all: alone.all, notes: alone.notes, ids });
    const printed = JSON.stringify(drawSelection(selectProjects(app.program(), 'summary', both.ids)));
    expect(printed).toContain('合计');
    expect(printed).not.toContain(FURTHER.name);
  });

  it('of a year without projects is all zeros', async () => {
    const app = await startApp();
    const { unitId } = (await withSample(app)).state.settings;
    const none: YearSummary = (await ask(app, 'summary.get', { unitId, year: 2040, scope: 'department' })).data;
    expect(none).toMatchObject({ ids: [], byCategory: [], all: { projects: 0, totalFen: 0 } });
  });
});
