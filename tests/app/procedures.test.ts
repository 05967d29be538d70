import { describe, expect, it } from 'vitest';
import type { ListPage, StoredProject } from '../../db/types.ts';
import type { FinishResult, StartState } from '../../electron/app/contract.ts';
import { UNIT_DEFAULTS } from '../../shared/model/unit.ts';
import { ask, call, first, startApp, withSample } from './support.ts';

const NEW_UNIT = {
  ...{ name: '绿水镇人民政府', department: '绿水镇人民政府', departmentCode: '', code: '', year: 2025 },
  ...UNIT_DEFAULTS,
};

describe('the first start', () => {
  it('is empty, takes the sample once, and then refuses it', async () => {
    const app = await startApp();
    const before: StartState = (await ask(app, 'start.state')).data;
    expect(before).toMatchObject({ empty: true, units: [], version: '1.2.3', host: 'desktop' });
    const { state, ids } = await withSample(app);
    expect(state).toMatchObject({ empty: false, years: [state.settings.year] });
    expect(ids.length).toBeGreaterThanOrEqual(10);
    expect((await call(app, 'start.loadSample')).expected).toMatchObject({ code: 'bad-input' });
  });

  it('makes a unit of one’s own and starts its projects with what never changes', async () => {
    const app = await startApp();
    const unit = {
      name: '青山镇人民政府本级',
      department: '青山镇人民政府',
      departmentCode: '407001',
      code: '',
      ...UNIT_DEFAULTS,
    };
    const made: StartState = (await call(app, 'start.createUnit', { ...unit, year: 2025, operator: '王芳' })).data;
    expect(made.settings).toMatchObject({ operator: '王芳', year: 2025, unitId: made.units[0]?.id });
    const project: StoredProject = (
      await call(app, 'projects.create', { unitId: made.settings.unitId, year: 2025, name: '村干部报酬' })
    ).data;
    expect(project.content).toMatchObject({
      name: '村干部报酬',
      implementingUnit: unit.name,
      period: '1 年',
    });
    expect(project.content.departmentAndCode).toContain('407001');
    const history = (await ask(app, 'projects.history', { id: project.id })).data as { operator: string }[];
    expect(history[0]?.operator).toBe('王芳');
  });

  it('keeps a year that is chosen in the settings', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    await call(app, 'settings.save', { ...state.settings, year: 2031 });
    expect(((await ask(app, 'start.state')).data as StartState).years).toContain(2031);
  });
});

describe('saving', () => {
  it('answers the version to go on from, and refuses an older one', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    const project: StoredProject = (await ask(app, 'projects.get', { id: first(ids) })).data;
    const change = { id: project.id, version: project.version, content: { ...project.content, name: '改过的名称' } };
    expect((await call(app, 'projects.save', change)).data).toMatchObject({ version: project.version + 1 });
    const late = await call(app, 'projects.save', { ...change, content: { ...change.content, name: '晚来的' } });
    expect(late).toMatchObject({ status: 409, expected: { code: 'stale' } });
    expect(((await ask(app, 'projects.get', { id: project.id })).data as StoredProject).content.name).toBe(
      '改过的名称',
    );
  });

  it('says how much is done in the list at once', async () => {
    const app = await startApp();
    const { state, ids } = await withSample(app);
    const project: StoredProject = (await ask(app, 'projects.get', { id: first(ids) })).data;
    const content = { ...project.content, indicators: [], goals: [] };
    await call(app, 'projects.save', { id: project.id, version: project.version, content });
    const page: ListPage = (
      await ask(app, 'projects.list', {
        ...{ unitId: state.settings.unitId, year: state.settings.year, search: '', state: null },
        ...{ sort: 'position', descending: false, offset: 0, limit: 1 },
      })
    ).data;
    expect(page.rows[0]?.requiredDone).toBeLessThan(page.rows[0]?.requiredAll ?? 0);
  });

  it('finishes what is complete, freezes it, and opens it again', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    const id = first(ids);
    expect((await call(app, 'projects.finish', { id })).data).toEqual({ finished: true, gaps: [] });
    const frozen: StoredProject = (await ask(app, 'projects.get', { id })).data;
    const save = { id, version: frozen.version, content: { ...frozen.content, name: '偷改' } };
    expect((await call(app, 'projects.save', save)).expected?.code).toBe('frozen');
    expect((await call(app, 'projects.reopen', { id })).data).toMatchObject({ state: 'draft', revision: 2 });
  });

  it('does not finish an empty project and says every reason', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    const { unitId, year } = state.settings;
    const empty: StoredProject = (await call(app, 'projects.create', { unitId, year, name: '' })).data;
    const result: FinishResult = (await call(app, 'projects.finish', { id: empty.id })).data;
    expect(result.finished).toBe(false);
    expect(result.gaps.map(({ path: where }) => where)).toEqual(
      expect.arrayContaining(['name', 'funds.total', 'goals.0']),
    );
    expect(((await ask(app, 'projects.get', { id: empty.id })).data as StoredProject).state).toBe('draft');
  });

  it('takes back a deletion', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    expect((await call(app, 'projects.remove', { ids })).data).toEqual({ count: ids.length });
    expect((await ask(app, 'projects.get', { id: first(ids) })).status).toBe(404);
    await call(app, 'projects.restore', { ids });
    expect((await ask(app, 'projects.get', { id: first(ids) })).status).toBe(200);
  });
});

describe('bad calls', () => {
  it.each([
    ['projects.create', { unitId: '', year: 2024, name: 'x' }],
    ['projects.create', { unitId: 'u', year: 'zweitausend', name: 'x' }],
    ['projects.remove', { ids: [] }],
    ['exports.start', { form: 'annex9', ids: ['a'], format: 'xlsx', mode: 'workbook' }],
    ['exports.start', { form: 'annex2', ids: ['a'], format: 'pdf', mode: 'workbook' }],
    ['print.prepare', { form: 'annex9', ids: ['a'] }],
    ['unitYears.save', { unitId: 'u', year: 2024, version: -1, content: {} }],
    ['units.create', { ...NEW_UNIT, forms: [] }],
    ['units.create', { ...NEW_UNIT, tree: '102' }],
    ['imports.begin', { name: 'x' }],
    ['imports.match', { readingId: 'x', unitId: 'u', year: 2024, contents: [{ index: 0, content: {} }] }],
    ['mappings.save', { name: 'x', signature: 's', mapping: { long: 'x'.repeat(200_001) } }],
    ['imports.confirm', { files: [{ importId: 'x', projects: [{ index: -1 }] }], unitId: 'u', year: 2024 }],
    ['imports.confirm', { files: [], unitId: 'u', year: 2024 }],
  ])('%s with %j gets a typed refusal in Chinese', async (procedure, input) => {
    const { status, expected } = await call(await startApp(), procedure, input);
    expect(status).toBe(400);
    expect(expected).toMatchObject({ code: 'bad-input' });
    expect(expected?.message).toMatch(/[\u4e00-\u9fff]/u);
  });

  it('refuses a text longer than a field keeps, and changes nothing', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    const project: StoredProject = (await ask(app, 'projects.get', { id: first(ids) })).data;
    const content = { ...project.content, goals: ['长'.repeat(20_001)] };
    const refused = await call(app, 'projects.save', { id: project.id, version: project.version, content });
    expect(refused.expected?.code).toBe('bad-input');
    expect((await ask(app, 'projects.get', { id: project.id })).data).toEqual(project);
  });

  it('changes nothing by GET', async () => {
    const app = await startApp();
    expect((await ask(app, 'start.loadSample')).status).toBe(405);
    expect(((await ask(app, 'start.state')).data as StartState).empty).toBe(true);
  });

  it('refuses a body no file may have before reading it', async () => {
    const app = await startApp();
    const headers = { 'content-type': 'application/json', 'content-length': String(70 * 1024 * 1024) };
    const request = new Request('http://app.test/trpc/imports.begin', { method: 'POST', headers, body: '{}' });
    expect((await app.fetch(request)).status).toBe(413);
  });
});
