import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CarryPlan, CarryResult, LastYear } from '../../electron/app/contract.ts';
import type { TakenBack } from '../../electron/app/services.ts';
import { marksOf } from '../../shared/carry/carry.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import type { StoredProject } from '../../db/types.ts';
import { ask, call, first, startApp, withSample } from './support.ts';

/* 结转, as the window asks for it. */

const prepared = async () => {
  const app = await startApp();
  const { state, ids } = await withSample(app);
  const { unitId, year } = state.settings;
  const get = async (id: string): Promise<StoredProject> => (await ask(app, 'projects.get', { id })).data;
  const save = async (id: string, change: Partial<ProjectContent>): Promise<void> => {
    const { version, content } = await get(id);
    await call(app, 'projects.save', { id, version, content: { ...content, ...change } });
  };
  const plan = async (of: readonly string[], toYear = year + 1): Promise<CarryPlan> =>
    (await call(app, 'carry.prepare', { ids: of, toYear })).data;
  /** Takes over what is proposed, with the ticks that are proposed. */
  const carry = async (of: readonly string[], change: object = {}): Promise<CarryResult> => {
    const { projects, toYear } = await plan(of);
    const input = {
      toYear,
      projects: projects.map(({ id, version, marks }) => ({
        id,
        version,
        ticked: marks.filter(({ sure }) => sure).map((mark) => mark.id),
      })),
      ...{ clearAmounts: false, clearValues: false, clearCode: false },
      ...change,
    };
    return (await call(app, 'carry.run', input)).data;
  };
  const idsIn = async (of: number): Promise<string[]> =>
    (await ask(app, 'projects.ids', { unitId, year: of, search: '', state: null })).data;
  const undo = async (of: readonly string[]): Promise<TakenBack> => (await call(app, 'carry.undo', { ids: of })).data;
  const lastYear = async (id: string): Promise<LastYear | null> => (await ask(app, 'carry.lastYear', { id })).data;
  return { app, ids, year, get, save, plan, carry, idsIn, undo, lastYear };
};

describe('taking projects to the next year', () => {
  it('stores them in their order behind a verified backup, with the ticked places changed', async () => {
    const { app, ids, year, get, save, carry, idsIn } = await prepared();
    await save(first(ids), { name: `${year}年村干部任职补贴`, goals: [`${year}年发放补贴，依据〔${year}〕3号。`] });
    const made = await carry(ids);
    expect(await idsIn(year + 1)).toEqual(made.ids);
    const content = (await get(first(made.ids))).content;
    expect(content.name).toBe(`${year + 1}年村干部任职补贴`);
    expect(content.goals).toEqual([`${year + 1}年发放补贴，依据〔${year}〕3号。`]);
    expect(marksOf(content, { from: year, to: year + 1 }).filter(({ sure }) => sure)).toEqual([]);
    expect(readdirSync(app.program().folder.backups).some((name) => name.includes('carry'))).toBe(true);
    expect((await get(first(ids))).content.name).toBe(`${year}年村干部任职补贴`);
  });

  it('writes in the history that it was carried over, and counts what is missing anew', async () => {
    const { app, ids, carry, get } = await prepared();
    const [id = ''] = (await carry([first(ids)], { clearAmounts: true, clearValues: true, clearCode: true })).ids;
    const { content, carriedFrom, state } = await get(id);
    expect(carriedFrom).toBe(first(ids));
    expect(state).toBe('draft');
    expect(content.code).toBe('');
    expect(Object.values(content.funds)).toEqual(['', '', '']);
    expect(content.indicators.every(({ printed }) => printed === '')).toBe(true);
    const history = (await ask(app, 'projects.history', { id })).data as { action: string }[];
    expect(history.map(({ action }) => action)).toEqual(['carry']);
    const row = app
      .program()
      .db.prepare('SELECT required_done AS done, required_all AS wanted FROM projects WHERE id = ?');
    const { done, wanted } = row.get(id) as { done: number; wanted: number };
    expect(done).toBeLessThan(wanted);
  });

  it('tells what is there already: carried over before, and of the same name', async () => {
    const { app, ids, year, plan, carry } = await prepared();
    const [one = '', two = ''] = ids;
    await carry([one]);
    const { data } = await ask(app, 'projects.get', { id: two });
    const stored: StoredProject = data;
    await call(app, 'projects.create', { unitId: stored.unitId, year: year + 1, name: stored.content.name });
    const { projects } = await plan(ids.slice(0, 3));
    expect(projects.map(({ existing }) => existing?.by ?? null)).toEqual(['link', 'name', null]);
  });

  it('stores nothing where one of them was changed meanwhile, or is of another year', async () => {
    const { app, ids, year, save, plan, carry, idsIn } = await prepared();
    const { projects } = await plan(ids);
    await save(ids[1] ?? '', { usage: '改过' });
    const stale = await call(app, 'carry.run', {
      toYear: year + 1,
      projects: projects.map(({ id, version }) => ({ id, version, ticked: [] })),
      ...{ clearAmounts: false, clearValues: false, clearCode: false },
    });
    expect(stale.expected?.code).toBe('stale');
    expect(await idsIn(year + 1)).toEqual([]);
    const made = await carry([first(ids)]);
    const mixed = await call(app, 'carry.prepare', { ids: [first(ids), first(made.ids)], toYear: year + 2 });
    expect(mixed.expected?.code).toBe('bad-input');
    expect((await call(app, 'carry.prepare', { ids, toYear: year })).expected?.code).toBe('bad-input');
  });

  it('is taken back in one go, but for what was changed since', async () => {
    const { ids, year, save, get, carry, undo, idsIn } = await prepared();
    const made = await carry(ids.slice(0, 3));
    const [, second = ''] = made.ids;
    await save(second, { usage: '改过' });
    const undone = await undo(made.ids);
    expect(undone.count).toBe(2);
    expect(undone.notes).toEqual([`“${(await get(second)).content.name}”结转后改过，没有撤销。`]);
    expect(await idsIn(year + 1)).toEqual([second]);
    expect(await idsIn(year)).toEqual(ids);
  });
});

describe('the same project last year', () => {
  it('is the one it was carried over from, whatever it is called now', async () => {
    const { ids, year, save, carry, lastYear } = await prepared();
    const [id = ''] = (await carry([first(ids)])).ids;
    await save(id, { name: '另一个名称', code: '' });
    expect(await lastYear(id)).toMatchObject({ id: first(ids), year, by: 'link' });
  });

  it('without a link is found by name, and is none where nothing fits', async () => {
    const { app, ids, year, get, save, lastYear } = await prepared();
    const { unitId, content } = await get(first(ids));
    const create = async (name: string): Promise<StoredProject> =>
      (await call(app, 'projects.create', { unitId, year: year + 1, name })).data;
    expect(await lastYear((await create(content.name)).id)).toMatchObject({ id: first(ids), by: 'name' });
    const renamed = await create('换了名称的项目');
    await save(renamed.id, { code: content.code.toLowerCase() });
    expect(await lastYear(renamed.id)).toMatchObject({ id: first(ids), by: 'code' });
    expect(await lastYear((await create('从来没有过的项目')).id)).toBeNull();
    expect(await lastYear(first(ids))).toBeNull();
  });
});
